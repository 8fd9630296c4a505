import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { Random } from '#shared/article/random.ts';
import type { Clock } from './clock.ts';
import { isDiskError, type Disk, type DiskLock } from './disk/disk.ts';
import { diskFailure, onDisk } from './disk/failure.ts';
import { makeLastingFolder } from './disk/folder.ts';
import { Problems, type Ground } from './holding.ts';
import { readIndex } from './index-file.ts';
import { lookAt, makeFolders, markerOf, newMarker, writeMarker, type Look } from './marker.ts';
import { tryQuarantine } from './quarantine.ts';

export interface Opened {
  readonly id: string;
  readonly ground: Ground;
  /** Null with read access. */
  readonly lock: DiskLock | null;
}

interface Options {
  readonly place: string;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly access: 'write' | 'read';
}

/** Finds or makes the library in a folder, and takes the lock for writing. */
export async function openGround(o: Options): Promise<Result<Opened>> {
  const place = o.place.replace(/(?<=.)[/\\]+$/u, '');
  const look = await lookAt(o.disk, place);
  if (!look.ok) return look;
  const ground: Ground = {
    disk: o.disk,
    place,
    access: o.access,
    clock: o.clock,
    random: o.random,
    holdings: new Map(),
    segments: new Map(),
    condemned: new Set(),
    problems: new Problems(),
  };
  return o.access === 'read' ? joinReading(ground, look.value) : takeForWriting(ground);
}

async function joinReading(ground: Ground, look: Look): Promise<Result<Opened>> {
  switch (look.is) {
    case 'empty':
      return fail('file-missing', 'There is no library in this folder yet.');
    case 'unmarked':
      ground.problems.add(MARKER_LOST);
      return succeed({ id: await idFromIndex(ground), ground, lock: null });
    case 'library':
      return succeed({ id: look.marker.library, ground, lock: null });
  }
}

async function takeForWriting(ground: Ground): Promise<Result<Opened>> {
  const { disk, place } = ground;
  const made = await makePlace(disk, place);
  if (!made.ok) return made;
  const lock = await onDisk(() => disk.lock(`${place}/lock.sqlite`));
  if (!lock.ok) return lock;
  if (lock.value === null) {
    return fail('library-busy', 'Another Stet on this computer has this library open; close it there first.');
  }
  const id = await prepare(ground);
  if (id.ok) return succeed({ id: id.value, ground, lock: lock.value });
  await lock.value.release();
  return id;
}

/** Makes the library's folder where it is missing. */
async function makePlace(disk: Disk, place: string): Promise<Result<null>> {
  try {
    await makeLastingFolder(disk, place);
    return succeed(null);
  } catch (error) {
    // What should hold the folder is a file, or no system makes folders there.
    if (isDiskError(error, 'missing') || isDiskError(error, 'exists')) return NO_PLACE;
    return diskFailure(error);
  }
}

/** Looks again, now that nobody else writes, and makes what is missing. Returns the library's id. */
async function prepare(ground: Ground): Promise<Result<string>> {
  const { disk, place, random, problems } = ground;
  const look = await lookAt(disk, place);
  if (!look.ok) return look;
  return onDisk(async () => {
    await makeFolders(disk, place);
    if (look.value.is === 'library') return look.value.marker.library;
    const fresh = newMarker(random);
    const known = look.value.is === 'unmarked' ? await idFromIndex(ground) : '';
    if (look.value.is === 'unmarked') problems.add(MARKER_LOST);
    if (look.value.is === 'unmarked' && look.value.damaged) {
      await tryQuarantine(disk, place, 'stet.json', 'It does not say what a library says.');
    }
    const marker = known === '' ? fresh : markerOf(known);
    await writeMarker(disk, place, marker);
    return marker.library;
  });
}

async function idFromIndex({ disk, place }: Ground): Promise<string> {
  const index = await readIndex(disk, place);
  return typeof index === 'string' ? '' : index.library;
}

const NO_PLACE = fail('not-writable', 'A library cannot be made in this place; choose another folder for it.');
const MARKER_LOST = fail(
  'library-damaged',
  'The file "stet.json" of this library was missing or damaged and is made again; no article was touched.',
).error;
