import { describe, expect, it } from 'vitest';
import { play } from './play.ts';
import { mutationNamed } from './mutations.ts';
import { scriptOf } from './script.ts';
import { shrink } from './shrink.ts';

/** `npm run simulate -- --seeds 10000` is the whole proof; here are the first worlds of it. */
const SEEDS = 30;

describe('a simulated world', () => {
  it(`keeps every promise over ${SEEDS} seeds`, async () => {
    let acknowledged = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { counts, violation } = await play(scriptOf(seed), mutationNamed('none'));
      expect({ seed, violation }).toEqual({ seed, violation: null });
      acknowledged += counts.acknowledged;
    }
    expect(acknowledged).toBeGreaterThan(SEEDS * 10);
  }, 60_000);

  it('replays exactly', async () => {
    for (const seed of [3, 4]) {
      const once = await play(scriptOf(seed), mutationNamed('none'));
      expect(await play(scriptOf(seed), mutationNamed('none'))).toEqual(once);
    }
  });

  it('shrinks a failing script to a few steps that still fail', async () => {
    const mutation = mutationNamed('no inspection');
    for (let seed = 1; ; seed += 1) {
      const script = scriptOf(seed);
      const outcome = await play(script, mutation);
      if (outcome.violation === null) continue;
      const shrunk = await shrink(script, outcome, mutation);
      expect(shrunk.outcome.violation?.promise).toBe(outcome.violation.promise);
      expect(shrunk.script.steps.length).toBeLessThan(script.steps.length / 3);
      return;
    }
  }, 60_000);
});
