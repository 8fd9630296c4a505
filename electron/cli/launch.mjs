#!/usr/bin/env node
// Starts the built command line on the project's own Node 24, whatever Node the machine starts this file with.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LEAST_NODE = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(root, 'dist', 'cli', 'stet.js');

/** The Node that `npm ci` put beside us, or null where this machine has none. */
function ownNode() {
  const packed = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? join('bin', 'node.exe') : join('bin', 'node');
  const path = join(root, 'node_modules', packed, file);
  return existsSync(path) ? path : null;
}

function refuse(sentence) {
  process.stderr.write(`stet: ${sentence}\n`);
  process.exitCode = 1;
}

/** Runs the program as a child that has our terminal, our signals and whose end is ours. */
function runWith(node) {
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal tells the child itself of Ctrl-C and of its own end; told twice, the child would not wait for the disk.
  const terminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const signals = ['SIGINT', 'SIGHUP', 'SIGTERM'];
  const forward = (signal) => {
    if (signal === 'SIGTERM' || !terminal) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  child.on('error', () => refuse('the project’s own Node can’t be started; run `npm ci` again.'));
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, forward);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}

const here = Number(process.versions.node.split('.')[0]) >= LEAST_NODE;
const node = here ? process.execPath : ownNode();
if (!existsSync(program)) refuse('the command line is not built yet; run `npm run build` first.');
else if (node === null) refuse('Stet needs Node 24, which `npm ci` brings along; run it first.');
else if (here) await import(pathToFileURL(program).href);
else runWith(node);
