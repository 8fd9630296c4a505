import { succeed, type Failure, type Result } from '#shared/article/failure.ts';
import { parcelPath, type ParcelName } from '#shared/parcel/name.ts';
import { isDiskError } from '../disk/disk.ts';
import { onDisk } from '../disk/failure.ts';
import { folderFailure } from './desk-marker.ts';
import { isEnded, isListed, type DeskGround, type Round } from './ground.ts';
import { doubtAll } from './shelved.ts';

/** So many files of the folder are compared with the shelf in one exchange, in turn. */
const COMPARED = 8;
/** After so many refusals of the folder the rest waits for the next exchange. */
const PATIENCE = 5;

/**
 * Writes into the folder what the shelf holds and the folder does not show, whoever's it is; and compares a few of the
 * files that it shows, so that one that went bad is made good again in time.
 */
export async function putBack(ground: DeskGround, round: Round): Promise<Result<null>> {
  const { shelf, known } = ground;
  const all = shelf.all().filter(({ writer }) => !round.listing.unlisted.has(writer));
  const missing = all.filter((name) => !isListed(round.listing, name));
  let refusal: Failure | null = null;
  let refusals = 0;
  for (const [at, name] of missing.entries()) {
    if (isEnded(round) || refusals >= PATIENCE) break;
    const written = await putOne(ground, round, name);
    round.onProgress({ phase: 'putting-back', done: at + 1, total: missing.length });
    if (written.ok) continue;
    refusal ??= written.error;
    refusals += 1;
  }
  const listed = all.filter((name) => isListed(round.listing, name));
  for (const name of listed.filter((one) => ground.unsent.has(parcelPath(one)))) {
    const seen = await lookAgain(ground, round, name);
    if (!seen.ok) refusal ??= seen.error;
  }
  for (let count = 0; count < Math.min(COMPARED, listed.length) && !isEnded(round); count += 1) {
    known.scrubAt = (known.scrubAt + 1) % listed.length;
    const name = listed[known.scrubAt];
    if (name === undefined || (await ground.folder.fetch(name)).is !== 'incomplete') continue;
    const written = await putOne(ground, round, name);
    if (!written.ok) refusal ??= written.error;
  }
  return refusal === null ? succeed(null) : { ok: false, error: refusal };
}

/** A parcel of ours stands there although its sending failed at the end: only when it is read back whole it is sent. */
async function lookAgain(ground: DeskGround, round: Round, name: ParcelName): Promise<Result<null>> {
  const fetched = await ground.folder.fetch(name);
  if (fetched.is === 'incomplete') return putOne(ground, round, name);
  if (fetched.is === 'whole' && ground.unsent.delete(parcelPath(name))) round.report.published += 1;
  return succeed(null);
}

async function putOne(ground: DeskGround, { report }: Round, name: ParcelName): Promise<Result<null>> {
  const held = await onDisk(() => ground.shelf.read(name));
  if (!held.ok) return held;
  if (held.value === null) {
    doubtAll(ground, name);
    return succeed(null);
  }
  try {
    await ground.folder.put(name, held.value);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return folderFailure(error);
  }
  if (ground.unsent.delete(parcelPath(name))) report.published += 1;
  else report.putBack += 1;
  return succeed(null);
}
