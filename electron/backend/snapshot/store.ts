import type { ArticleId } from '#shared/article/identity.ts';
import { isDiskError, type Disk } from '../disk/disk.ts';
import { removeIfThere, replaceFile } from '../disk/replace.ts';
import { decodeSnapshot, encodeSnapshot, SNAPSHOT_DIGEST, type Snapshot } from './snapshot.ts';

const NAME = /^snapshot-([1-9][0-9]{0,14})$/;
/** How many good snapshots of an article are kept. */
const KEPT = 2;
/** How often a reader looks again when files vanish under its eyes. */
const LOOKS = 5;

export interface FoundSnapshots {
  /** Newest first; those that are whole. At most as many as were asked for. */
  readonly good: readonly Snapshot[];
  /** Number of the newest good one; 0 where there is none. */
  readonly newest: number;
  /** Paths inside the library of files that are damaged. */
  readonly damaged: readonly string[];
}

/** Where the snapshots of an article lie, inside the library. */
export function snapshotFolder(id: ArticleId): string {
  return `articles/${id}`;
}

/** The newest `most` whole snapshots of an article, and the damaged ones met on the way. */
export async function readSnapshots(disk: Disk, place: string, id: ArticleId, most: number): Promise<FoundSnapshots> {
  for (let look = 1; ; look += 1) {
    try {
      return await lookFor(disk, place, id, most);
    } catch (error) {
      if (!isDiskError(error, 'missing') || look === LOOKS) throw error;
    }
  }
}

async function lookFor(disk: Disk, place: string, id: ArticleId, most: number): Promise<FoundSnapshots> {
  const good: Snapshot[] = [];
  const damaged: string[] = [];
  let newest = 0;
  for (const number of await numbers(disk, `${place}/${snapshotFolder(id)}`)) {
    if (good.length >= most) break;
    const file = `${snapshotFolder(id)}/snapshot-${number}`;
    const snapshot = decodeSnapshot(id, await readOrNothing(disk, `${place}/${file}`));
    if (snapshot === null) damaged.push(file);
    else good.push(snapshot);
    if (snapshot !== null && newest === 0) newest = number;
  }
  return { good, newest, damaged };
}

/** A file whose bytes can't be read (a bad sector) counts as damaged, not as a reason to give up. */
async function readOrNothing(disk: Disk, path: string): Promise<Uint8Array> {
  try {
    return await disk.read(path);
  } catch (error) {
    if (isDiskError(error, 'failed')) return new Uint8Array(0);
    throw error;
  }
}

/** Numbers of the snapshots in a folder, newest first; none when there is no folder. */
async function numbers(disk: Disk, folder: string): Promise<number[]> {
  try {
    const names = (await disk.list(folder)).map((entry) => NAME.exec(entry.name)?.[1]);
    return names
      .filter((text) => text !== undefined)
      .map(Number)
      .sort((a, b) => b - a);
  } catch (error) {
    if (isDiskError(error, 'missing')) return [];
    throw error;
  }
}

/** Number and digest (hex) of an article's newest snapshot, as its file has it, unchecked; null where there is none. */
export async function newestSnapshot(
  disk: Disk,
  place: string,
  id: ArticleId,
): Promise<{ number: number; digest: string } | null> {
  const folder = `${place}/${snapshotFolder(id)}`;
  const [number] = await numbers(disk, folder);
  if (number === undefined) return null;
  const path = `${folder}/snapshot-${number}`;
  const size = (await disk.size(path)) ?? 0;
  const tail = await disk.readPart(path, Math.max(0, size - SNAPSHOT_DIGEST), SNAPSHOT_DIGEST);
  return { number, digest: Buffer.from(tail).toString('hex') };
}

/**
 * Writes a snapshot under the next number, reads it back, and only then removes what is older than the one before it.
 * Damaged files are not removed here: they belong in quarantine. Returns the new snapshot's number.
 */
export async function writeSnapshot(disk: Disk, place: string, snapshot: Snapshot): Promise<number> {
  const folder = `${place}/${snapshotFolder(snapshot.article)}`;
  const before = await numbers(disk, folder);
  if (before.length === 0) {
    await disk.makeFolder(folder);
    await disk.syncFolder(`${place}/articles`);
  }
  const next = (before[0] ?? 0) + 1;
  await replaceFile(disk, `${folder}/snapshot-${next}`, encodeSnapshot(snapshot), 'snapshot');
  let good = 1;
  for (const number of before) {
    const path = `${folder}/snapshot-${number}`;
    const whole = decodeSnapshot(snapshot.article, await readOrNothing(disk, path)) !== null;
    if (whole && good >= KEPT) await removeIfThere(disk, path);
    if (whole) good += 1;
  }
  return next;
}
