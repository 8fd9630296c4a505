import type { Mutation } from './mutation.ts';
import { play, type Outcome } from './play.ts';
import type { Script, Step } from './script.ts';

/** So many plays at most are spent on making a script smaller. */
const MOST_PLAYS = 600;

/** A script that breaks the same promise and is as small as could be made of the given one, and how it ends. */
export interface Shrunk {
  readonly script: Script;
  readonly outcome: Outcome;
}

/**
 * Makes a failing script smaller: leaves out halves, quarters, single steps, then the trouble of each step, for as long
 * as the same promise is broken.
 */
export async function shrink(script: Script, outcome: Outcome, mutation: Mutation): Promise<Shrunk> {
  let best: Shrunk = { script, outcome };
  let plays = 0;
  const isBetter = async (steps: readonly Step[]): Promise<boolean> => {
    if (plays >= MOST_PLAYS) return false;
    plays += 1;
    const tried = { ...best.script, steps };
    const ended = await play(tried, mutation);
    if (ended.violation?.promise !== outcome.violation?.promise) return false;
    best = { script: tried, outcome: ended };
    return true;
  };
  for (let size = Math.ceil(script.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = best.script.steps.length - size; at > -size; at -= size) {
      const from = Math.max(0, at);
      const { steps } = best.script;
      if (from < steps.length) await isBetter([...steps.slice(0, from), ...steps.slice(from + size)]);
    }
  }
  for (const step of best.script.steps) {
    if (Object.keys(step.trouble).length === 0) continue;
    await isBetter(best.script.steps.map((other) => (other === step ? { ...step, trouble: {} } : other)));
  }
  return best;
}
