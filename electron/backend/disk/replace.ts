import { DiskError, isDiskError, type Disk, type WriteHandle } from './disk.ts';

/** Writes every byte, however few the disk takes at a time. Rejects with `failed` when it takes none. */
export async function writeAll(handle: WriteHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const taken = await handle.write(bytes.subarray(written));
    if (taken <= 0) throw new DiskError('failed', 'the disk takes no more bytes and gives no reason');
    written += taken;
  }
}

/** Prefix of files that are being written; anything of that name is unfinished and may be removed. */
const UNFINISHED = '.new-';

/**
 * Puts `bytes` at `path` so that at every moment, a power cut included, the old or the new file is there whole:
 * writes beside it, syncs, reads back, compares, renames, syncs the folder. When it rejects the old file stands, unless
 * only the last step failed: then either may.
 *
 * `mark` makes the unfinished file's name unique; equal marks must not be in use at once.
 */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array, mark = 'file'): Promise<void> {
  const { folder, name } = parted(path);
  const unfinished = `${folder}/${UNFINISHED}${mark}-${name}`;
  try {
    await writeWhole(disk, unfinished, bytes);
    if (!same(await disk.read(unfinished), bytes)) throw new DiskError('failed', `${path} was not written as given`);
    await disk.rename(unfinished, path);
  } catch (error) {
    await removeIfThere(disk, unfinished);
    throw error;
  }
  await disk.syncFolder(folder);
}

/** Writes a new file in place of whatever stands at `path` and syncs it; its name is not made durable. */
export async function writeWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await removeIfThere(disk, path);
  const handle = await disk.create(path);
  try {
    await writeAll(handle, bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes a file if it is there; a disk that cannot even do that is not asked again. */
export async function removeIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
}

function parted(path: string): { folder: string; name: string } {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  if (slash < 0) return { folder: '.', name: path };
  return { folder: slash === 0 ? '/' : path.slice(0, slash), name: path.slice(slash + 1) };
}

/** True when both hold the same bytes. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
