import { succeed, type Result } from '#shared/article/failure.ts';
import { parcelPath, type ParcelName } from '#shared/parcel/name.ts';
import type { ParcelPart } from '#shared/parcel/parcel.ts';
import { isDiskError } from '../disk/disk.ts';
import { onDisk } from '../disk/failure.ts';
import { partsByArticle, type ArrivedParcel } from './arrival.ts';
import { folderFailure } from './desk-marker.ts';
import { isEnded, isListed, type DeskGround, type Round } from './ground.ts';
import { makeParcel } from './publishing.ts';
import { openShelved } from './shelved.ts';

/** Parcels are made one when there are so many of like size; a dead writer's when there are two and they are small. */
const MANY = 8;
/** Parcels with more bytes of updates than this together stay apart. */
const LARGEST = 32 * 1024 * 1024;
/** A parcel joins those after it unless it is so many times as large as all of them, */
const TIMES = 4;
/** which count as at least so many bytes. */
const SMALL = 64 * 1024;
/** Above so many bytes it must become smaller than this part of them to be worth the writing. */
const LITTLE = 1024 * 1024;
const WORTH = 0.8;
/** So many writers are looked at in one exchange, unless all are asked for. */
const WRITERS = 4;

/**
 * Makes one longer parcel of several of a writer of this device: puts it on the shelf and into the folder, reads it
 * back there, and only then removes the shorter ones. `all`: also where it is not yet worth while.
 */
export async function compact(ground: DeskGround, round: Round, all: boolean): Promise<Result<null>> {
  let looked = 0;
  for (const writer of ground.shelf.writers()) {
    if (isEnded(round) || (!all && looked >= WRITERS)) break;
    const names = ground.shelf.of(writer).filter((name) => isListed(round.listing, name));
    if (names.length < 2) continue;
    const measured = await onDisk(() => measure(ground, names));
    if (!measured.ok) return measured;
    const least = all || (writer !== ground.writer && measured.value < SMALL) ? 2 : MANY;
    if (names.length < least || !(await isOurs(ground, names))) continue;
    const run = lastRun(ground, names);
    if (run.length < least || ground.known.fruitless.has(nameOf(run))) continue;
    looked += 1;
    const done = await compactRun(ground, round, run);
    if (!done.ok) return done;
    round.onProgress({ phase: 'compacting', done: looked, total: looked });
  }
  return succeed(null);
}

/** Learns the sizes that are not known yet, as the files have them, and returns their sum in bytes. */
async function measure({ shelf, known }: DeskGround, names: readonly ParcelName[]): Promise<number> {
  let sum = 0;
  for (const name of names) {
    const size = known.sizes.get(parcelPath(name)) ?? (await shelf.sizeOf(name));
    known.sizes.set(parcelPath(name), size);
    sum += size;
  }
  return sum;
}

async function isOurs(ground: DeskGround, [first]: readonly ParcelName[]): Promise<boolean> {
  const { known, writer, who } = ground;
  if (first === undefined || first.writer === writer) return first !== undefined;
  if (!known.devices.has(first.writer)) await onDisk(() => openShelved(ground, first));
  return known.devices.get(first.writer) === who.device.id;
}

function nameOf(run: readonly ParcelName[]): string {
  return run.map(parcelPath).join(' ');
}

/** The last parcels that follow each other without gap or overlap and are of like size. */
function lastRun({ known }: DeskGround, names: readonly ParcelName[]): readonly ParcelName[] {
  const run: ParcelName[] = [];
  let size = 0;
  for (const name of [...names].reverse()) {
    const next = run[0];
    const own = known.sizes.get(parcelPath(name)) ?? 0;
    if (next !== undefined && name.to !== next.from - 1) break;
    if (next !== undefined && (own > TIMES * Math.max(SMALL, size) || own + size > LARGEST)) break;
    run.unshift(name);
    size += own;
  }
  return run;
}

async function compactRun(ground: DeskGround, round: Round, run: readonly ParcelName[]): Promise<Result<null>> {
  const opened = await onDisk(() => Promise.all(run.map((name) => openShelved(ground, name))));
  if (!opened.ok) return opened;
  const parcels = opened.value.filter((one) => one !== null);
  const [first, last] = [run[0], run.at(-1)];
  if (parcels.length < run.length || first === undefined || last === undefined) return succeed(null);
  const parts = await joinedParts(ground, parcels);
  if (parts === null) {
    ground.known.fruitless.add(nameOf(run));
    return succeed(null);
  }
  const made = makeParcel(ground, { writer: first.writer, from: first.from, to: last.to }, parts);
  const kept = await onDisk(() => ground.shelf.keep(made.name, made.bytes));
  if (!kept.ok) return kept;
  try {
    await ground.folder.put(made.name, made.bytes);
    for (const name of run) {
      ground.covered.add(parcelPath(name));
      // What it holds was just read back in the longer one.
      ground.unsent.delete(parcelPath(name));
      await ground.folder.remove(name);
      round.report.compacted += 1;
    }
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return folderFailure(error);
  }
  return onDisk(async () => {
    for (const name of run) await ground.shelf.drop(name);
    return null;
  });
}

/** Every article's updates as one, as small as can be; null where that would gain nothing. */
async function joinedParts(ground: DeskGround, parcels: readonly ArrivedParcel[]): Promise<ParcelPart[] | null> {
  const { library, gate } = ground;
  const parts: ParcelPart[] = [];
  for (const [id, arrived] of partsByArticle(parcels)) {
    const updates = arrived.map(({ update }) => update);
    const schema = Math.max(...arrived.map((part) => part.schema));
    const loaded = library.has(id) ? await library.load(id) : null;
    const state = loaded?.ok === true ? loaded.value.state : null;
    const small = state === null ? null : await gate.merge(updates, state);
    const covering = small !== null && (await coversAll(ground, small, updates));
    const merged = await gate.merge(updates, null);
    if (merged === null) return null;
    const update = covering && small.length < merged.length ? small : merged;
    parts.push({ id, schema, update });
  }
  const [before, after] = [sizeOf(parcels.flatMap(({ parcel }) => parcel.parts)), sizeOf(parts)];
  return before > LITTLE && after > WORTH * before ? null : parts;
}

function sizeOf(parts: readonly ParcelPart[]): number {
  return parts.reduce((size, { update }) => size + update.length, 0);
}

async function coversAll({ gate }: DeskGround, longer: Uint8Array, updates: readonly Uint8Array[]): Promise<boolean> {
  for (const update of updates) if (!(await gate.covers(longer, update))) return false;
  return true;
}
