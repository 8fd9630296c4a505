import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runStet } from './program.ts';

// Many real processes: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ROOT = resolve(import.meta.dirname, '../../..');
const PACKED = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
/** The machine's own Node, older than the project's where there is one. */
const MACHINE_NODE = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path)) ?? process.execPath;

/** A clone in which the built program is one that tells what it was started with. */
let clone: string;
let launcher: string;

const TELLS = `
if (process.argv[2] === 'wait') {
  process.on('SIGTERM', () => { console.log('told'); process.exit(7); });
  setInterval(() => {}, 1000);
  console.log('waiting');
} else {
  console.log(JSON.stringify({ version: process.versions.node, words: process.argv.slice(2) }));
  process.exitCode = 3;
}
`;

beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'stet-launch-'));
  launcher = join(clone, 'electron/cli/launch.mjs');
  for (const folder of ['electron/cli', 'dist/cli', 'node_modules'])
    await mkdir(join(clone, folder), { recursive: true });
  await copyFile(join(ROOT, 'electron/cli/launch.mjs'), launcher);
  await writeFile(join(clone, 'dist/cli/stet.js'), TELLS);
  await writeFile(
    join(clone, 'package.json'),
    '{"name": "stet", "type": "module", "bin": {"stet": "electron/cli/launch.mjs"}}',
  );
  await symlink(join(ROOT, 'node_modules', PACKED), join(clone, 'node_modules', PACKED));
});
afterEach(async () => {
  await rm(clone, { recursive: true, force: true });
});

function launch(words: readonly string[], node = MACHINE_NODE) {
  return runStet(words, { folder: clone, program: [node, launcher] });
}

describe('launch.mjs', () => {
  it.each([
    ['the machine’s Node', MACHINE_NODE],
    ['the project’s own', process.execPath],
  ])('runs the built program on Node 24 or newer when started by %s', async (_whose, node) => {
    const words = ['set', 'id', 'slug', 'two words', '', '--', '-x', 'שלום'];
    const run = await launch(words, node);
    expect(run).toMatchObject({ code: 3, stderr: '' });
    const told = JSON.parse(run.stdout) as { version: string; words: string[] };
    expect(told.words).toEqual(words);
    expect(Number(told.version.split('.')[0])).toBeGreaterThanOrEqual(24);
  });

  it('says in one sentence when the program is not built', async () => {
    await rm(join(clone, 'dist'), { recursive: true });
    const run = await launch(['list']);
    expect(run).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining('npm run build') });
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.skipIf(MACHINE_NODE === process.execPath)('says what is missing on an old Node alone', async () => {
    await rm(join(clone, 'node_modules', PACKED));
    const run = await launch(['list']);
    expect(run).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining('npm ci') });
  });

  it.skipIf(process.platform === 'win32')('passes a signal on and ends as the program ends', async () => {
    const child = spawn(MACHINE_NODE, [launcher, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (chunk.toString().includes('waiting')) child.kill('SIGTERM');
    });
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stdout }).toEqual({ code: 7, stdout: 'waiting\ntold\n' });
  });

  it('is what npx runs in a clone', async () => {
    const npx = ['/usr/bin/npx', '/usr/local/bin/npx'].find((path) => existsSync(path)) ?? 'npx';
    const run = await runStet(['stet', 'list', '--json'], {
      folder: clone,
      program: [npx, '--no-install', '--offline'],
    });
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({ words: ['list', '--json'] });
  });
});
