import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One step of a check: a program that must end with 0. */
export interface Stage {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Print what it says while it runs, not only when it fails. */
  readonly loud?: boolean;
}

export interface Outcome {
  readonly stage: Stage;
  readonly ok: boolean;
  readonly seconds: number;
}

/** Hundreds of processes are started, each from the same sources: what one has compiled the next need not. */
const COMPILED = join(tmpdir(), 'stet-test-compile-cache');

const LOCAL_PROGRAMS = join(import.meta.dirname, '../node_modules/.bin');

/** Runs a stage to its end and prints one line; what a failing stage said is printed whole. */
export async function runStage(stage: Stage): Promise<Outcome> {
  const started = performance.now();
  const { code, output } = await run(stage);
  const seconds = (performance.now() - started) / 1000;
  const ok = code === 0;
  if (!ok && stage.loud !== true) process.stdout.write(output);
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'}  ${stage.name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s\n`);
  return { stage, ok, seconds };
}

function run(stage: Stage): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(stage.command, stage.args, {
      env: {
        NODE_COMPILE_CACHE: COMPILED,
        ...process.env,
        PATH: `${LOCAL_PROGRAMS}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`,
        ...stage.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (stage.loud === true) process.stdout.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Test counts as the runners' own JSON reports give them. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** A stage of Vitest, and the counts of its report once it has run. */
export function unitStage(): { stage: Stage; counts: () => Counts } {
  const report = join(tmpdir(), `stet-unit-${process.pid}.json`);
  return {
    stage: {
      name: 'unit tests',
      command: 'vitest',
      args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
      loud: true,
    },
    counts: () => {
      const json = readReport(report) as
        | { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number }
        | undefined;
      if (json === undefined) return { ...NO_TESTS, failed: 1 };
      const failed = json.numFailedTests > 0 ? json.numFailedTests : Math.min(1, json.numFailedTestSuites);
      return { passed: json.numPassedTests, failed, skipped: json.numPendingTests };
    },
  };
}

/** A stage of Playwright, and the counts of its report once it has run. */
export function browserStage(chromium: string): { stage: Stage; counts: () => Counts } {
  const report = join(tmpdir(), `stet-browser-${process.pid}.json`);
  return {
    stage: {
      name: 'specs in the browser',
      command: 'playwright',
      args: ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'],
      environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, STET_CHROMIUM: chromium },
      loud: true,
    },
    counts: () => {
      const json = readReport(report) as
        { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | undefined;
      if (json === undefined) return { ...NO_TESTS, failed: 1 };
      const { expected, unexpected, flaky, skipped } = json.stats;
      return { passed: expected, failed: unexpected + flaky, skipped };
    },
  };
}

function readReport(file: string): unknown {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file, { force: true });
    return json;
  } catch {
    return undefined;
  }
}
