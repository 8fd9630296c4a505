import { cpSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { beginWorld, type World } from '#tests/electron/backend/desk/sweep-life.ts';

/** Where two libraries and their desk stand in a folder of this machine. */
export function placesIn(folder: string): World['places'] {
  return { ana: join(folder, 'ana/library'), ben: join(folder, 'ben/library'), desk: join(folder, 'share/desk') };
}

/** The world in a folder for those who do not stumble, with starts and marks from `lives` on. */
export function worldIn(folder: string, lives: number): World {
  const disk = unsynced(nodeDisk());
  return { folder: disk, disks: { ana: disk, ben: disk }, places: placesIn(folder), lives, marks: lives };
}

/** Without a power cut nobody can tell whether a file was synced, and the sweep is twice as fast. */
function unsynced(disk: Disk): Disk {
  const sync = async (): Promise<void> => {};
  return { ...disk, syncFolder: sync, create: async (path) => ({ ...(await disk.create(path)), sync }) };
}

/** A folder for a sweep, with a world made once, of which each run gets a copy. */
export interface Ground {
  readonly folder: string;
  readonly id: ArticleId;
}

/** Makes the world that every run begins from, in the system's folder for temporary files. */
export async function prepare(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-sweep-'));
  for (const name of ['ana', 'ben', 'share']) await mkdir(join(folder, 'first', name), { recursive: true });
  return { folder, id: await beginWorld(worldIn(join(folder, 'first'), 0)) };
}

/** A fresh copy of it, in place of what `name` was before. Returns its folder. */
export function copyWorld({ folder }: Ground, name: string): string {
  const copy = join(folder, name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(folder, 'first'), copy, { recursive: true });
  return copy;
}

/** Removes everything. */
export function leave({ folder }: Ground): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
