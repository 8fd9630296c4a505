import { describe, expect, it } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import { editState } from '#shared/document/edit.ts';
import { filesIn, must, set } from '../articles.ts';
import { articleAt, copyOf, exchangeAll, newFolder, parcelsIn, shareNew, start, stop, type Device } from './office.ts';

const QUIET = { pending: [], waiting: [], quarantined: [], alarms: [], trouble: null };

/** Types at the beginning of the body's first paragraph. */
async function type({ library }: Device, id: Parameters<typeof set>[1], text: string): Promise<void> {
  const { state } = must(await library.load(id));
  const { update } = editState(state, (doc) => {
    const block: unknown = doc.getXmlFragment('body').get(0);
    const inner: unknown = (block as { get(at: number): unknown }).get(0);
    (inner as { insert(at: number, text: string): void }).insert(0, text);
  });
  must(await library.append(id, update ?? new Uint8Array(0)));
}

async function bodyAt(device: Device, id: Parameters<typeof set>[1]): Promise<string> {
  return JSON.stringify((await articleAt(device, id)).body);
}

describe('histories', () => {
  it('a laptop that was away for a year', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await type(ben, id, 'Written on the plane. ');
    await stop(ben);
    const ids = [id];
    let desk = ana;
    for (let week = 0; week < 52; week += 1) {
      await type(desk, id, `Week ${week}. `);
      await set(desk.library, id, { slug: `week ${week}` });
      if (week % 4 === 0) ids.push(await shareNew(desk, `Story of week ${week}`));
      must(await desk.desk.exchange({ compact: 'now' }));
      if (week % 6 !== 5) continue;
      await stop(desk);
      desk = await start('ana', 'reopen', { folder, disk: ana.disk });
    }
    const back = await start('ben', 'reopen', { folder, disk: ben.disk });
    expect(back.desk.status().pending).toEqual([id]);
    await exchangeAll([back, desk], 3);
    for (const one of [back, desk]) {
      const body = await bodyAt(one, id);
      expect(body.split('Written on the plane. ').length).toBe(2);
      for (let week = 0; week < 52; week += 1) expect(body.split(`Week ${week}. `).length).toBe(2);
      for (const other of ids) expect(headlineText(await articleAt(one, other))).not.toBe('');
      expect(one.desk.status()).toMatchObject(QUIET);
    }
    expect(await bodyAt(back, id)).toBe(await bodyAt(desk, id));
    const files = [...(await parcelsIn(folder)).keys()];
    expect(files.length).toBeLessThan(14);
  });

  it('a restored backup', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await stop(ana);
    const backup = await copyOf(ana.disk, '/library');
    const later = await start('ana', 'reopen', { folder, disk: ana.disk });
    await type(later, id, 'After the backup. ');
    const lost = await shareNew(later, 'Made after the backup');
    await exchangeAll([later, ben]);
    await type(later, id, 'Never sent. ');
    // The disk breaks here; what was sent comes back from the desk, and the restored machine writes on.
    const restored = await start('ana', 'reopen', { folder, disk: backup });
    await type(restored, id, 'On the restored machine. ');
    await exchangeAll([restored, ben], 3);
    for (const one of [restored, ben]) {
      const body = await bodyAt(one, id);
      expect(body.split('After the backup. ').length).toBe(2);
      expect(body.split('On the restored machine. ').length).toBe(2);
      expect(headlineText(await articleAt(one, lost))).toBe('Made after the backup');
      expect(one.desk.status()).toMatchObject(QUIET);
    }
    expect(await bodyAt(restored, id)).toBe(await bodyAt(ben, id));
  });

  it('a cloned machine', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await type(ana, id, 'Before the cloning, not sent. ');
    await stop(ana);
    const disk = await copyOf(ana.disk, '/library');
    const one = await start('ana', 'reopen', { folder, disk: ana.disk });
    const two = await start('ana', 'reopen', { folder, disk });
    await type(one, id, 'On the first. ');
    await type(two, id, 'On the second. ');
    const everybody = [one, two, ben];
    await exchangeAll(everybody, 3);
    for (const device of everybody) must(await device.desk.exchange({ compact: 'now' }));
    await exchangeAll(everybody, 2);
    for (const device of everybody) {
      const body = await bodyAt(device, id);
      for (const text of ['Before the cloning, not sent. ', 'On the first. ', 'On the second. ']) {
        expect(body.split(text).length).toBe(2);
      }
      expect(device.desk.status()).toMatchObject(QUIET);
      expect(body).toBe(await bodyAt(ben, id));
    }
  });

  it('a library that lost its record of what is shared', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await stop(ana);
    for (const file of await filesIn(ana.disk, '/library/desk/ledger')) {
      await ana.disk.remove(`/library/desk/ledger/${file}`);
    }
    const again = await start('ana', 'reopen', { folder, disk: ana.disk });
    expect(again.desk.isShared(id)).toBe(true);
    await type(again, id, 'Still on the desk. ');
    await exchangeAll([again, ben]);
    expect(await bodyAt(ben, id)).toContain('Still on the desk. ');
  });

  it('a folder rolled back by weeks', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    const old = await copyOf(folder, '/share');
    for (let at = 0; at < 5; at += 1) {
      await type(ana, id, `Line ${at}. `);
      await exchangeAll([ana, ben], 1);
    }
    must(await ana.desk.exchange({ compact: 'now' }));
    await stop(ana);
    await stop(ben);
    const [a, b] = [
      await start('ana', 'reopen', { folder: old, disk: ana.disk }),
      await start('ben', 'reopen', { folder: old, disk: ben.disk }),
    ];
    await exchangeAll([b, a], 3);
    const cai = await start('cai', 'join', { folder: old });
    must(await cai.desk.exchange());
    for (let at = 0; at < 5; at += 1) expect(await bodyAt(cai, id)).toContain(`Line ${at}. `);
    expect(cai.desk.status()).toMatchObject(QUIET);
  });
});

describe('text that a merge would lose', () => {
  it('is kept, once on each machine, and can be settled; fields that met are in the activity', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await type(ben, id, 'Ben’s new line. ');
    await set(ben.library, id, { slug: 'from ben' });
    const { state } = must(await ana.library.load(id));
    const { update } = editState(state, (doc) => doc.getXmlFragment('body').delete(0));
    must(await ana.library.append(id, update ?? new Uint8Array(0)));
    await set(ana.library, id, { slug: 'from ana' });
    await exchangeAll([ana, ben], 3);
    const slugs = await Promise.all([ana, ben].map(async (one) => (await articleAt(one, id)).metadata.slug));
    expect(slugs[0]).toBe(slugs[1]);
    for (const one of [ana, ben]) {
      const texts = one.desk.rescued().map(({ text }) => text);
      expect(texts.filter((text) => text.includes('Ben’s new line. ')).length).toBe(1);
      const met = one.desk.activity().filter(({ kind }) => kind === 'passed-over');
      expect(met).toMatchObject([{ article: id, field: 'slug', kept: slugs[0] }]);
      expect(one.desk.status()).toMatchObject(QUIET);
    }
    const [first] = ben.desk.rescued();
    must(await ben.desk.settleRescued(first?.key ?? ''));
    expect(ben.desk.rescued().some(({ key }) => key === first?.key)).toBe(false);
    await stop(ben);
    const again = await start('ben', 'reopen', { folder, disk: ben.disk });
    expect(again.desk.rescued().some(({ key }) => key === first?.key)).toBe(false);
    expect(again.desk.activity().length).toBe(ben.desk.activity().length);
  });
});
