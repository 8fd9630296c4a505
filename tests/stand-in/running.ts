import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromStandIn, ToStandIn } from './messages.ts';

const STARTS_WITHIN = 30_000;
const ENDS_WITHIN = 30_000;

/** The built desktop under the stand-in, as a process of a test. */
export interface RunningStandIn {
  readonly process: ChildProcess;
  /** Where Chromium can be reached, and the web preferences of the window. */
  readonly cdp: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** All that it has told so far. */
  readonly told: readonly FromStandIn[];
  errors(): string;
  say(message: ToStandIn): void;
  ask(what: 'permissions' | 'windows'): Promise<unknown>;
  ended(): Promise<number | null>;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export interface StandInSettings {
  readonly library: string;
  readonly config: string;
}

/** Starts it and resolves when its window shows the page; rejects with what it said where it does not. */
export async function startStandIn({ library, config }: StandInSettings): Promise<RunningStandIn> {
  const child = fork(join(import.meta.dirname, 'run.ts'), [`--library=${library}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...process.env, STET_CONFIG: config },
  });
  const told: FromStandIn[] = [];
  let errors = '';
  child.on('message', (message: FromStandIn) => told.push(message));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const next = hearing(child, ended);
  const first = await next((message) => 'window' in message, STARTS_WITHIN).catch((thrown: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`the desktop did not start: ${String(thrown)}\n${JSON.stringify(told)}\n${errors}`);
  });
  const { cdp, options } = 'window' in first ? first.window : { cdp: '', options: {} };
  return {
    process: child,
    cdp,
    options,
    told,
    errors: () => errors,
    say: (message) => void child.send(message),
    async ask(what) {
      const answered = next((message) => 'answer' in message, 5_000);
      child.send({ ask: what } satisfies ToStandIn);
      const message = await answered;
      return 'answer' in message ? message.answer : undefined;
    },
    ended: () => ended,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      const late = once(child, 'exit', { signal: AbortSignal.timeout(ENDS_WITHIN) });
      await late.catch(() => {
        child.kill('SIGKILL');
        throw new Error(`the desktop did not end within ${ENDS_WITHIN} ms of ${signal}\n${errors}`);
      });
      return child.exitCode;
    },
  };
}

type Next = (fits: (message: FromStandIn) => boolean, time: number) => Promise<FromStandIn>;

function hearing(child: ChildProcess, ended: Promise<number | null>): Next {
  return async (fits, time) => {
    const found = Promise.withResolvers<FromStandIn>();
    const timer = setTimeout(() => found.reject(new Error(`nothing within ${time} ms`)), time);
    const hear = (message: FromStandIn): void => {
      if (fits(message)) found.resolve(message);
    };
    child.on('message', hear);
    void ended.then((code) => found.reject(new Error(`it ended with ${String(code)}`)));
    try {
      return await found.promise;
    } finally {
      clearTimeout(timer);
      child.off('message', hear);
    }
  };
}
