import { basename, dirname } from 'node:path';
import { STUMBLES, type Call, type Stumble } from '#tests/electron/backend/desk/stumbling.ts';
import type { Wrong } from '#tests/electron/backend/desk/sweep-life.ts';
import { Lane, type Outcome } from './sweep-lane.ts';
import { leave, prepare } from './sweep-world.ts';

/** So many lives are lived at once. */
const LANES = 2;
const PARCEL = /(?<from>\d+)-(?<to>\d+)-[0-9a-f]{64}\.parcel$/u;

/** What a call is for. */
type Phase = 'open' | 'save' | 'publish' | 'receive' | 'compact' | 'look' | 'close';

interface Finding {
  readonly is: Wrong['is'] | 'astray';
  readonly at: number;
  readonly call: string;
  readonly what: string;
}

/** What came of all runs with one fault. */
export interface Swept {
  readonly how: Stumble;
  readonly runs: number;
  /** Of those, how many were at a read or write of bytes: only these can be torn or short. */
  readonly moves: number;
  readonly corrupt: number;
  readonly lies: number;
  /** Runs that were not what they were meant to be, and so show nothing. */
  readonly astray: number;
  readonly seconds: number;
  readonly wrong: readonly Finding[];
}

export interface Sweep {
  /** The calls of a life in which nothing goes wrong. */
  readonly calls: readonly Call[];
  readonly phases: Readonly<Record<Phase, number>>;
  readonly swept: readonly Swept[];
}

/**
 * Sweeps the real disk: one life in which nothing goes wrong, to count its calls, then for each fault one life with that
 * fault at every `stride`-th call. Each fault begins at another call, so that all of them together meet six times as
 * many. Throws where that one life is not what it should be.
 */
export async function sweep(stride: number, onSwept: (swept: Swept) => void = () => {}): Promise<Sweep> {
  const ground = await prepare();
  const lanes = Array.from({ length: LANES }, (_, at) => new Lane(ground, `lane-${at}`));
  try {
    const [first] = lanes;
    if (first === undefined) throw new Error('there is no lane');
    const calls = await soundLife(first);
    const swept: Swept[] = [];
    for (const [offset, how] of STUMBLES.entries()) {
      const started = performance.now();
      const begin = Math.floor((offset * stride) / STUMBLES.length);
      const places = calls.keys().filter((at) => at % stride === begin);
      const outcomes: Outcome[] = [];
      const work = async (lane: Lane): Promise<void> => {
        for (const at of places) outcomes.push(await lane.run(at + 1, how));
      };
      await Promise.all(lanes.map(work));
      swept.push(summary(how, outcomes, calls, (performance.now() - started) / 1000));
      onSwept(swept[offset] ?? summary(how, [], calls, 0));
    }
    return { calls, phases: phasesOf(calls), swept };
  } finally {
    for (const lane of lanes) await lane.close();
    await leave(ground);
  }
}

/** The calls of a life without a fault, which must be right and say that everything was saved and sent. */
async function soundLife(lane: Lane): Promise<readonly Call[]> {
  const { calls, told, wrong } = await lane.run(0, 'EIO', true);
  if (wrong.length > 0) throw new Error(`without a fault: ${JSON.stringify(wrong)}`);
  if (told.saved.size !== 3 || told.sent.size !== 3) throw new Error('without a fault not all is saved and sent');
  return calls;
}

function summary(how: Stumble, outcomes: readonly Outcome[], calls: readonly Call[], seconds: number): Swept {
  const wrong = outcomes.flatMap((outcome): Finding[] => {
    const { at, met } = outcome;
    const call = met === null ? 'nowhere' : `${met.name} ${met.path}`;
    return [
      ...outcome.wrong.map((one) => ({ is: one.is, at, call, what: `${one.at} ${one.what}` })),
      ...astray(outcome, calls[at - 1]).map((what) => ({ is: 'astray' as const, at, call, what })),
    ];
  });
  const count = (is: Finding['is']): number => new Set(wrong.filter((one) => one.is === is).map(({ at }) => at)).size;
  const moves = outcomes.filter(({ met }) => met?.name === 'write' || met?.name === 'read').length;
  const [corrupt, lies] = [count('corrupt'), count('lie')];
  return { how, runs: outcomes.length, moves, corrupt, lies, astray: count('astray'), seconds, wrong };
}

/** Whether the run met the very call that was counted, and ended as its fault ends a process. */
function astray({ how, met, signal }: Outcome, call: Call | undefined): string[] {
  const wrong: string[] = [];
  const place = (one: Call | null | undefined): string => JSON.stringify([one?.step, one?.name, one?.path]);
  if (place(met) !== place(call)) wrong.push(`stumbled at ${place(met)}, not at ${place(call)}`);
  const ending = how === 'kill' || how === 'torn' ? 'SIGKILL' : null;
  if (signal !== ending) wrong.push(`ended with ${signal}, not with ${ending}`);
  return wrong;
}

/** How many calls each phase has. */
function phasesOf(calls: readonly Call[]): Record<Phase, number> {
  const phases: Record<Phase, number> = { open: 0, save: 0, publish: 0, receive: 0, compact: 0, look: 0, close: 0 };
  const made = (folder: string): string[] =>
    calls.filter(({ name, path }) => name === 'mkdir' && dirname(path) === folder).map(({ path }) => basename(path));
  const ours = new Set(made('share/desk/writers'));
  const theirs = new Set(made('ana/library/parcels').filter((writer) => !ours.has(writer)));
  for (const call of calls) phases[phaseOf(call, ours, theirs)] += 1;
  return phases;
}

/** In an exchange the path tells what a call is for: our parcels, theirs, longer ones and the end of shorter ones. */
function phaseOf({ step, name, path }: Call, ours: ReadonlySet<string>, theirs: ReadonlySet<string>): Phase {
  if (step === 'begin') return 'open';
  if (step === 'end') return 'close';
  if (step === 'save') return 'save';
  const { from, to } = PARCEL.exec(path)?.groups ?? {};
  const [file, folder] = [basename(path), basename(dirname(path))];
  if (from !== to || (from !== undefined && name === 'unlink' && !file.startsWith('.new-'))) return 'compact';
  if (path.includes('/journal/') || theirs.has(file) || theirs.has(folder)) return 'receive';
  if (ours.has(folder) && name !== 'stat') return 'publish';
  return 'look';
}
