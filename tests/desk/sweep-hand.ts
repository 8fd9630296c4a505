// First, because Yjs takes its randomness when it is loaded.
import { inStillness } from '#tests/simulate/stillness.ts';
import { writeSync } from 'node:fs';
import { DiskError, isDiskError, type Disk, type DiskLock } from '#electron/backend/disk/disk.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { Stumbling, type Call, type Stumble } from '#tests/electron/backend/desk/stumbling.ts';
import { anasLife, type Onlooker } from '#tests/electron/backend/desk/sweep-life.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { systemMeans, watchSystem } from './sweep-system.ts';
import { placesIn } from './sweep-world.ts';

/** One life to be lived, with a stumble at its `at`-th call (0: none). */
export interface Task {
  readonly folder: string;
  readonly id: ArticleId;
  readonly at: number;
  readonly how: Stumble;
  /** Whether all calls shall be told at the end. */
  readonly tellCalls: boolean;
}

/** What a life tells: a line of JSON each, written before anything else is done. */
export type Said =
  | { readonly is: 'saved'; readonly mark: string }
  | { readonly is: 'sent' }
  | { readonly is: 'met'; readonly call: Call | null }
  | { readonly is: 'done'; readonly calls: readonly Call[] };

/** Where it tells it. */
const PIPE = 3;

/** A synchronous write: what is said is in the pipe before the next call to the disk, whatever becomes of this process. */
function say(said: Said): void {
  writeSync(PIPE, `${JSON.stringify(said)}\n`);
}

/** SQLite asks the system by itself, so the whole of it counts as one call; what it meets has one name on our side. */
async function lockWatched(stumbling: Stumbling, disk: Disk, path: string): Promise<DiskLock | null> {
  try {
    return await stumbling.call('lock', path, () => disk.lock(path));
  } catch (error) {
    throw isDiskError(error) ? error : new DiskError('failed', `${path}: cannot be locked`);
  }
}

let current: Stumbling | null = null;

async function live({ folder, id, at, how, tellCalls }: Task): Promise<void> {
  const stumbling: Stumbling = new Stumbling(
    at,
    how,
    systemMeans(() => say({ is: 'met', call: stumbling.met })),
  );
  const disk: Disk = nodeDisk();
  const hers: Disk = { ...disk, lock: (path) => lockWatched(stumbling, disk, path) };
  const world = { folder: hers, disks: { ana: hers, ben: disk }, places: placesIn(folder), lives: 10, marks: 10 };
  const onlooker: Onlooker = {
    saved: (mark) => say({ is: 'saved', mark }),
    sent: () => say({ is: 'sent' }),
    step: (step) => {
      stumbling.step = step;
    },
  };
  current = stumbling;
  // Every life has the same bytes and the same calls, so that the n-th call is the one that was counted.
  await inStillness(1, () => anasLife(world, id, onlooker));
  current = null;
  say({ is: 'met', call: stumbling.met });
  say({ is: 'done', calls: tellCalls ? stumbling.calls : [] });
}

await watchSystem(() => current);
process.on('message', (task: Task) => void live(task));
