import { isArticleId } from '#shared/article/identity.ts';
import { isMediaName } from '#shared/article/block.ts';
import { succeed, type Result } from '#shared/article/failure.ts';
import { isWriter, parseParcelName } from '#shared/parcel/name.ts';
import { sha256Hex } from './digest.ts';
import { isDiskError } from './disk/disk.ts';
import { onDisk } from './disk/failure.ts';
import { holdingOf, type Ground } from './holding.ts';
import { INDEX_FILE, readIndex } from './index-file.ts';
import { listSegments, readSegment, type SegmentFile } from './journal/segment.ts';
import { lookAt } from './marker.ts';
import { isNamed } from './picture-store.ts';
import { tryQuarantine } from './quarantine.ts';
import { retireSegment } from './retirement.ts';
import { readSnapshots, snapshotFolder } from './snapshot/store.ts';
import type { States } from './states.ts';

interface Damage {
  /** Path inside the library. */
  readonly file: string;
  /** One sentence. */
  readonly reason: string;
  /** True when everything that was good in it is safe elsewhere and the damaged file is in quarantine. */
  readonly repaired: boolean;
}

export interface VerifyReport {
  /** Files read whole: marker, index, journal segments, snapshots, pictures, parcels of the desk. */
  readonly files: number;
  /** Whole frames in the journal. */
  readonly frames: number;
  /** Articles that can be read whole. */
  readonly articles: number;
  readonly damaged: readonly Damage[];
}

interface Check {
  readonly ground: Ground;
  readonly states: States;
  readonly repair: boolean;
  /** The segment being written, which is read but never taken away. */
  readonly current: string | null;
  readonly writeIndex: () => Promise<unknown>;
  readonly damaged: Damage[];
  files: number;
  frames: number;
}

/**
 * Reads every byte of a library. With `repair`, what is good is written to fresh snapshots and what is damaged is moved
 * to quarantine; nothing is deleted. The readable mirror is not looked at: it is never read back.
 */
export async function verifyLibrary(
  ground: Ground,
  states: States,
  o: Pick<Check, 'repair' | 'current' | 'writeIndex'>,
): Promise<Result<VerifyReport>> {
  const check: Check = { ...o, ground, states, damaged: [], files: 0, frames: 0 };
  const articles = await onDisk(async () => {
    states.forget();
    await checkMarker(check);
    await checkIndex(check);
    for (const segment of await listSegments(ground.disk, `${ground.place}/journal`))
      await checkSegment(check, segment);
    const whole = await checkArticles(check);
    await checkMedia(check);
    await checkParcels(check);
    return whole;
  });
  if (!articles.ok) return articles;
  return succeed({ files: check.files, frames: check.frames, articles: articles.value, damaged: check.damaged });
}

async function checkMarker(check: Check): Promise<void> {
  const { ground, damaged } = check;
  check.files += 1;
  const look = await lookAt(ground.disk, ground.place);
  if (look.ok && look.value.is === 'library') return;
  damaged.push({ file: 'stet.json', reason: 'It does not say what a library says.', repaired: false });
}

async function checkIndex(check: Check): Promise<void> {
  check.files += 1;
  const { disk, place } = check.ground;
  if ((await readIndex(disk, place)) !== 'damaged') return;
  if (check.repair) await check.writeIndex();
  check.damaged.push({ file: INDEX_FILE, reason: 'The list of articles is damaged.', repaired: check.repair });
}

async function checkSegment(check: Check, segment: SegmentFile): Promise<void> {
  const { ground, repair, damaged } = check;
  const file = `journal/${segment.name}`;
  check.files += 1;
  const known = ground.segments.get(segment.name) ?? 0;
  let bad = 0;
  let last = 0;
  let end = 0;
  const size = await readSegment(ground.disk, `${ground.place}/${file}`, 0, (found) => {
    if (found.is === 'frame') {
      check.frames += 1;
      end = found.end;
    }
    if (found.is === 'bad') bad += found.end - found.from;
    last = found.is === 'bad' ? found.end - found.from : 0;
  });
  if (size === null) return;
  const missing = known - end;
  if (bad === 0 && missing <= 0) return;
  const repaired = repair && segment.name !== check.current && (await retire(check, segment.name));
  // Nobody who relies on a frame can tell: the index does not reach so far, and no frame follows.
  const unclear = bad === last && missing <= 0;
  const reason = unclear
    ? `${bad} bytes at the end of this journal file are damaged, or are a write that never ended.`
    : `${bad > 0 ? bad : missing} bytes of this journal file are damaged.`;
  damaged.push({ file, reason, repaired });
}

