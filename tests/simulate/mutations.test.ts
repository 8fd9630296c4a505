import { describe, expect, it } from 'vitest';
import { play } from './play.ts';
import { MUTATIONS } from './mutations.ts';
import { scriptOf } from './script.ts';

/** Each must be caught within so many seeds. */
const SEEDS = 300;

describe('the simulator catches a product in which', () => {
  it.each(MUTATIONS.map((mutation) => [mutation.breaks, mutation] as const))(
    '%s',
    async (_, mutation) => {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        if ((await play(scriptOf(seed), mutation)).violation !== null) return;
      }
      expect.unreachable(`${mutation.name} was not caught within ${SEEDS} seeds`);
    },
    60_000,
  );
});
