import { describe, expect, it } from 'vitest';
import { articleIdFrom } from '#shared/article/identity.ts';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import {
  coverageWith,
  decodeSnapshot,
  encodeSnapshot,
  isCovered,
  type Snapshot,
} from '#electron/backend/snapshot/snapshot.ts';
import { readSnapshots, writeSnapshot } from '#electron/backend/snapshot/store.ts';
import { seededRandom } from '../seeded.ts';

const article = articleIdFrom(seededRandom(1)(26));
const other = articleIdFrom(seededRandom(2)(26));
const writer = 'a'.repeat(20);
const snapshot = (number: number): Snapshot => ({
  article,
  modified: number,
  schema: 1,
  covers: { [writer]: { number: 1, end: number } },
  state: seededRandom(number)(100),
});

describe('a snapshot', () => {
  it('reads back as it was written, for its own article only', () => {
    const bytes = encodeSnapshot(snapshot(5));
    const read = decodeSnapshot(article, bytes);
    expect(read).toMatchObject({ article, modified: 5, schema: 1, covers: { [writer]: { number: 1, end: 5 } } });
    expect([...(read?.state ?? [])]).toEqual([...snapshot(5).state]);
    expect(decodeSnapshot(other, bytes)).toBeNull();
  });

  it('does not survive a change of any byte nor any cut', () => {
    const bytes = encodeSnapshot(snapshot(5));
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 4;
      expect(decodeSnapshot(article, changed)).toBeNull();
      expect(decodeSnapshot(article, bytes.subarray(0, at))).toBeNull();
    }
  });

  it('knows which frames it covers', () => {
    const covers = coverageWith({}, [
      { segment: `${writer}/1`, from: 0, length: 10 },
      { segment: `${writer}/3`, from: 20, length: 10 },
    ]);
    expect(covers).toEqual({ [writer]: { number: 3, end: 30 } });
    expect(isCovered(covers, { segment: `${writer}/2`, from: 900, length: 10 })).toBe(true);
    expect(isCovered(covers, { segment: `${writer}/3`, from: 20, length: 10 })).toBe(true);
    expect(isCovered(covers, { segment: `${writer}/3`, from: 30, length: 10 })).toBe(false);
    expect(isCovered(covers, { segment: `${'b'.repeat(20)}/1`, from: 0, length: 10 })).toBe(false);
  });
});

describe('snapshots of an article', () => {
  it('are kept two at a time, the newest first', async () => {
    const disk = memoryDisk();
    await disk.makeFolder('/l/articles');
    for (let number = 1; number <= 4; number += 1)
      expect(await writeSnapshot(disk, '/l', snapshot(number))).toBe(number);
    const found = await readSnapshots(disk, '/l', article, Infinity);
    expect(found.good.map((good) => good.modified)).toEqual([4, 3]);
    expect(found.newest).toBe(4);
  });

  it('never push a good one out for a damaged one', async () => {
    const disk = memoryDisk();
    await disk.makeFolder('/l/articles');
    await writeSnapshot(disk, '/l', snapshot(1));
    const folder = `/l/articles/${article}`;
    await (await disk.create(`${folder}/snapshot-2`)).close();
    await writeSnapshot(disk, '/l', snapshot(3));
    const found = await readSnapshots(disk, '/l', article, Infinity);
    expect(found.good.map((good) => good.modified)).toEqual([3, 1]);
    expect(found.damaged).toEqual([`articles/${article}/snapshot-2`]);
  });
});