async function retire({ ground, states, writeIndex }: Check, name: string): Promise<boolean> {
  ground.condemned.add(name);
  return (await retireSegment(ground, states, name, writeIndex)).ok;
}

/** Reads every article whole. Returns how many could be read. */
async function checkArticles(check: Check): Promise<number> {
  const { ground, states, repair, damaged } = check;
  for (const { name, kind } of await entries(check, 'articles')) {
    if (kind === 'folder' && isArticleId(name)) holdingOf(ground.holdings, name);
  }
  let whole = 0;
  for (const holding of ground.holdings.values()) {
    const snapshots = await readSnapshots(ground.disk, ground.place, holding.id, Infinity);
    check.files += snapshots.good.length + snapshots.damaged.length;
    const loaded = await states.load(holding);
    if (loaded.ok) whole += 1;
    if (!loaded.ok && snapshots.damaged.length === 0) {
      damaged.push({ file: snapshotFolder(holding.id), reason: loaded.error.message, repaired: false });
    }
    if (snapshots.damaged.length === 0) continue;
    const rewritten = repair && loaded.ok && (await states.snapshot(holding)).ok;
    for (const file of snapshots.damaged) {
      const repaired = (await isGone(check, file)) || (rewritten && (await setAside(check, file)));
      damaged.push({ file, reason: 'This saved copy of an article is damaged.', repaired });
    }
  }
  return whole;
}

async function checkMedia(check: Check): Promise<void> {
  const { repair, damaged } = check;
  for (const { name } of await entries(check, 'media')) {
    if (!isMediaName(name)) continue;
    check.files += 1;
    if (isNamed(name, await bytesOf(check, `media/${name}`))) continue;
    const repaired = repair && (await setAside(check, `media/${name}`));
    damaged.push({ file: `media/${name}`, reason: 'This picture is damaged; put it in again.', repaired });
  }
}

/** Parcels of the desk: one that is damaged is fetched again from the folder, or what it held is issued again. */
async function checkParcels(check: Check): Promise<void> {
  const { repair, damaged } = check;
  for (const { name: writer } of await entries(check, 'parcels')) {
    for (const { name } of isWriter(writer) ? await entries(check, `parcels/${writer}`) : []) {
      const parcel = parseParcelName(writer, name);
      if (parcel === null) continue;
      const file = `parcels/${writer}/${name}`;
      check.files += 1;
      if (sha256Hex(await bytesOf(check, file)) === parcel.digest) continue;
      const repaired = repair && (await setAside(check, file));
      damaged.push({ file, reason: 'This copy of a file of the desk is damaged; it is fetched again.', repaired });
    }
  }
}

/** True when reading the article has already put the file in quarantine. */
async function isGone({ ground }: Check, file: string): Promise<boolean> {
  return (await ground.disk.size(`${ground.place}/${file}`)) === null;
}

/** Moves a damaged file to quarantine. */
function setAside({ ground }: Check, file: string): Promise<boolean> {
  return tryQuarantine(ground.disk, ground.place, file, 'Its digest does not agree.');
}

async function entries({ ground }: Check, folder: string): ReturnType<Ground['disk']['list']> {
  try {
    return await ground.disk.list(`${ground.place}/${folder}`);
  } catch (error) {
    if (isDiskError(error, 'missing')) return [];
    throw error;
  }
}

async function bytesOf({ ground }: Check, file: string): Promise<Uint8Array> {
  try {
    return await ground.disk.read(`${ground.place}/${file}`);
  } catch (error) {
    if (isDiskError(error, 'failed') || isDiskError(error, 'missing')) return new Uint8Array(0);
    throw error;
  }
}
