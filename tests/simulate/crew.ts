import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Outcome } from './play.ts';

/** What a hand is asked to do: every `stride`-th seed from `from` up to, not including, `end`. */
export interface Task {
  readonly from: number;
  readonly end: number;
  readonly stride: number;
  readonly mutation: string;
  /** Whether it stops at its first violation. */
  readonly stopAtFirst: boolean;
}

/** The program that plays a share of the seeds. */
const HAND = new URL('hand.ts', import.meta.url);

/** Plays seeds on all cores, one process on each; `onOutcome` is told of every world as it ends. */
export async function playAll(o: Omit<Task, 'stride'>, onOutcome: (outcome: Outcome) => void): Promise<void> {
  const hands = Math.max(1, Math.min(availableParallelism(), o.end - o.from));
  let stopped = false;
  const work = Array.from({ length: hands }, (_, at) => {
    const hand = fork(HAND);
    const task: Task = { ...o, from: o.from + at, stride: hands };
    return new Promise<void>((resolve, reject) => {
      hand.on('message', (outcome: Outcome) => {
        onOutcome(outcome);
        if (outcome.violation !== null && o.stopAtFirst) stopped = true;
        hand.send(stopped ? 'enough' : 'next');
      });
      hand.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
      hand.send(task);
    });
  });
  await Promise.all(work);
}
