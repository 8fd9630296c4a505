import type { Random } from '#shared/article/random.ts';
import { seeded } from '../electron/backend/seeded.ts';

/** Choices that come out the same for the same seed. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, not including, `end`. */
  readonly below: (end: number) => number;
  /** True in that share of cases. */
  readonly odds: (share: number) => boolean;
  /** One of them; throws on an empty list. */
  readonly pick: <T>(from: readonly T[]) => T;
  /** The randomness port. */
  readonly bytes: Random;
}

/** A chance of its own for each combination of numbers: what one part of a world draws never shifts another's luck. */
export function chanceOf(...numbers: readonly number[]): Chance {
  let seed = 0x9e3779b9;
  for (const number of numbers) seed = Math.imul(seed ^ number, 0x85ebca6b) ^ (seed >>> 13);
  const next = seeded(seed);
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    odds: (share) => next() < share,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
}
