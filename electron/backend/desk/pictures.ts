import type { MediaName } from '#shared/article/block.ts';
import { succeed, type Result } from '#shared/article/failure.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import { isDiskError } from '../disk/disk.ts';
import { isNamed } from '../picture-store.ts';
import { folderFailure } from './desk-marker.ts';
import { isEnded, type DeskGround, type Round } from './ground.ts';

/** Brings the pictures of shared articles into the folder and from it: `media/<first two digits>/<name>`. */
export async function exchangePictures(ground: DeskGround, round: Round): Promise<Result<null>> {
  const needed = new Set(
    [...ground.contents].flatMap(([id, { media }]) => (ground.ledger.shared.has(id) ? media : [])),
  );
  let done = 0;
  try {
    for (const [folder, names] of Map.groupBy([...needed].sort(), (name) => `media/${name.slice(0, 2)}`)) {
      const there = new Set((await ground.folder.names(folder)).map(({ name }) => name));
      for (const name of names) {
        if (isEnded(round)) return succeed(null);
        const moved = await exchangeOne(ground, `${folder}/${name}`, name, there.has(name));
        if (moved) round.report.pictures += 1;
        done += 1;
        if (moved) round.onProgress({ phase: 'pictures', done, total: needed.size });
      }
    }
    return succeed(null);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return folderFailure(error);
  }
}

/** Returns whether the picture went one way or the other. What is torn in the folder is written anew by who has it. */
async function exchangeOne(
  { library, disk, folder }: DeskGround,
  path: string,
  name: MediaName,
  there: boolean,
): Promise<boolean> {
  const here = await disk.size(`${library.place}/media/${name}`);
  if (here !== null && there) return false;
  if (here !== null) {
    const read = await library.readMedia(name);
    if (read.ok) await folder.write(path.slice(0, path.lastIndexOf('/')), name, read.value);
    return read.ok;
  }
  const bytes = there ? await folder.read(path, LIMITS.picture) : null;
  if (!(bytes instanceof Uint8Array) || !isNamed(name, bytes)) return false;
  return (await library.writeMedia(name, bytes)).ok;
}
