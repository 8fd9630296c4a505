import { inStillness } from './stillness.ts';
import { sha256Hex } from '#electron/backend/digest.ts';
import { beginWorld, takeStep } from './course.ts';
import { calmDown, check, exchangeUntilQuiet } from './healing.ts';
import type { Mutation } from './mutation.ts';
import { Violation } from './oracle.ts';
import type { Script } from './script.ts';
import { World, type Counts } from './world.ts';

/** How one world ended. */
export interface Outcome {
  readonly seed: number;
  readonly counts: Counts;
  /** Digest of every file of every machine at the end: equal when two plays went the same way. */
  readonly digest: string;
  /** What it showed that no world may show; null for nothing. */
  readonly violation: { readonly promise: string; readonly message: string } | null;
}

/** Plays a script to its end, heals the world and checks it. The same script ends the same way each time. */
export async function play(script: Script, mutation: Mutation): Promise<Outcome> {
  const world = new World(script, mutation);
  const mend = mutation.patch();
  const violation = await inStillness(script.seed, async () => {
    try {
      await beginWorld(world, script);
      for (const step of script.steps) await takeStep(world, step);
      const estate = await calmDown(world);
      await exchangeUntilQuiet(world);
      await check(world, estate);
      return null;
    } catch (error) {
      if (error instanceof Violation) return { promise: error.promise, message: error.message };
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { promise: 'no exceptions', message: said };
    } finally {
      mend();
    }
  });
  return { seed: script.seed, counts: world.counts, digest: digestOf(world), violation };
}

function digestOf({ devices }: World): string {
  const files = devices.flatMap(({ disk, replica }) => [...disk.image(), ...replica.disk.image()]);
  return sha256Hex(Buffer.from(files.map(([path, bytes]) => `${path} ${sha256Hex(bytes)}`).join('\n')));
}
