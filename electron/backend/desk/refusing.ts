import { parcelFile, parcelPath, type ParcelName } from '#shared/parcel/name.ts';
import { replaceFile } from '../disk/replace.ts';
import type { DeskGround } from './ground.ts';

/**
 * Keeps a copy of a refused parcel in the library's `quarantine/`, with the reason beside it, and remembers it, so that
 * it is not looked at again by this version of Stet. Rejects with a DiskError.
 */
export async function quarantineParcel(
  { disk, library, ledger, clock, application }: DeskGround,
  { name, bytes, reason }: { name: ParcelName; bytes: Uint8Array; reason: string },
): Promise<void> {
  const folder = `${library.place}/quarantine`;
  const path = `${folder}/parcel--${name.writer}--${parcelFile(name)}`;
  await disk.makeFolder(folder);
  await replaceFile(disk, path, bytes);
  await replaceFile(disk, `${path}.txt`, new TextEncoder().encode(`${parcelPath(name)}\n${reason}\n`));
  const { writer } = name;
  const key = `${parcelPath(name)} ${application}`;
  await ledger.add([
    { kind: 'quarantined', key, writer, file: parcelFile(name), reason, application, time: clock.now() },
  ]);
}
