import { chanceOf, type Chance } from './chance.ts';
import { MISDEEDS, type Misdeed } from './adversary.ts';
import type { End } from './life.ts';

/** What can go wrong while a step is done. */
export interface Trouble {
  /** After how many calls to a disk the process ends, and how. */
  readonly ends?: { readonly after: number; readonly how: End };
  /** How often syncs and writes fail, and writes are short. */
  readonly disk?: { readonly short: number; readonly writeError: number; readonly syncError: number };
  /** After how many bytes the disk of the library is full. */
  readonly room?: number;
  /** How often a file of the folder is busy, and a listing leaves names out. */
  readonly folder?: { readonly busy: number; readonly partial: number };
  /** What is done on the machine in the middle of an exchange, after how many calls to a disk. */
  readonly meanwhile?: { readonly after: number; readonly does: 'edit' | 'copy' | 'stop' | 'other' | Misdeed };
}

/** What happens to one device. */
type Deed =
  | { readonly does: 'edit' | 'create' | 'share' | 'exchange' | 'settle' | 'restart' | 'copy' | 'backup' | 'clone' }
  | { readonly does: 'end'; readonly how: End }
  | { readonly does: 'restore'; readonly library: boolean; readonly replica: boolean }
  | { readonly does: 'clock'; readonly by: number }
  | { readonly does: 'misdeed'; readonly misdeed: Misdeed };

/** One step of a world. `luck` is all the randomness it has: leaving out other steps does not change it. */
export type Step = Deed & { readonly device: number; readonly luck: number; readonly trouble: Trouble };

/** All that happens in a world, before everything heals. */
export interface Script {
  readonly seed: number;
  /** How many devices there are at the beginning; clones come to them. */
  readonly devices: number;
  /** The last of them uses the folder of the first, on a server, without a copier between. */
  readonly share: boolean;
  readonly steps: readonly Step[];
}

/** How often each thing happens, in parts of the sum. */
const HABITS: readonly (readonly [Deed['does'], number])[] = [
  ['edit', 44],
  ['exchange', 24],
  ['copy', 24],
  ['misdeed', 9],
  ['create', 3],
  ['share', 4],
  ['settle', 3],
  ['restart', 3],
  ['end', 4],
  ['backup', 2],
  ['restore', 1.5],
  ['clone', 0.7],
  ['clock', 1],
];

const MEETINGS: ReadonlySet<Deed['does']> = new Set(['exchange', 'copy']);
const YEAR = 365 * 24 * 3600 * 1000;

/** The script of a seed. */
export function scriptOf(seed: number): Script {
  const chance = chanceOf(seed, 1);
  const devices = chance.odds(0.8) ? 4 : 5;
  const count = 40 + chance.below(41);
  // One of the machines may be away from the others for the whole time.
  const sleeper = chance.odds(0.3) ? chance.below(devices) : -1;
  const steps = Array.from({ length: count }, (_, at) => stepOf(chanceOf(seed, 2, at), devices)).map((step) =>
    step.device === sleeper && MEETINGS.has(step.does) ? ({ ...step, does: 'edit' } as const) : step,
  );
  return { seed, devices, share: chance.odds(0.25), steps };
}

function stepOf(chance: Chance, devices: number): Step {
  const deed = deedOf(chance);
  // Clones get numbers above the others; a step for a device that is not there is left out.
  const device = chance.odds(0.05) ? devices + chance.below(2) : chance.below(devices);
  return { ...deed, device, luck: chance.below(0xffff_ffff), trouble: isWork(deed) ? troubleOf(deed, chance) : {} };
}

function isWork({ does }: Deed): boolean {
  return ['edit', 'create', 'share', 'exchange', 'settle', 'restart'].includes(does);
}

function deedOf(chance: Chance): Deed {
  let at = chance.next() * HABITS.reduce((sum, [, often]) => sum + often, 0);
  const does = HABITS.find(([, often]) => (at -= often) < 0)?.[0] ?? 'edit';
  switch (does) {
    case 'end':
      return { does, how: chance.pick(['kill', 'power']) };
    case 'restore':
      return { does, ...chance.pick([BOTH, { library: true, replica: false }, { library: false, replica: true }]) };
    case 'clock':
      return { does, by: chance.pick([-YEAR, -3600_000, 3600_000, YEAR]) };
    case 'misdeed':
      return { does, misdeed: chance.pick(MISDEEDS) };
    default:
      return { does };
  }
}

const BOTH = { library: true, replica: true };

function troubleOf({ does }: Deed, chance: Chance): Trouble {
  if (does === 'exchange' && chance.odds(0.3)) {
    return {
      meanwhile: {
        after: chance.below(120),
        does: chance.pick(['edit', 'edit', 'edit', 'copy', 'stop', 'other', 'other', 'other', ...MISDEEDS]),
      },
    };
  }
  if (chance.odds(0.65)) return {};
  switch (chance.below(4)) {
    case 0:
      return { ends: { after: chance.below(chance.odds(0.5) ? 12 : 80), how: chance.pick(['kill', 'power']) } };
    case 1:
      return { disk: { short: 0.3, writeError: chance.next() * 0.2, syncError: chance.next() * 0.3 } };
    case 2:
      return { room: chance.below(4000) };
    default:
      return { folder: { busy: chance.next() * 0.3, partial: chance.next() * 0.5 } };
  }
}

/** The step as one line. */
export function lineOf({ device, luck, trouble, ...deed }: Step): string {
  const { does, ...more } = deed;
  const detail = Object.keys(more).length === 0 ? '' : ` ${JSON.stringify(more)}`;
  const what = Object.keys(trouble).length === 0 ? '' : `  trouble ${JSON.stringify(trouble)}`;
  return `device ${device}: ${does}${detail}${what}  (luck ${luck})`;
}
