import type { MediaName } from '#shared/article/block.ts';
import { succeed, type Result } from '#shared/article/failure.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import { isDiskError } from '../disk/disk.ts';
import { isNamed } from '../picture-store.ts';
import type { Library } from '../library.ts';
import type { DeskFolder } from './desk-folder.ts';
import { folderFailure } from './desk-marker.ts';
import { isEnded, type DeskGround, type Round } from './ground.ts';

/** So many pictures that both have are compared in one exchange, in turn. */
const COMPARED = 2;

/** Brings the pictures of shared articles into the folder and from it: `media/<first two digits>/<name>`. */
export async function exchangePictures(ground: DeskGround, round: Round): Promise<Result<null>> {
  const needed = new Set(
    [...ground.contents].flatMap(([id, { media }]) => (ground.ledger.shared.has(id) ? media : [])),
  );
  const both: (readonly [string, MediaName])[] = [];
  const absent = new Set<MediaName>();
  const { known } = ground;
  let done = 0;
  try {
    for (const [folder, names] of Map.groupBy([...needed].sort(), (name) => `media/${name.slice(0, 2)}`)) {
      const there = new Set((await ground.folder.names(folder)).map(({ name }) => name));
      for (const name of names) {
        if (isEnded(round)) return succeed(null);
        const moved = await exchangeOne(ground, `${folder}/${name}`, name, there.has(name));
        if (moved) round.report.pictures += 1;
        else if (!(await isHere(ground, name))) absent.add(name);
        done += 1;
        if (moved) round.onProgress({ phase: 'pictures', done, total: needed.size });
        if (there.has(name)) both.push([`${folder}/${name}`, name]);
      }
    }
    known.absentPictures = absent;
    for (let count = 0; count < Math.min(COMPARED, both.length) && !isEnded(round); count += 1) {
      known.pictureAt = (known.pictureAt + 1) % both.length;
      const [path, name] = both[known.pictureAt] ?? [];
      if (path === undefined || name === undefined) continue;
      if (await compareOne(ground, path, name)) round.report.pictures += 1;
    }
    return succeed(null);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return folderFailure(error);
  }
}

/** Returns whether the picture went one way or the other. */
async function exchangeOne(
  { library, disk, folder }: DeskGround,
  path: string,
  name: MediaName,
  there: boolean,
): Promise<boolean> {
  const here = await isHere({ library, disk }, name);
  if (here && there) return false;
  if (here) return give(library, folder, path, name);
  return there && receive(library, name, await folder.read(path, LIMITS.picture));
}

async function isHere({ library, disk }: Pick<DeskGround, 'library' | 'disk'>, name: MediaName): Promise<boolean> {
  return (await disk.size(`${library.place}/media/${name}`)) !== null;
}

/** Both have it: the bytes are compared with the name, and who has them right makes the other's right. */
async function compareOne({ library, folder }: DeskGround, path: string, name: MediaName): Promise<boolean> {
  const bytes = await folder.read(path, LIMITS.picture);
  if (bytes === 'locked') return false;
  const whole = bytes instanceof Uint8Array && isNamed(name, bytes);
  if (!whole) return give(library, folder, path, name);
  const ours = await library.readMedia(name);
  return !ours.ok && ours.error.code === 'library-damaged' && receive(library, name, bytes);
}

async function give(library: Library, folder: DeskFolder, path: string, name: MediaName): Promise<boolean> {
  const read = await library.readMedia(name);
  if (read.ok) await folder.write(path.slice(0, path.lastIndexOf('/')), name, read.value);
  return read.ok;
}

async function receive(library: Library, name: MediaName, bytes: unknown): Promise<boolean> {
  return bytes instanceof Uint8Array && isNamed(name, bytes) && (await library.writeMedia(name, bytes)).ok;
}
