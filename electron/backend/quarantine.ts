import { isDiskError, type Disk } from './disk/disk.ts';
import { replaceFile } from './disk/replace.ts';

/**
 * Moves a file of the library into `quarantine/`, with a text beside it that says why. Nothing is ever deleted.
 * `file` is its path inside the library. Returns its new path inside the library.
 */
export async function quarantine(disk: Disk, place: string, file: string, reason: string): Promise<string> {
  const folder = `${place}/quarantine`;
  await disk.makeFolder(folder);
  const name = await freeName(disk, folder, file.replaceAll('/', '--'));
  await replaceFile(disk, `${folder}/${name}.txt`, new TextEncoder().encode(`${file}\n${reason}\n`));
  await disk.rename(`${place}/${file}`, `${folder}/${name}`);
  await disk.syncFolder(folder);
  await disk.syncFolder(`${place}/${file}`.replace(/\/[^/]*$/, ''));
  return `quarantine/${name}`;
}

async function freeName(disk: Disk, folder: string, name: string): Promise<string> {
  const taken = new Set((await disk.list(folder)).map((entry) => entry.name));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}--${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** As `quarantine`, but a disk that refuses leaves the file where it is. Returns whether it was moved. */
export async function tryQuarantine(disk: Disk, place: string, file: string, reason: string): Promise<boolean> {
  try {
    await quarantine(disk, place, file, reason);
    return true;
  } catch (error) {
    if (isDiskError(error)) return false;
    throw error;
  }
}
