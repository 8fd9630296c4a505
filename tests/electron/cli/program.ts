import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a run of the command line said. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const PROGRAM = resolve(import.meta.dirname, '../../../electron/cli/stet.ts');
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
export function runStet(
  words: readonly string[],
  o: { folder: string; input?: string | Uint8Array; program?: readonly string[] },
): Promise<Run> {
  const [command = process.execPath, ...before] = o.program ?? [process.execPath, PROGRAM];
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

/** Compiled sources are kept between runs: a third of a second each. */
const COMPILED = resolve(import.meta.dirname, '../../../node_modules/.cache/stet-cli');

/** The environment of a run: its own configuration, nothing of vitest's. */
export function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, STET_CONFIG: join(folder, 'config'), NODE_COMPILE_CACHE: COMPILED };
}
