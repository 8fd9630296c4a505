import { describe, expect, it } from 'vitest';
import { articleIdFrom } from '#shared/article/identity.ts';
import type { Failure } from '#shared/article/failure.ts';
import type { Disk, WriteHandle } from '#electron/backend/disk/disk.ts';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import { readUpdates } from '#electron/backend/journal/frames.ts';
import { Journal, type Entry } from '#electron/backend/journal/journal.ts';
import { listSegments } from '#electron/backend/journal/segment.ts';
import { FaultyDisk } from '../disk/faulty-disk.ts';
import { seededRandom, steppingClock } from '../seeded.ts';

const article = articleIdFrom(seededRandom(1)(26));
const entry = (number: number, length = 50): Entry => ({
  kind: 'later',
  article,
  schema: 1,
  update: seededRandom(number)(length),
});

async function journalOn(disk: Disk): Promise<{ journal: Journal; said: (Failure | null)[] }> {
  await disk.makeFolder('/journal');
  await disk.syncFolder('/');
  const said: (Failure | null)[] = [];
  const onTrouble = (trouble: Failure | null): void => void said.push(trouble);
  const journal = new Journal({ disk, folder: '/journal', clock: steppingClock(), random: seededRandom(9), onTrouble });
  return { journal, said };
}

/** A disk that counts its syncs. */
function counting(disk: Disk): { disk: Disk; syncs: () => number } {
  let count = 0;
  const create = async (path: string): Promise<WriteHandle> => {
    const handle = await disk.create(path);
    const sync = async (): Promise<void> => {
      count += 1;
      await handle.sync();
    };
    return { write: (bytes) => handle.write(bytes), sync, close: () => handle.close() };
  };
  return { disk: { ...disk, create }, syncs: () => count };
}

describe('the journal', () => {
  it('acknowledges what can be read back, in order', async () => {
    const disk = memoryDisk();
    const { journal } = await journalOn(disk);
    const written = await Promise.all([1, 2, 3].map((number) => journal.append(entry(number))));
    const refs = written.flatMap((result) => (result.ok ? [result.value.ref] : []));
    await journal.close();
    const { updates } = await readUpdates(disk, '/journal', refs);
    expect(updates.map((update) => [...update])).toEqual([1, 2, 3].map((number) => [...entry(number).update]));
  });

  it('lets updates that come at once share a sync', async () => {
    const { disk, syncs } = counting(memoryDisk());
    const { journal } = await journalOn(disk);
    await Promise.all(Array.from({ length: 200 }, (_, number) => journal.append(entry(number))));
    expect(syncs()).toBeLessThan(5);
  });

  it('makes nothing on disk before something is written', async () => {
    const disk = memoryDisk();
    const { journal } = await journalOn(disk);
    await journal.close();
    expect(await disk.list('/journal')).toEqual([]);
  });

  it('begins a new segment when one is large', async () => {
    const disk = memoryDisk();
    const { journal } = await journalOn(disk);
    for (let number = 0; number < 5; number += 1) await journal.append(entry(number, 3 * 1024 * 1024));
    await journal.close();
    expect((await listSegments(disk, '/journal')).map((segment) => segment.number)).toEqual([1, 2]);
  });

  it('goes on in a fresh segment after a failed sync, and acknowledges nothing that the failed one ate', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const disk = new FaultyDisk(seed);
      const { journal } = await journalOn(disk);
      disk.faults = { short: 0.2, writeError: 0.1, syncError: 0.15, room: Infinity };
      const acknowledged: number[] = [];
      const refs = [];
      for (let number = 1; number <= 30; number += 1) {
        const written = await journal.append(entry(number));
        if (!written.ok) continue;
        acknowledged.push(number);
        refs.push(written.value.ref);
      }
      disk.powerCut();
      const { updates, unreadable } = await readUpdates(disk, '/journal', refs);
      expect(unreadable).toEqual([]);
      const texts = new Set(updates.map((update) => update.join()));
      for (const number of acknowledged) expect(texts.has(entry(number).update.join())).toBe(true);
      expect(acknowledged.length).toBeGreaterThan(10);
    }
  });

  it('says within the append that the disk is full, and that it is well again', async () => {
    const disk = new FaultyDisk(3);
    const { journal, said } = await journalOn(disk);
    expect((await journal.append(entry(1))).ok).toBe(true);
    disk.faults.room = 20;
    expect(await journal.append(entry(2))).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await journal.append(entry(2))).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    disk.faults.room = Infinity;
    expect((await journal.append(entry(2))).ok).toBe(true);
    expect(said.map((trouble) => trouble?.code ?? null)).toEqual(['disk-full', null]);
    expect(await listSegments(disk, '/journal')).toHaveLength(2);
  });
});
