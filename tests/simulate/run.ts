import { parseArgs } from 'node:util';
import { play, type Outcome } from './play.ts';
import { playAll } from './crew.ts';
import { MUTATIONS, mutationNamed } from './mutations.ts';
import { lineOf, scriptOf } from './script.ts';
import { shrink } from './shrink.ts';
import type { Counts } from './world.ts';

/** Each mutation must be caught within so many seeds. */
const CAUGHT_WITHIN = 300;
const SOUND_NAME = 'none';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    mutation: { type: 'string', default: SOUND_NAME },
    mutations: { type: 'boolean', default: false },
    'keep-going': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A whole number from 0, or the end of the program. */
function numberFrom(name: 'seeds' | 'from'): number {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 0) {
    say(`--${name} takes a whole number`);
    process.exit(2);
  }
  return number;
}

function sum(all: readonly Counts[]): Counts {
  const total: Counts = { acknowledged: 0, crashes: 0, faults: 0, rescues: 0, exchanges: 0 };
  for (const counts of all) {
    for (const name of Object.keys(total) as (keyof Counts)[]) total[name] += counts[name];
  }
  return total;
}

/** Plays the seeds and prints what came of them. True when no promise was broken. */
async function run(mutation: string, from: number, seeds: number): Promise<boolean> {
  const outcomes: Outcome[] = [];
  const started = performance.now();
  let told = started;
  const task = { from, end: from + seeds, mutation, stopAtFirst: !values['keep-going'] };
  await playAll(task, (outcome) => {
    outcomes.push(outcome);
    if (outcome.violation !== null) say(`seed ${outcome.seed}: ${outcome.violation.message}`);
    if (performance.now() - told < 15_000) return;
    told = performance.now();
    say(`… ${outcomes.length} of ${seeds} seeds`);
  });
  const seconds = (performance.now() - started) / 1000;
  const { acknowledged, crashes, faults, rescues, exchanges } = sum(outcomes.map(({ counts }) => counts));
  const failed = outcomes.filter(({ violation }) => violation !== null);
  say(`${outcomes.length} seeds, ${failed.length} violations`);
  say(
    `${acknowledged} edits acknowledged, ${exchanges} exchanges, ${crashes} crashes, ${faults} faults, ${rescues} rescues`,
  );
  say(`${(outcomes.length / seconds).toFixed(1)} seeds per second`);
  const [first] = failed.sort((one, other) => one.seed - other.seed);
  if (first !== undefined && !values['no-shrink']) await explain(first, mutation);
  return failed.length === 0;
}

/** Prints the smallest script found that breaks the same promise. */
async function explain(outcome: Outcome, mutation: string): Promise<void> {
  const whole = scriptOf(outcome.seed);
  const { script, outcome: smallest } = await shrink(whole, outcome, mutationNamed(mutation));
  say(`\nSeed ${outcome.seed}, ${script.devices} devices, ${script.steps.length} of ${whole.steps.length} steps:`);
  for (const step of script.steps) say(`  ${lineOf(step)}`);
  say(`  everything heals\n${smallest.violation?.message ?? ''}`);
}

/** Plays each mutation until it is caught and prints the table. True when each was. */
async function catchMutations(): Promise<boolean> {
  let all = true;
  for (const { name, breaks } of MUTATIONS) {
    let caught: Outcome | null = null;
    for (let seed = 1; seed <= CAUGHT_WITHIN && caught === null; seed += 1) {
      const outcome = await play(scriptOf(seed), mutationNamed(name));
      if (outcome.violation !== null) caught = outcome;
    }
    all &&= caught !== null;
    const where = caught === null ? 'NOT CAUGHT' : `seed ${caught.seed}`;
    say(`${name.padEnd(26)} ${where.padEnd(12)} ${caught?.violation?.promise ?? breaks}`);
  }
  return all;
}

const fine = values.mutations
  ? await catchMutations()
  : await run(values.mutation, numberFrom('from'), numberFrom('seeds'));
process.exitCode = fine ? 0 : 1;
