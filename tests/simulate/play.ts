import { calmDown, check, exchangeUntilQuiet } from './healing.ts';
import type { Mutation } from './mutation.ts';
import { Violation } from './oracle.ts';
import type { Script } from './script.ts';
import { inStillness } from './stillness.ts';
import { World, type Counts } from './world.ts';

/** How one world ended. */
export interface Outcome {
  readonly seed: number;
  readonly counts: Counts;
  /** What it showed that no world may show; null for nothing. */
  readonly violation: { readonly promise: string; readonly message: string } | null;
}

/** Plays a script to its end, heals the world and checks it. The same script ends the same way each time. */
export async function play(script: Script, mutation: Mutation): Promise<Outcome> {
  const world = new World(script, mutation);
  const violation = await inStillness(async () => {
    try {
      await world.begin(script.devices);
      for (const step of script.steps) await world.step(step);
      const estate = await calmDown(world);
      await exchangeUntilQuiet(world);
      await check(world, estate);
      return null;
    } catch (error) {
      if (error instanceof Violation) return { promise: error.promise, message: error.message };
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { promise: 'no exceptions', message: said };
    }
  });
  return { seed: script.seed, counts: world.counts, violation };
}
