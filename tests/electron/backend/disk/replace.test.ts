import { describe, expect, it } from 'vitest';
import { DiskError, isDiskError } from '#electron/backend/disk/disk.ts';
import { replaceFile, writeAll } from '#electron/backend/disk/replace.ts';
import { FaultyDisk } from './faulty-disk.ts';

const OLD = new TextEncoder().encode('the old text, whole');
const NEW = new TextEncoder().encode('the new text, rather longer than the old one, and whole as well');

async function withOld(seed: number): Promise<FaultyDisk> {
  const disk = new FaultyDisk(seed);
  await disk.makeFolder('/f');
  await disk.syncFolder('/');
  await replaceFile(disk, '/f/a', OLD);
  return disk;
}

describe('replaceFile', () => {
  it('leaves the old or the new file whole when the power goes at any step', async () => {
    let survivedNew = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const disk = await withOld(seed);
      disk.faults.short = 0.3;
      disk.cutAfter = seed % 14;
      let done = true;
      try {
        await replaceFile(disk, '/f/a', NEW);
      } catch (error) {
        if (!isDiskError(error)) throw error;
        done = false;
      }
      disk.powerCut();
      const left = Buffer.from(await disk.read('/f/a'));
      if (done) expect(left.equals(NEW)).toBe(true);
      expect(left.equals(OLD) || left.equals(NEW)).toBe(true);
      if (left.equals(NEW)) survivedNew += 1;
    }
    expect(survivedNew).toBeGreaterThan(20);
    expect(survivedNew).toBeLessThan(380);
  });

  it('keeps the old file and cleans up when the disk is full after a short write', async () => {
    const disk = await withOld(1);
    disk.faults.room = 10;
    await expect(replaceFile(disk, '/f/a', NEW)).rejects.toMatchObject({ reason: 'full' });
    expect(Buffer.from(await disk.read('/f/a')).equals(OLD)).toBe(true);
    expect(await disk.list('/f')).toEqual([{ name: 'a', kind: 'file' }]);
  });

  it('does not believe a sync that failed', async () => {
    const disk = await withOld(1);
    disk.faults.syncError = 1;
    await expect(replaceFile(disk, '/f/a', NEW)).rejects.toMatchObject({ reason: 'failed' });
    disk.powerCut();
    expect(Buffer.from(await disk.read('/f/a')).equals(OLD)).toBe(true);
  });

  it('gives up on a disk that takes nothing', async () => {
    const handle = { write: async () => 0, sync: async () => {}, close: async () => {} };
    await expect(writeAll(handle, OLD)).rejects.toBeInstanceOf(DiskError);
  });
});
