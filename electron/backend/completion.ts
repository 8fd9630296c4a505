import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { isDiskError, type Disk, type DiskEntry } from './disk/disk.ts';
import { isFolder } from './disk/folder.ts';

/** How many folders are offered for what was typed. */
export const MOST_COMPLETIONS = 50;
/** Links are followed by looking whether they list; no more than this are tried. */
const MOST_LINKS = 20;

/**
 * The folders that a typed path could become: its own name as a beginning, in any case, in order. `~` is `home`;
 * nothing typed offers `home`. Hidden folders come only when a dot was typed. No file is ever named. Never rejects
 * for a path that isn't there or may not be read.
 */
export async function completeFolder(disk: Disk, typed: string, home: string): Promise<readonly string[]> {
  const path = expandHome(typed.trim(), home);
  if (path === '') return [home];
  if (!isAbsolute(path) || path.includes('\0')) return [];
  const whole = path.endsWith('/') || path.endsWith(sep);
  const folder = whole ? path : dirname(path);
  const start = whole ? '' : basename(path);
  const named = (await entriesOf(disk, folder)).filter(
    ({ name, kind }) =>
      kind !== 'file' &&
      name.toLowerCase().startsWith(start.toLowerCase()) &&
      (start.startsWith('.') || !name.startsWith('.')),
  );
  named.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  const folders: string[] = [];
  let links = 0;
  for (const { name, kind } of named) {
    if (folders.length === MOST_COMPLETIONS) break;
    if (kind === 'other' && (links += 1) > MOST_LINKS) continue;
    if (kind === 'folder' || (await isFolder(disk, join(folder, name)))) folders.push(join(folder, name));
  }
  return folders;
}

/** A typed path with `~` at its beginning made `home`. */
export function expandHome(path: string, home: string): string {
  if (path === '~') return `${home}${sep}`;
  return path.startsWith('~/') || path.startsWith(`~${sep}`) ? home + path.slice(1) : path;
}

async function entriesOf(disk: Disk, folder: string): Promise<DiskEntry[]> {
  try {
    return Array.from(await disk.list(folder));
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return [];
  }
}
