import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { isArticleId } from '#shared/article/identity.ts';
import { parcelFile, parcelPath, type ParcelName } from '#shared/parcel/name.ts';
import { openParcel, type Parcel } from '#shared/parcel/parcel.ts';
import { onDisk } from '../disk/failure.ts';
import type { ArrivedParcel } from './arrival.ts';
import { isEnded, reachHere, type DeskGround, type Round } from './ground.ts';
import { quarantineParcel } from './refusing.ts';
import type { WaitingParcel } from './status.ts';
import { take } from './taking.ts';

/** So many bytes of updates, or so many parcels, are tried and written down in one go. */
const BATCH = { bytes: 16 * 1024 * 1024, parcels: 256 };

/**
 * Takes what the folder shows and the library has not, those of one writer in their order. A file that is not whole is
 * looked at again the next time; one whose bytes are right and whose content is not goes to quarantine and the desk
 * goes on.
 */
export async function receive(ground: DeskGround, round: Round): Promise<Result<null>> {
  ground.waiting.clear();
  const queue = [...round.listing.files.keys()].sort().map((writer) => newFrom(ground, round, writer));
  const total = queue.reduce((sum, names) => sum + names.length, 0);
  let batch: ArrivedParcel[] = [];
  let size = 0;
  let done = 0;
  for (const names of queue) {
    let reach = names[0] === undefined ? 0 : reachHere(ground, names[0].writer, round.listing);
    for (const name of names) {
      if (isEnded(round)) break;
      const arrived = name.from > reach + 1 ? wait(ground, name, 'earlier') : await open(ground, round, name);
      if (arrived === 'failed') return UNWRITTEN;
      done += 1;
      if (arrived !== 'waiting') reach = Math.max(reach, name.to);
      if (typeof arrived === 'string') continue;
      batch.push(arrived);
      size += arrived.parcel.parts.reduce((sum, { update }) => sum + update.length, 0);
      if (size < BATCH.bytes && batch.length < BATCH.parcels) continue;
      const taken = await take(ground, round, batch);
      if (!taken.ok) return taken;
      round.onProgress({ phase: 'receiving', done, total });
      batch = [];
      size = 0;
    }
  }
  round.report.waiting = ground.waiting.size;
  if (batch.length === 0) return succeed(null);
  const taken = await take(ground, round, batch);
  if (taken.ok) round.onProgress({ phase: 'receiving', done, total });
  return taken;
}

function newFrom(
  { shelf, ledger, application, covered }: DeskGround,
  { listing }: Round,
  writer: string,
): ParcelName[] {
  const listed = [...(listing.files.get(writer)?.values() ?? [])];
  return listed
    .filter((name) => !shelf.has(name) && !covered.has(parcelPath(name)))
    .filter((name) => !ledger.isRefused(parcelPath(name), application))
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.digest < b.digest ? -1 : 1));
}

function wait({ waiting }: DeskGround, name: ParcelName, why: WaitingParcel['why']): 'waiting' {
  waiting.set(parcelPath(name), { writer: name.writer, file: parcelFile(name), why });
  return 'waiting';
}

async function open(
  ground: DeskGround,
  round: Round,
  name: ParcelName,
): Promise<ArrivedParcel | 'waiting' | 'refused' | 'failed'> {
  const fetched = await ground.folder.fetch(name);
  if (fetched.is !== 'whole') return wait(ground, name, fetched.is);
  const { bytes } = fetched;
  const opened = openParcel(name, bytes, ground.codec);
  if (opened.is === 'newer') return wait(ground, name, 'newer');
  const wrong = opened.is === 'bad' ? opened.reason : misfit(ground, opened.parcel);
  if (opened.is === 'parcel' && wrong === null) return { name, bytes, parcel: opened.parcel };
  const refused = await onDisk(() => quarantineParcel(ground, { name, bytes, reason: wrong ?? '' }));
  if (!refused.ok) return 'failed';
  round.report.quarantined += 1;
  return 'refused';
}

function misfit({ desk }: DeskGround, parcel: Parcel): string | null {
  if (parcel.desk !== desk) return 'It belongs to another desk.';
  return parcel.parts.every(({ id }) => isArticleId(id)) ? null : 'It names what is no article.';
}

const UNWRITTEN = fail(
  'disk-error',
  'A file from the desk could not be put in quarantine; the disk of the library refuses it.',
);
