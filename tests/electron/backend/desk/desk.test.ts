import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictureName } from '../picture-name.ts';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { replaceFile } from '#electron/backend/disk/replace.ts';
import { draft, must, set } from '../articles.ts';
import { articleAt, exchangeAll, headlineAt, newFolder, PLACE, shareNew, start } from './office.ts';

const EMPTY = draft('Untitled');

describe('two machines on one desk', () => {
  it.each(['memory', 'real'] as const)('bring each other what is shared, and only that (%s disk)', async (kind) => {
    const base = kind === 'real' ? await mkdtemp(join(tmpdir(), 'stet-desk-')) : '/share';
    const folder = kind === 'real' ? nodeDisk() : await newFolder();
    const place = `${base}/desk`;
    const ana = await start('ana', 'create', { folder, place });
    const ben = await start('ben', 'join', { folder, place });
    const hidden = must(await ana.library.create({ ...EMPTY, headline: [] }));
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    expect(await headlineAt(ben, id)).toBe('Harbour strike');
    expect(ben.library.has(hidden)).toBe(false);
    await set(ben.library, id, { slug: 'strike' });
    await set(ana.library, id, { kicker: 'Docks' });
    await exchangeAll([ben, ana], 3);
    for (const one of [ana, ben]) {
      expect((await articleAt(one, id)).metadata).toMatchObject({ slug: 'strike', kicker: 'Docks' });
      expect(one.desk.status()).toMatchObject({ pending: [], waiting: [], quarantined: [], alarms: [], trouble: null });
    }
    expect(must(await ana.desk.exchange())).toMatchObject({ published: 0, received: 0, putBack: 0 });
    if (kind === 'real') await rm(base, { recursive: true });
  });

  it('tell each other how far they have come', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben, ana], 1);
    const [seen] = ana.desk.status().devices;
    expect(seen).toMatchObject({ memberName: 'ben', lacksOurs: 0, weLack: 0 });
    expect(seen?.hasOursUpTo).not.toBeNull();
  });

  it('bring the pictures that shared articles need', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const bytes = new TextEncoder().encode('not looked into here');
    const name = pictureName(bytes);
    must(await ana.library.writeMedia(name, bytes));
    const id = must(await ana.library.create({ ...EMPTY, metadata: { shareImage: name } }));
    must(await ana.desk.share([id]));
    await exchangeAll([ana, ben], 2);
    expect(must(await ben.library.readMedia(name))).toEqual(bytes);
    const path = `${PLACE}/media/${name.slice(0, 2)}/${name}`;
    await folder.remove(path);
    await replaceFile(
      folder,
      path,
      bytes.map((byte) => byte ^ 1),
    );
    await exchangeAll([ben], 1);
    expect(await folder.read(path)).toEqual(bytes);
  });

  it('can be paused, and go on', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    ana.desk.setPaused(true);
    const paused = await ana.desk.exchange();
    expect(paused.ok ? null : paused.error.code).toBe('desk-paused');
    expect(ana.desk.status()).toMatchObject({ paused: true, pending: [id] });
    ana.desk.setPaused(false);
    expect(must(await ana.desk.exchange()).published).toBe(1);
  });

  it('can be stopped in the middle of a first sync, and go on where it stopped', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ending = new AbortController();
    for (let at = 0; at < 5; at += 1) await shareNew(ana, `Story ${at}`, 'word '.repeat(1000));
    ending.abort();
    const stopped = await ana.desk.exchange({ signal: ending.signal });
    expect(stopped.ok ? null : stopped.error.code).toBe('cancelled');
    expect(must(await ana.desk.exchange()).published).toBe(1);
    expect(ana.desk.status().pending).toEqual([]);
  });
});

describe('a folder that is no desk of ours', () => {
  it('is refused with a sentence of its own, and nothing is written into it', async () => {
    const folder = await newFolder();
    const code = async (how: 'create' | 'join', place: string): Promise<string> => {
      try {
        await start('ana', how, { folder, place });
        return 'fine';
      } catch (error) {
        return error instanceof Error ? error.message.replace(/:.*/u, '') : '';
      }
    };
    expect(await code('join', PLACE)).toBe('desk-missing');
    expect(await code('create', PLACE)).toBe('fine');
    expect(await code('create', PLACE)).toBe('desk-foreign');
    expect(await code('create', `${PLACE}/inner`)).toBe('desk-inside');
    await folder.makeFolder('/share/papers');
    await (await folder.create('/share/papers/letter.txt')).close();
    expect(await code('create', '/share/papers')).toBe('desk-foreign');
    expect(await code('join', '/share/papers')).toBe('desk-missing');
    expect((await folder.list('/share/papers')).length).toBe(1);
  });

  it('pauses the desk when its marker is missing or another’s, and writes nothing meanwhile', async () => {
    const folder = await newFolder();
    const disk = memoryDisk();
    const ana = await start('ana', 'create', { folder, disk });
    await shareNew(ana, 'Harbour strike');
    await folder.rename(PLACE, '/share/gone');
    const missing = await ana.desk.exchange();
    expect(missing.ok ? null : missing.error.code).toBe('desk-missing');
    await start('eve', 'create', { folder });
    const foreign = await ana.desk.exchange();
    expect(foreign.ok ? null : foreign.error.code).toBe('desk-foreign');
    expect(ana.desk.status().trouble?.code).toBe('desk-foreign');
    expect((await folder.list(`${PLACE}/writers`)).length).toBe(0);
    expect(ana.desk.status().pending.length).toBe(1);
  });
});
