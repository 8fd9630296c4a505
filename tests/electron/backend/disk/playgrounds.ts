import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import type { Playground } from './disk-suite.ts';
import { FaultyDisk } from './faulty-disk.ts';

/** A disk in memory. */
async function inMemory(): Promise<Playground> {
  const disk = memoryDisk();
  await disk.makeFolder('/play');
  return { disk, folder: '/play', leave: async () => {} };
}

/** A temporary folder on this machine's own disk. */
async function onThisMachine(): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-disk-'));
  return { disk: nodeDisk(), folder, leave: () => rm(folder, { recursive: true, force: true }) };
}

/** A hostile disk that takes only part of every other write. */
async function onHostileDisk(): Promise<Playground> {
  const disk = new FaultyDisk(7);
  await disk.makeFolder('/play');
  disk.faults.short = 0.5;
  return { disk, folder: '/play', leave: async () => {} };
}

/** The three disks everything is run over. */
export const PLAYGROUNDS: readonly (readonly [string, () => Promise<Playground>])[] = [
  ['memory', inMemory],
  ['real', onThisMachine],
  ['hostile', onHostileDisk],
];
