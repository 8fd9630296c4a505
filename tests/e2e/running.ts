import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DiskState, FromHost, TestHostSettings, ToHost } from './host.ts';

const STARTS_WITHIN = 20_000;
const ENDS_WITHIN = 15_000;

/** A host process of a test. */
export interface RunningHost {
  readonly url: string;
  readonly port: number;
  readonly secret: string;
  readonly process: ChildProcess;
  /** What it wrote on its standard error. */
  errors(): string;
  /** Resolves when the host's disk behaves so. */
  disk(state: DiskState): Promise<void>;
  /** Sends the signal and resolves with the exit code (null where a signal ended it). */
  end(signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT'): Promise<number | null>;
}

/** Starts `tests/e2e/host.ts` from the sources over the built pages and resolves once it serves. */
export async function startHost(settings: TestHostSettings, config: string): Promise<RunningHost> {
  const child = fork(join(import.meta.dirname, 'host.ts'), [JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...process.env, STET_CONFIG: config },
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const first = await answer(child, (message) => 'ready' in message || 'failed' in message, STARTS_WITHIN).catch(
    (thrown: unknown) => {
      child.kill('SIGKILL');
      throw new Error(`the host did not start: ${String(thrown)}\n${errors}`);
    },
  );
  if (!('ready' in first)) {
    child.kill('SIGKILL');
    throw new Error(`the host did not start: ${'failed' in first ? first.failed : errors}`);
  }
  return {
    ...first.ready,
    process: child,
    errors: () => errors,
    async disk(state) {
      const answered = answer(child, (message) => 'disk' in message && message.disk === state, 5_000);
      child.send({ disk: state } satisfies ToHost);
      await answered;
    },
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exited = once(child, 'exit', { signal: AbortSignal.timeout(ENDS_WITHIN) });
      child.kill(signal);
      try {
        await exited;
      } catch {
        child.kill('SIGKILL');
        throw new Error(`the host did not end within ${ENDS_WITHIN} ms of ${signal}\n${errors}`);
      }
      return child.exitCode;
    },
  };
}

/** The first message that fits; rejects when the process ends before or the time is over. */
async function answer(child: ChildProcess, fits: (message: FromHost) => boolean, time: number): Promise<FromHost> {
  const found = Promise.withResolvers<FromHost>();
  const timer = setTimeout(() => found.reject(new Error(`no answer within ${time} ms`)), time);
  const hear = (message: unknown): void => {
    if (fits(message as FromHost)) found.resolve(message as FromHost);
  };
  const gone = (code: number | null): void => found.reject(new Error(`it ended with ${String(code)}`));
  child.on('message', hear);
  child.once('exit', gone);
  try {
    return await found.promise;
  } finally {
    clearTimeout(timer);
    child.off('message', hear);
    child.off('exit', gone);
  }
}
