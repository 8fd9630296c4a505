import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** What a run of the command line said. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = resolve(import.meta.dirname, '../../..');
/** The command line as it stands in the sources; Node 24 runs it as it is. */
export const SOURCE = join(ROOT, 'electron/cli/stet.ts');
const PATIENCE = 60_000;

/** A folder of its own with a library, a configuration and whatever a test puts there. */
export interface Bench {
  readonly folder: string;
  readonly library: string;
  /** Runs `stet` on the bench's library, from the bench's folder. */
  stet(...words: string[]): Promise<Run>;
  /** The same with `--json`; the one JSON value of stdout. Rejects when stdout holds anything else. */
  json<T>(...words: string[]): Promise<T>;
  remove(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-cli-'));
  const library = join(folder, 'library');
  const stet = (...words: string[]) => runStet(['--library', library, ...words], { folder });
  return {
    folder,
    library,
    stet,
    json: async (...words) => JSON.parse((await stet(...words, '--json')).stdout),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Runs the real program as a child, with a configuration of its own, and waits for its end. */
export async function runStet(
  words: readonly string[],
  o: { folder: string; input?: string | Uint8Array; program?: readonly string[] },
): Promise<Run> {
  const [command = process.execPath, ...before] = o.program ?? [process.execPath, await (bundle ??= bundled())];
  const child = spawn(command, [...before, ...words], { cwd: o.folder, env: environment(o.folder), timeout: PATIENCE });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(o.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

let bundle: Promise<string> | null = null;

/** The command line in one file, as `npm run build` makes it: it starts in a fifth of the time of the sources. */
async function bundled(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-cli-built-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { dedupe: ['yjs'] },
    ssr: { noExternal: true, target: 'node' },
    build: {
      outDir: folder,
      ssr: SOURCE,
      target: 'node24',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'stet.js' } },
    },
  });
  return join(folder, 'stet.js');
}

/** The environment of a run: its own configuration, nothing of vitest's. */
export function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, STET_CONFIG: join(folder, 'config') };
}
