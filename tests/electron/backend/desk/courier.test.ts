import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Courier, type Watch } from '#electron/backend/desk/courier.ts';
import { directGate } from '#electron/backend/desk/direct-gate.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { nodeDisk, watchFolder } from '#electron/backend/disk/node.ts';
import { must, set } from '../articles.ts';
import { articleAt, headlineAt, newFolder, PLACE, shareNew, start } from './office.ts';

describe('the courier', () => {
  let base = '';
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'stet-courier-'));
  });
  afterEach(() => rm(base, { recursive: true, force: true }));

  it('brings what is written to a colleague without being asked, and takes the folder’s coming and going', async () => {
    const folder = nodeDisk();
    const place = join(base, 'desk');
    const ana = await start('ana', 'create', { folder, place });
    const ben = await start('ben', 'join', { folder, place });
    const gate = directGate();
    const couriers = [ana, ben].map(
      ({ desk, library }) => new Courier({ desk, library, place, watch: watchFolder, gate }),
    );
    const id = await shareNew(ana, 'Harbour strike');
    await vi.waitFor(async () => expect(await headlineAt(ben, id)).toBe('Harbour strike'), { timeout: 12_000 });
    await folder.rename(place, `${place}-away`);
    await vi.waitFor(() => expect(ana.desk.status().trouble?.code).toBe('desk-missing'), { timeout: 20_000 });
    await set(ana.library, id, { slug: 'strike' });
    await set(ben.library, id, { kicker: 'Docks' });
    await folder.rename(`${place}-away`, place);
    const back = performance.now();
    await vi.waitFor(
      async () => {
        expect((await articleAt(ben, id)).metadata).toMatchObject({ slug: 'strike', kicker: 'Docks' });
        expect((await articleAt(ana, id)).metadata).toMatchObject({ slug: 'strike', kicker: 'Docks' });
      },
      { timeout: 20_000 },
    );
    expect(performance.now() - back).toBeLessThan(8_000);
    for (const courier of couriers) await courier.close();
  }, 60_000);

  it('hears what a colleague puts there while the folder is being gone through for the first time', async () => {
    const real = nodeDisk();
    const place = join(base, 'desk');
    const ben = await start('ben', 'create', { folder: real, place });
    let afterListing = async (): Promise<void> => {};
    const folder: Disk = {
      ...real,
      list: async (path) => {
        const listed = await real.list(path);
        if (path !== `${place}/writers`) return listed;
        const then = afterListing;
        afterListing = async () => {};
        await then();
        return listed;
      },
    };
    const ana = await start('ana', 'join', { folder, place });
    const id = await shareNew(ben, 'Harbour strike');
    const arrived = new Promise<void>((resolve) => {
      afterListing = async () => {
        must(await ben.desk.exchange());
        resolve();
      };
    });
    const { desk, library } = ana;
    const courier = new Courier({ desk, library, place, watch: watchFolder, gate: directGate() });
    await arrived;
    // Nobody writes into the folder any more, and the next look without being told of it is a quarter of a minute away.
    await vi.waitFor(async () => expect(await headlineAt(ana, id)).toBe('Harbour strike'), { timeout: 8_000 });
    await courier.close();
  }, 30_000);

  it('brings both what both wrote while the folder was away within five seconds of its return, work not counted', async () => {
    // Only the waits are moved by hand, so that a busy machine changes nothing.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const memory = await newFolder();
      const tellers = new Set<() => void>();
      const tellAll = (): void => {
        for (const tell of tellers) tell();
      };
      const folder: Disk = {
        ...memory,
        rename: async (from, to) => {
          await memory.rename(from, to);
          tellAll();
        },
      };
      const watch: Watch = (_folder, tell) => {
        tellers.add(tell);
        return () => tellers.delete(tell);
      };
      const ana = await start('ana', 'create', { folder });
      const ben = await start('ben', 'join', { folder });
      const id = await shareNew(ana, 'Harbour strike');
      const couriers = [ana, ben].map(({ desk, library }) => {
        return new Courier({ desk, library, place: PLACE, watch, gate: directGate() });
      });
      await pass(6_000);
      expect(await headlineAt(ben, id)).toBe('Harbour strike');
      // Several times: a look every few seconds would be in time now and then.
      for (const away of [20_000, 21_000, 25_000, 27_000]) {
        await memory.rename(PLACE, `${PLACE}-away`);
        const [slug, kicker] = [`strike-${away}`, `Docks ${away}`];
        await set(ana.library, id, { slug });
        await set(ben.library, id, { kicker });
        await pass(away);
        expect([ana, ben].map(({ desk }) => desk.status().trouble?.code)).toEqual(['desk-missing', 'desk-missing']);
        await memory.rename(`${PLACE}-away`, PLACE);
        await pass(5_000);
        for (const one of [ana, ben]) expect((await articleAt(one, id)).metadata).toMatchObject({ slug, kicker });
      }
      for (const courier of couriers) await courier.close();
    } finally {
      vi.useRealTimers();
    }
  }, 60_000);
});

/** Lets so many milliseconds pass, in steps after each of which what has begun may be done. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 50) {
    await vi.advanceTimersByTimeAsync(50);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}
