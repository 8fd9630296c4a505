import { webcrypto } from 'node:crypto';
import { seeded } from '../electron/backend/seeded.ts';

const fill = webcrypto.getRandomValues.bind(webcrypto);
let next: (() => number) | null = null;

// Yjs takes this function when it is loaded, so this file is imported before anything that imports Yjs.
Object.defineProperty(webcrypto, 'getRandomValues', {
  value: <T extends Uint32Array>(numbers: T): T => {
    if (next === null) return fill(numbers);
    for (let at = 0; at < numbers.length; at += 1)
      numbers[at] = Math.floor(next() * 2 ** (8 * numbers.BYTES_PER_ELEMENT));
    return numbers;
  },
});

/**
 * Runs `work` while time stands still: timers that are set never fire (the world says when somebody tidies up), the
 * machine's own clocks do not move, and its randomness comes from `seed`; so how fast this computer is changes nothing.
 */
export async function inStillness<T>(seed: number, work: () => Promise<T>): Promise<T> {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = performance;
  const dateNow = Date.now;
  const never = { unref: () => never, ref: () => never, hasRef: () => false };
  next = seeded(seed);
  Object.assign(globalThis, { setTimeout: () => never, clearTimeout: () => {} });
  Object.assign(performance, { now: () => 0 });
  Object.assign(Date, { now: () => 0 });
  try {
    return await work();
  } finally {
    next = null;
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Object.assign(performance, { now });
    Object.assign(Date, { now: dateNow });
  }
}
