import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Gate, Verdict } from './gate.ts';
import { UNFIT, type GATE_WORK } from './gate-work.ts';

type Work = typeof GATE_WORK;
type WorkName = keyof Work;

/** One task for the thread. */
export type GateTask = {
  [Name in WorkName]: { readonly work: Name; readonly given: Parameters<Work[Name]> };
}[WorkName];
/** `away`: there was no thread to do it, which says nothing about the task. */
export type GateAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly away?: boolean };

/** What the thread may use: megabytes of heap and of stack. */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
/** How long the thread may take to begin, in milliseconds. */
const STARTING = 60_000;
/** How long a task may take, in milliseconds, and so much more for each megabyte it is given. */
const PATIENCE = 15_000;
const PER_MEGABYTE = 2_000;

/** In the sources the worker's file is TypeScript; a built program has it beside itself. */
function workerFile(): string {
  return join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'gate-worker.ts' : 'gate-worker.js');
}

interface Waiting {
  readonly task: GateTask;
  /** How often a thread ended over it. */
  ended: number;
  readonly done: (answer: GateAnswer) => void;
}

/**
 * The gate in a thread of its own, so that hostile bytes can hold up nothing and take no more memory than they may: a
 * task that takes too long or too much ends the thread and is tried once more in a new one (a machine may have slept);
 * then it is answered as failed, and the next task gets a new thread.
 */
class GateThread {
  readonly #patience: number;
  readonly #file: string;
  readonly #queue: Waiting[] = [];
  #worker: Worker | null = null;
  #isReady = false;
  #current: Waiting | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(patience: number, file: string) {
    this.#patience = patience;
    this.#file = file;
  }

  ask(task: GateTask): Promise<GateAnswer> {
    return new Promise((done) => {
      this.#queue.push({ task, ended: 0, done });
      this.#next();
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    for (const { done } of this.#queue.splice(0)) done({ ok: false, away: true });
    this.#answer({ ok: false, away: true });
    await worker?.terminate();
  }

  #next(): void {
    const waiting = this.#current === null ? this.#queue.shift() : undefined;
    if (waiting === undefined) return;
    this.#current = waiting;
    const worker = (this.#worker ??= this.#begin());
    worker.ref();
    if (this.#isReady) this.#give(worker, waiting.task);
    else this.#wait(worker, STARTING);
  }

  #give(worker: Worker, task: GateTask): void {
    this.#wait(worker, this.#patience + extraTime(task));
    worker.postMessage(task, []);
  }

  #wait(worker: Worker, time: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fell(worker), time);
  }

  #begin(): Worker {
    const worker = new Worker(this.#file, { resourceLimits: LIMITS });
    this.#isReady = false;
    worker.on('message', (answer: GateAnswer | 'ready') => {
      if (worker !== this.#worker) return;
      if (answer !== 'ready') return this.#answer(answer);
      this.#isReady = true;
      if (this.#current !== null) this.#give(worker, this.#current.task);
    });
    worker.on('error', () => this.#fell(worker));
    worker.on('exit', () => this.#fell(worker));
    return worker;
  }

  /** The thread ended, or is ended for taking too long. */
  #fell(worker: Worker): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    void worker.terminate();
    const current = this.#current;
    if (!this.#isReady) return this.#answer({ ok: false, away: true });
    if (current === null || current.ended > 0) return this.#answer({ ok: false });
    current.ended += 1;
    this.#current = null;
    this.#queue.unshift(current);
    this.#next();
  }

  #answer(answer: GateAnswer): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = null;
    // A thread that has nothing to do keeps no process alive.
    this.#worker?.unref();
    current?.done(answer);
    this.#next();
  }
}

function extraTime(task: GateTask): number {
  let bytes = 0;
  for (const given of task.given.flat()) {
    if (given instanceof Uint8Array) bytes += given.length;
    else if (typeof given === 'object' && given !== null && 'update' in given) bytes += given.update.length;
  }
  return (PER_MEGABYTE * bytes) / (1024 * 1024);
}

/** The same with bytes in buffers of their own: a view would take its whole buffer along to the thread. */
function owned(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(owned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, owned(entry)]));
}

/** The gate that the product uses. `patience`: how long the smallest task may take, in milliseconds; `file`: the thread's. */
export function threadGate(patience = PATIENCE, file = workerFile()): Gate {
  const thread = new GateThread(patience, file);
  const askFor = <Name extends WorkName>(work: Name, given: Parameters<Work[Name]>): Promise<GateAnswer> =>
    thread.ask({ work, given: owned(given) } as GateTask);
  const ask = async <Name extends WorkName>(
    work: Name,
    given: Parameters<Work[Name]>,
  ): Promise<ReturnType<Work[Name]> | null> => {
    const answer = await askFor(work, given);
    return answer.ok ? (answer.value as ReturnType<Work[Name]>) : null;
  };
  return {
    judge: async (trial) => {
      const answer = await askFor('judge', [trial]);
      if (answer.ok) return answer.value as Verdict;
      return answer.away === true ? { is: 'untried' } : UNFIT;
    },
    compare: (state, updates) => ask('compare', [state, updates]),
    merge: (updates, state) => ask('merge', [updates, state]),
    covers: async (longer, shorter) => (await ask('covers', [longer, shorter])) ?? false,
    lossesIn: async (state, update) => (await ask('lossesIn', [state, update])) ?? { passages: [], fields: [] },
    content: (state) => ask('content', [state]),
    close: () => thread.close(),
  };
}
