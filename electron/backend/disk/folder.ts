import { isDiskError, type Disk } from './disk.ts';

/**
 * Makes a folder and those above it so that they outlive a power cut. A parent that may not be opened (a shared machine)
 * is left to the system.
 */
export async function makeLastingFolder(disk: Disk, path: string): Promise<void> {
  const missing: string[] = [];
  for (let at: string | null = path; at !== null && !(await isThere(disk, at)); at = above(at)) missing.push(at);
  await disk.makeFolder(path);
  for (const made of [path, ...missing]) await syncAbove(disk, made);
}

/** Whether something that can be looked into has that path; links are followed, which a folder's listing does not. */
export async function isFolder(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.list(path);
    return true;
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return false;
  }
}

async function isThere(disk: Disk, folder: string): Promise<boolean> {
  try {
    await disk.list(folder);
    return true;
  } catch (error) {
    if (isDiskError(error, 'missing')) return false;
    throw error;
  }
}

async function syncAbove(disk: Disk, path: string): Promise<void> {
  const folder = above(path);
  try {
    if (folder !== null) await disk.syncFolder(folder);
  } catch (error) {
    if (!isDiskError(error, 'refused')) throw error;
  }
}

/** The folder above, or null at the top. */
function above(path: string): string | null {
  const cut = path.replace(/[/\\]+[^/\\]+$/u, '');
  if (cut === path) return null;
  return cut === '' ? '/' : cut;
}
