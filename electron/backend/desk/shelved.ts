import { isArticleId } from '#shared/article/identity.ts';
import { parcelPath, type ParcelName } from '#shared/parcel/name.ts';
import { openParcel } from '#shared/parcel/parcel.ts';
import type { ArrivedParcel } from './arrival.ts';
import type { DeskGround } from './ground.ts';
import { sharedEntry } from './record.ts';

/** Opens a parcel of the shelf and learns from it; null where its copy is damaged, which then is no longer there. */
export async function openShelved(ground: DeskGround, name: ParcelName): Promise<ArrivedParcel | null> {
  const { shelf, codec, known } = ground;
  const bytes = await shelf.read(name);
  if (bytes === null) {
    doubtAll(ground, name);
    return null;
  }
  const opened = openParcel(name, bytes, codec);
  if (opened.is !== 'parcel') return null;
  const { parcel } = opened;
  known.devices.set(name.writer, parcel.device);
  known.sizes.set(
    parcelPath(name),
    parcel.parts.reduce((sum, { update }) => sum + update.length, 0),
  );
  return { name, bytes, parcel };
}

/** A copy was lost: whatever only it held is to be found and issued again. */
export function doubtAll({ ledger, doubtful, unsent }: DeskGround, lost: ParcelName): void {
  unsent.delete(parcelPath(lost));
  for (const id of ledger.shared) doubtful.add(id);
}

/** The record of what is shared was lost, or part of it: what parcels hold is shared. */
export async function shareWhatIsShelved(ground: DeskGround): Promise<void> {
  const { shelf, ledger, clock } = ground;
  for (const name of shelf.all()) {
    const ids = (await openShelved(ground, name))?.parcel.parts.map(({ id }) => id) ?? [];
    const time = clock.now();
    await ledger.add(ids.filter(isArticleId).map((id) => sharedEntry(id, time)));
  }
}
