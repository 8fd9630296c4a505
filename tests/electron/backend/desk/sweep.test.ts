import { describe, expect, it } from 'vitest';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { FaultyDisk } from '../disk/faulty-disk.ts';
import { Stumbling, STUMBLES, type Call, type Stumble } from './stumbling.ts';
import { IN_MEMORY, stumblingDisk } from './stumbling-disk.ts';
import { anasLife, beginWorld, heal, type World, type Wrong } from './sweep-life.ts';

/** Every call of save, publish, receive and compact is counted; so many lie between two that are tried. */
const STRIDE = 5;
const PLACES = { ana: '/home/library', ben: '/home/library', desk: '/share/desk' };

async function newDisks(seed: number) {
  const disks = { folder: new FaultyDisk(seed), ana: new FaultyDisk(seed + 1), ben: new FaultyDisk(seed + 2) };
  for (const disk of Object.values(disks)) {
    await disk.makeFolder(disk === disks.folder ? '/share' : '/home');
    await disk.syncFolder('/');
  }
  return disks;
}

interface Outcome {
  readonly calls: readonly Call[];
  readonly wrong: readonly Wrong[];
}

/** Runs Ana's life with one stumble, after which the power goes, heals, and says what is wrong. */
async function run(at: number, how: Stumble, hersOf: (disk: FaultyDisk) => Disk = (disk) => disk): Promise<Outcome> {
  const { folder, ana, ben } = await newDisks(at * 10 + STUMBLES.indexOf(how));
  const world: World = { folder, disks: { ana, ben }, places: PLACES, lives: 0, marks: 0 };
  const id = await beginWorld(world);
  const stumbling = new Stumbling(at, how, IN_MEMORY);
  const [saved, sent] = [new Set<string>(), new Set<string>()];
  const hers: World = {
    ...world,
    folder: stumblingDisk(folder, stumbling),
    disks: { ana: stumblingDisk(hersOf(ana), stumbling), ben },
  };
  await anasLife(hers, id, {
    saved: (mark) => saved.add(mark),
    sent: () => {
      if (!stumbling.isDead) for (const mark of saved) sent.add(mark);
    },
    step: (step) => {
      stumbling.step = step;
    },
  });
  if (stumbling.isDead) ana.powerCut();
  const wrong = await heal({ ...world, lives: hers.lives, marks: hers.marks }, id, { saved, sent });
  return { calls: stumbling.calls, wrong: stumbling.isDead ? wrong.filter((one) => !isUnclear(one)) : wrong };
}

/** A disk that says it has written what comes into the journal, and has not. */
function forgetful(disk: FaultyDisk): Disk {
  return {
    ...stumblingDisk(disk, new Stumbling(0, 'EIO', IN_MEMORY)),
    create: async (path) => {
      const handle = await disk.create(path);
      return path.includes('/journal/') ? { ...handle, write: async (bytes) => bytes.length } : handle;
    },
  };
}

/**
 * This disk garbles what was not synced when the power goes. At the end of a journal file that looks like damage, and
 * Stet says that nobody can tell (docs/library-format.md).
 */
function isUnclear({ is, at, what }: Wrong): boolean {
  if (is !== 'corrupt') return false;
  if (at === 'ana') return what.startsWith('A journal file of this library is damaged;');
  return at.startsWith('ana/journal/') && what.endsWith('are damaged, or are a write that never ended.');
}

describe('save, publish, receive and compact', () => {
  it.each(STUMBLES)(
    'lose nothing and promise nothing false when one call meets %s',
    async (how) => {
      const { calls, wrong } = await run(0, how);
      expect(wrong).toEqual([]);
      expect(calls.length).toBeGreaterThan(100);
      for (let at = 1 + (STUMBLES.indexOf(how) % STRIDE); at <= calls.length; at += STRIDE) {
        const { wrong } = await run(at, how);
        expect({ at, wrong }).toEqual({ at, wrong: [] });
      }
    },
    120_000,
  );

  it('would be caught at a lie', async () => {
    const { calls } = await run(0, 'kill');
    const exchange = calls.findIndex(({ step }) => step === 'exchange') + 1;
    const { wrong } = await run(exchange, 'kill', forgetful);
    expect(wrong).toContainEqual({ is: 'lie', at: 'ana', what: '"one" was said to be saved' });
  });
});
