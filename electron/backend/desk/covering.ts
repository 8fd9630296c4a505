import { succeed, type Result } from '#shared/article/failure.ts';
import { parcelPath, type ParcelName } from '#shared/parcel/name.ts';
import { isLonger } from '#shared/parcel/range.ts';
import { isDiskError } from '../disk/disk.ts';
import { onDisk } from '../disk/failure.ts';
import { folderFailure } from './desk-marker.ts';
import type { ArrivedParcel } from './arrival.ts';
import { isListed, type DeskGround, type Round } from './ground.ts';
import { openShelved } from './shelved.ts';

/**
 * Takes off the shelf what a longer parcel of the same writer holds; not what it claims to hold: every part is compared.
 * From the folder only its owner removes it, after reading the longer one there whole.
 */
export async function dropCovered(ground: DeskGround, round: Round): Promise<Result<null>> {
  const { shelf } = ground;
  const done = await onDisk(async () => {
    for (const writer of shelf.writers()) {
      const names = shelf.of(writer);
      for (const shorter of names.length > 1 ? names : []) {
        const longer = names.find((name) => isBetter(name, shorter) && shelf.has(name));
        if (longer !== undefined) await dropOne(ground, longer, shorter);
      }
    }
    return null;
  });
  return done.ok ? removeCovered(ground, round) : done;
}

/** Of two of equal length everybody keeps the same. */
function isBetter(one: ParcelName, other: ParcelName): boolean {
  if (isLonger(one, other)) return true;
  return one.from === other.from && one.to === other.to && one.digest < other.digest;
}

async function dropOne(ground: DeskGround, longer: ParcelName, shorter: ParcelName): Promise<void> {
  const { fruitless } = ground.known;
  const pair = `${parcelPath(longer)} ${parcelPath(shorter)}`;
  if (fruitless.has(pair)) return;
  const [all, part] = [await openShelved(ground, longer), await openShelved(ground, shorter)];
  if (all === null || part === null) return;
  if (await holdsAll(ground, all, part)) {
    ground.covered.add(parcelPath(shorter));
    const unsent = ground.unsent.get(parcelPath(shorter));
    // Whether it is in the folder now depends on the longer one.
    if (unsent !== undefined) ground.unsent.set(parcelPath(longer), unsent);
    ground.unsent.delete(parcelPath(shorter));
    await ground.shelf.drop(shorter);
  } else fruitless.add(pair);
}

/** True when every part of `shorter` is in `longer`. */
async function holdsAll({ gate }: DeskGround, longer: ArrivedParcel, shorter: ArrivedParcel): Promise<boolean> {
  const updates = new Map(longer.parcel.parts.map(({ id, update }) => [id, update]));
  for (const { id, update } of shorter.parcel.parts) {
    const all = updates.get(id);
    if (all === undefined || !(await gate.covers(all, update))) return false;
  }
  return true;
}

/** Removes from the folder what is covered and ours, where what covers it stands there whole. */
async function removeCovered(ground: DeskGround, { listing, report }: Round): Promise<Result<null>> {
  const { folder, shelf, known, who, covered } = ground;
  for (const [writer, files] of listing.files) {
    if (known.devices.get(writer) !== who.device.id) continue;
    for (const name of files.values()) {
      if (!covered.has(parcelPath(name)) || shelf.has(name)) continue;
      const longer = shelf.of(writer).find((one) => isBetter(one, name));
      if (longer === undefined || !isListed(listing, longer)) continue;
      try {
        if ((await folder.fetch(longer)).is !== 'whole') continue;
        await folder.remove(name);
        report.compacted += 1;
      } catch (error) {
        if (!isDiskError(error)) throw error;
        return folderFailure(error);
      }
    }
  }
  return succeed(null);
}
