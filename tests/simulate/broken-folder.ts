import type { Disk } from '#electron/backend/disk/disk.ts';
import { MARKER } from './adversary.ts';

/** Desk folders as a careless courier would use them. */

const PARCEL = /\/writers\/[^/]+\/[^/]+\.parcel$/u;

/**
 * Files under a parcel's name are held back as they are written: reading shows them, but nothing stands in the folder.
 * `when` says for which.
 */
function heldBack(disk: Disk, when: (path: string) => boolean): Disk {
  const held = new Map<string, Uint8Array>();
  return {
    ...disk,
    read: async (path) => held.get(path)?.slice() ?? disk.read(path),
    readPart: async (path, from, length) =>
      held.get(path)?.slice(from, from + length) ?? disk.readPart(path, from, length),
    size: async (path) => held.get(path)?.length ?? disk.size(path),
    list: async (folder) => {
      const names = [...held.keys()].filter((path) => path.startsWith(`${folder}/`));
      const extra = names.map((path) => path.slice(folder.length + 1)).filter((name) => !name.includes('/'));
      return [...(await disk.list(folder)), ...extra.map((name) => ({ name, kind: 'file' as const }))];
    },
    rename: async (from, to) => {
      if (!PARCEL.test(to) || !when(to)) return disk.rename(from, to);
      held.set(to, await disk.read(from));
      await disk.remove(from);
    },
  };
}

/** "Sent" is said before the file stands in the folder. */
export function sentUnseen(disk: Disk): Disk {
  let parcels = 0;
  return heldBack(disk, () => (parcels += 1) % 3 === 0);
}

/** What vanished or went bad is never put back: only what this process has not seen yet is written. */
export function withoutPutBack(disk: Disk): Disk {
  const seen = new Set<string>();
  const writing = heldBack(disk, (path) => seen.has(path));
  return {
    ...writing,
    list: async (folder) => {
      const entries = await writing.list(folder);
      for (const { name } of entries) seen.add(`${folder}/${name}`);
      return entries;
    },
    rename: async (from, to) => {
      await writing.rename(from, to);
      seen.add(to);
    },
  };
}

/** The marker is believed to be what it was when it was first read, whatever stands there now. */
export function markerBelieved(disk: Disk): Disk {
  const believed = new Map<string, Uint8Array>();
  return {
    ...disk,
    size: async (path) => believed.get(path)?.length ?? disk.size(path),
    read: async (path) => {
      const bytes = believed.get(path) ?? (await disk.read(path));
      if (path.endsWith(MARKER)) believed.set(path, bytes);
      return bytes;
    },
  };
}
