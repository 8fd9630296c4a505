import { describe, expect, it } from 'vitest';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { replaceFile, writeAll } from '#electron/backend/disk/replace.ts';

/** A place on a disk to play in, and the way to leave it. */
export interface Playground {
  readonly disk: Disk;
  /** An empty folder. */
  readonly folder: string;
  leave(): Promise<void>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array): string => new TextDecoder().decode(content);

/** What every disk promises. */
export function diskSuite(name: string, enter: () => Promise<Playground>): void {
  const play = (work: (o: { disk: Disk; folder: string }) => Promise<void>) => async () => {
    const playground = await enter();
    try {
      await work(playground);
    } finally {
      await playground.leave();
    }
  };

  describe(`disk: ${name}`, () => {
    it(
      'keeps what is written, in order, over many writes',
      play(async ({ disk, folder }) => {
        const handle = await disk.create(`${folder}/a`);
        await writeAll(handle, bytes('one '));
        await writeAll(handle, bytes('two '));
        await handle.sync();
        await writeAll(handle, bytes('three'));
        await handle.close();
        expect(text(await disk.read(`${folder}/a`))).toBe('one two three');
        expect(await disk.size(`${folder}/a`)).toBe(13);
      }),
    );

    it(
      'reads parts, also past the end',
      play(async ({ disk, folder }) => {
        await replaceFile(disk, `${folder}/a`, bytes('0123456789'));
        expect(text(await disk.readPart(`${folder}/a`, 2, 3))).toBe('234');
        expect(text(await disk.readPart(`${folder}/a`, 8, 10))).toBe('89');
        expect(text(await disk.readPart(`${folder}/a`, 20, 10))).toBe('');
      }),
    );

    it(
      'says why it refuses',
      play(async ({ disk, folder }) => {
        await replaceFile(disk, `${folder}/a`, bytes('x'));
        await expect(disk.read(`${folder}/none`)).rejects.toMatchObject({ reason: 'missing' });
        await expect(disk.readPart(`${folder}/none`, 0, 1)).rejects.toMatchObject({ reason: 'missing' });
        await expect(disk.list(`${folder}/none`)).rejects.toMatchObject({ reason: 'missing' });
        await expect(disk.remove(`${folder}/none`)).rejects.toMatchObject({ reason: 'missing' });
        await expect(disk.rename(`${folder}/none`, `${folder}/b`)).rejects.toMatchObject({ reason: 'missing' });
        await expect(disk.create(`${folder}/a`)).rejects.toMatchObject({ reason: 'exists' });
        await expect(disk.makeFolder(`${folder}/a`)).rejects.toMatchObject({ reason: 'exists' });
        expect(await disk.size(`${folder}/none`)).toBeNull();
        expect(await disk.size(folder)).toBeNull();
      }),
    );

    it(
      'makes, lists and removes folders',
      play(async ({ disk, folder }) => {
        await disk.makeFolder(`${folder}/deep/er`);
        await disk.makeFolder(`${folder}/deep/er`);
        await replaceFile(disk, `${folder}/deep/file`, bytes('x'));
        await disk.syncFolder(`${folder}/deep`);
        const entries = [...(await disk.list(`${folder}/deep`))].sort((a, b) => (a.name < b.name ? -1 : 1));
        expect(entries).toEqual([
          { name: 'er', kind: 'folder' },
          { name: 'file', kind: 'file' },
        ]);
        await expect(disk.removeFolder(`${folder}/deep`)).rejects.toMatchObject({ reason: 'exists' });
        await disk.removeFolder(`${folder}/deep/er`);
        expect(await disk.list(`${folder}/deep`)).toHaveLength(1);
      }),
    );

    it(
      'replaces a file whole and leaves nothing unfinished behind',
      play(async ({ disk, folder }) => {
        await replaceFile(disk, `${folder}/a`, bytes('old and long'));
        await replaceFile(disk, `${folder}/a`, bytes('new'));
        expect(text(await disk.read(`${folder}/a`))).toBe('new');
        expect(await disk.list(folder)).toEqual([{ name: 'a', kind: 'file' }]);
      }),
    );

    it(
      'gives a lock to one at a time, also inside one process',
      play(async ({ disk, folder }) => {
        const first = await disk.lock(`${folder}/lock`);
        expect(first).not.toBeNull();
        expect(await disk.lock(`${folder}/lock`)).toBeNull();
        await first?.release();
        const second = await disk.lock(`${folder}/lock`);
        expect(second).not.toBeNull();
        await second?.release();
      }),
    );

    it(
      'takes large files',
      play(async ({ disk, folder }) => {
        const large = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 31) % 251);
        await replaceFile(disk, `${folder}/large`, large);
        expect(Buffer.from(large).equals(await disk.read(`${folder}/large`))).toBe(true);
      }),
    );
  });
}
