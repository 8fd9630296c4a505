import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editState } from '#shared/document/edit.ts';
import { coversUpdate } from '#shared/document/part.ts';
import { parseParcelName } from '#shared/parcel/name.ts';
import { encodeParcel, openParcel } from '#shared/parcel/parcel.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { nodeCodec } from '#electron/backend/desk/node-codec.ts';
import { must, set } from '../articles.ts';
import { articleAt, exchangeAll, headlineAt, newFolder, parcelsIn, place, shareNew, start, stop } from './office.ts';
import type { Device } from './office.ts';

async function two(): Promise<{ folder: Disk; ana: Device; ben: Device }> {
  const folder = await newFolder();
  const ana = await start('ana', 'create', { folder });
  return { folder, ana, ben: await start('ben', 'join', { folder }) };
}

describe('the laws of the desk', () => {
  it('1: nothing in the folder can delete or change what is in the library', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    for (const file of (await parcelsIn(folder)).keys()) await place(folder, file, new Uint8Array(40));
    await exchangeAll([ana, ben]);
    expect(await headlineAt(ben, id)).toBe('Harbour strike');
    expect(await headlineAt(ana, id)).toBe('Harbour strike');
  });

  it('2: nobody changes or removes a file of another writer, also when joining parcels', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    for (let at = 0; at < 4; at += 1) {
      await set(ana.library, id, { slug: `slug ${at}` });
      must(await ana.desk.exchange());
    }
    const before = await parcelsIn(folder);
    for (let at = 0; at < 4; at += 1) {
      must(await ben.desk.exchange({ compact: 'now' }));
      await set(ben.library, id, { kicker: `kicker ${at}` });
    }
    const after = await parcelsIn(folder);
    expect(before.size).toBe(4);
    for (const [file, bytes] of before) expect(after.get(file)).toEqual(bytes);
  });

  it('3: says "sent" only after reading the file back whole', async () => {
    const folder = await newFolder();
    let lying = false;
    const liar: Disk = {
      ...folder,
      read: async (path) => {
        const bytes = await folder.read(path);
        return lying && path.endsWith('.parcel') ? bytes.slice(0, -1) : bytes;
      },
    };
    const ana = await start('ana', 'create', { folder: liar });
    const id = await shareNew(ana, 'Harbour strike');
    lying = true;
    expect((await ana.desk.exchange()).ok).toBe(false);
    expect(ana.desk.status().pending).toEqual([id]);
    lying = false;
    must(await ana.desk.exchange());
    expect(ana.desk.status().pending).toEqual([]);
  });

  it('4: a writer is never resumed; what a dead one acknowledged and had not published is issued by the next', async () => {
    const { folder, ana, ben } = await two();
    const disk = ana.disk;
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await set(ana.library, id, { slug: 'written at the last moment' });
    await stop(ana);
    const again = await start('ana', 'reopen', { folder, disk });
    expect(again.desk.status().writer).not.toBe(ana.desk.status().writer);
    expect(again.desk.status().pending).toEqual([id]);
    await exchangeAll([again, ben]);
    expect((await articleAt(ben, id)).metadata.slug).toBe('written at the last moment');
    await stop(again);
    const third = await start('ana', 'reopen', { folder, disk });
    expect(third.desk.status().pending).toEqual([]);
    expect(must(await third.desk.exchange()).published).toBe(0);
  });

  it('5: what is not whole is not here yet; a conflict copy and another case are no files', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    must(await ana.desk.exchange());
    const [[file = '', bytes = new Uint8Array(0)] = []] = await parcelsIn(folder);
    const flipped = bytes.map((byte, at) => (at === 60 ? byte ^ 4 : byte));
    for (const wrong of [new Uint8Array(0), bytes.slice(0, 50), flipped]) {
      await place(folder, file, wrong);
      await place(folder, file.replace('.parcel', ' (conflicted copy).parcel'), bytes);
      await place(folder, file.replace('.parcel', '.PARCEL'), bytes);
      expect(must(await ben.desk.exchange())).toMatchObject({ received: 0, waiting: 1, quarantined: 0 });
      expect(await headlineAt(ben, id)).toBeNull();
    }
    await place(folder, file, bytes);
    expect(must(await ben.desk.exchange())).toMatchObject({ received: 1, waiting: 0 });
    expect(await headlineAt(ben, id)).toBe('Harbour strike');
  });

  it('6: parcels of one writer are taken in order; a later one waits for an earlier one', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    must(await ana.desk.exchange());
    await set(ana.library, id, { slug: 'second' });
    must(await ana.desk.exchange());
    const first = [...(await parcelsIn(folder))].find(([file]) => file.includes('/1-1-'));
    await folder.remove(`/share/desk/writers/${first?.[0]}`);
    expect(must(await ben.desk.exchange())).toMatchObject({ received: 0, waiting: 1 });
    expect(ben.desk.status().waiting[0]?.why).toBe('earlier');
    await place(folder, first?.[0] ?? '', first?.[1] ?? new Uint8Array(0));
    expect(must(await ben.desk.exchange())).toMatchObject({ received: 2, waiting: 0 });
    expect((await articleAt(ben, id)).metadata.slug).toBe('second');
  });

  it('7: hostile content goes to quarantine with a reason, none of its parcel is applied, and the desk goes on', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    const good = editState(must(await ana.library.load(id)).state, (doc) => doc.getMap('metadata').set('slug', 'evil'));
    const bad = editState(must(await ana.library.load(id)).state, (doc) => doc.getMap('unheard-of').set('x', 1));
    const other = '0'.repeat(26);
    await forge(folder, ana, [
      [id, good.update ?? new Uint8Array(0)],
      [other, bad.update ?? new Uint8Array(0)],
    ]);
    await set(ana.library, id, { kicker: 'Docks' });
    must(await ana.desk.exchange());
    expect(must(await ben.desk.exchange())).toMatchObject({ quarantined: 1, received: 1 });
    expect((await articleAt(ben, id)).metadata).toMatchObject({ slug: '', kicker: 'Docks' });
    expect(ben.desk.status().quarantined[0]?.reason).toMatch(/does not know/u);
    expect(must(await ben.desk.exchange())).toMatchObject({ quarantined: 0, received: 0 });
  });

  it('7: what a newer Stet wrote is kept and shown read-only; this one writes nothing into it', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    const newer = editState(must(await ana.library.load(id)).state, (doc) => {
      doc.getXmlFragment('body').insert(0, [new Y.XmlElement('hologram')]);
      doc.getMap('about').set('schema-3', true);
    });
    await forge(folder, ana, [[id, newer.update ?? new Uint8Array(0)]], { from: 2, to: 2, schema: 3 });
    expect(must(await ben.desk.exchange())).toMatchObject({ received: 1, quarantined: 0 });
    const loaded = must(await ben.library.load(id));
    expect(loaded.readOnly?.code).toBe('article-newer');
    expect(coversUpdate(loaded.state, newer.update ?? new Uint8Array(0))).toBe(true);
    const refused = await ben.library.append(id, newer.update ?? new Uint8Array(0));
    expect(refused.ok ? null : refused.error.code).toBe('article-newer');
    const before = (await parcelsIn(folder)).size;
    await stop(ben);
    const again = await start('ben', 'reopen', { folder, disk: ben.disk });
    expect(must(await again.desk.exchange())).toMatchObject({ published: 0 });
    expect((await parcelsIn(folder)).size).toBe(before);
    expect(must(await again.library.load(id)).readOnly?.code).toBe('article-newer');
  });

  it('8: only the owner joins parcels: a longer one, read back, and only then its own shorter ones go', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    must(await ana.desk.exchange());
    for (let at = 0; at < 12; at += 1) {
      await set(ana.library, id, { slug: `slug ${at}` });
      must(await ana.desk.exchange());
      if (at === 5) must(await ben.desk.exchange());
    }
    must(await ana.desk.exchange({ compact: 'now' }));
    expect([...(await parcelsIn(folder)).keys()].map((file) => file.replace(/.*\/(\d+-\d+)-.*/u, '$1'))).toEqual([
      '1-13',
    ]);
    await exchangeAll([ben, ana]);
    expect([...(await parcelsIn(folder)).keys()].length).toBe(1);
    expect((await articleAt(ben, id)).metadata.slug).toBe('slug 11');
    expect(ben.desk.status()).toMatchObject({ held: 1, waiting: [], pending: [], alarms: [] });
  });

  it('8: a parcel that only claims to cover others makes nobody forget them', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    must(await ana.desk.exchange());
    await set(ana.library, id, { slug: 'second' });
    must(await ana.desk.exchange());
    const { update } = editState(must(await ana.library.load(id)).state, (doc) =>
      doc.getMap('metadata').set('genre', 'x'),
    );
    await forge(folder, ana, [[id, update ?? new Uint8Array(0)]], { from: 1, to: 999 });
    await exchangeAll([ben, ana]);
    expect((await articleAt(ben, id)).metadata.slug).toBe('second');
    expect((await parcelsIn(folder)).size).toBe(3);
    await set(ana.library, id, { kicker: 'Docks' });
    await exchangeAll([ana, ben]);
    expect((await articleAt(ben, id)).metadata.kicker).toBe('Docks');
  });

  it('9: whoever holds the bytes puts a vanished file back, its own and others’', async () => {
    const { folder, ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await set(ben.library, id, { slug: 'strike' });
    await exchangeAll([ben, ana]);
    const before = await parcelsIn(folder);
    for (const file of before.keys()) await folder.remove(`/share/desk/writers/${file}`);
    expect(must(await ben.desk.exchange()).putBack).toBe(2);
    expect(await parcelsIn(folder)).toEqual(before);
  });

  it('9: a file that went bad in the folder is made good again by whoever holds it', async () => {
    const { folder, ana } = await two();
    await shareNew(ana, 'Harbour strike');
    must(await ana.desk.exchange());
    const [[file = '', bytes = new Uint8Array(0)] = []] = await parcelsIn(folder);
    await place(folder, file, bytes.slice(0, 20));
    must(await ana.desk.exchange());
    expect((await parcelsIn(folder)).get(file)).toEqual(bytes);
  });

  it('10: deleting an article is a record; what a colleague wrote in it meanwhile is still there', async () => {
    const { ana, ben } = await two();
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await set(ana.library, id, { trashed: true });
    await set(ben.library, id, { edNote: 'call the union' });
    await exchangeAll([ana, ben]);
    for (const one of [ana, ben]) {
      expect((await articleAt(one, id)).metadata).toMatchObject({ trashed: true, edNote: 'call the union' });
    }
  });

  it('11: time is for showing: a clock that stands still or runs back changes nothing', async () => {
    const folder = await newFolder();
    let now = 2_000_000_000_000;
    const more = { clock: { now: () => (now -= 86_400_000) } };
    const ana = await start('ana', 'create', { folder, more });
    const ben = await start('ben', 'join', { folder, more: { clock: { now: () => 0 } } });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await set(ben.library, id, { slug: 'strike' });
    await exchangeAll([ben, ana]);
    expect((await articleAt(ana, id)).metadata.slug).toBe('strike');
  });
});

/** Writes a parcel with a right digest and what content one likes, under the name of a machine's next issue. */
async function forge(
  folder: Disk,
  as: Device,
  parts: readonly (readonly [string, Uint8Array])[],
  range?: { from: number; to: number; schema?: number },
): Promise<void> {
  const files = [...(await parcelsIn(folder))].filter(([file]) => file.startsWith(as.desk.status().writer));
  const [file, bytes] = files[0] ?? ['', new Uint8Array(0)];
  const [writer = '', name = ''] = file.split('/');
  const parsed = parseParcelName(writer, name);
  const opened = parsed === null ? null : openParcel(parsed, bytes, nodeCodec);
  if (opened?.is !== 'parcel') throw new Error('nothing to forge from');
  const { from, to, schema = 1 } = range ?? { from: files.length + 1, to: files.length + 1 };
  const forged = encodeParcel(
    { ...opened.parcel, from, to, schema, parts: parts.map(([id, update]) => ({ id, schema, update })) },
    nodeCodec,
  );
  await place(folder, `${writer}/${from}-${to}-${nodeCodec.digest(forged)}.parcel`, forged);
}
