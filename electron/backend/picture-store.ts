import type { MediaName } from '#shared/article/block.ts';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { sha256Hex } from './digest.ts';
import type { Disk } from './disk/disk.ts';
import { onDisk } from './disk/failure.ts';
import { replaceFile } from './disk/replace.ts';

/** True when the bytes are those the name stands for. */
export function isNamed(name: string, bytes: Uint8Array): boolean {
  return name.startsWith(`${sha256Hex(bytes)}.`);
}

/** Stores a picture; resolves when it is on disk. A whole picture of that name is left as it is. */
export async function writePicture(
  disk: Disk,
  place: string,
  name: MediaName,
  bytes: Uint8Array,
): Promise<Result<null>> {
  if (!isNamed(name, bytes)) return fail('bad-input', 'The picture is not the one its name stands for.');
  const path = `${place}/media/${name}`;
  return onDisk(async () => {
    const there = (await disk.size(path)) === bytes.length && isNamed(name, await disk.read(path));
    if (!there) await replaceFile(disk, path, bytes);
    return null;
  });
}

/** Reads a picture and checks it. */
export async function readPicture(disk: Disk, place: string, name: MediaName): Promise<Result<Uint8Array>> {
  const read = await onDisk(() => disk.read(`${place}/media/${name}`));
  if (!read.ok) {
    return read.error.code === 'file-missing' ? fail('file-missing', 'This picture is not in the library.') : read;
  }
  return isNamed(name, read.value)
    ? succeed(read.value)
    : fail('library-damaged', 'The file of this picture is damaged; put the picture in again.');
}
