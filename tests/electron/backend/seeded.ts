import type { Random } from '#shared/article/random.ts';
import type { Clock } from '#electron/backend/clock.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The randomness port, replayable. */
export function seededRandom(seed: number): Random {
  const next = seeded(seed);
  return (bytes) => Uint8Array.from({ length: bytes }, () => Math.floor(next() * 256));
}

/** A clock that goes on a second each time it is read. */
export function steppingClock(start = Date.UTC(2026, 0, 1)): Clock {
  let now = start;
  return {
    now: () => {
      now += 1000;
      return now;
    },
  };
}
