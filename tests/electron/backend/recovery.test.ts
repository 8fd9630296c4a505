import { describe, expect, it } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { DiskError, type Disk } from '#electron/backend/disk/disk.ts';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import { replaceFile } from '#electron/backend/disk/replace.ts';
import { Library } from '#electron/backend/library.ts';
import { damage, draft, filesIn, must, openLibrary, set } from './articles.ts';
import { pictureName } from './picture-name.ts';
import { seededRandom, steppingClock } from './seeded.ts';

const PLACE = '/library';

interface Written {
  readonly disk: Disk;
  readonly ids: readonly ArticleId[];
}

/** A library of two articles written in two lives: slugs `take-1`, then `take-2`. */
async function written(): Promise<Written> {
  const disk = memoryDisk();
  const ids: ArticleId[] = [];
  for (const life of [1, 2]) {
    const library = await openLibrary({ disk, place: PLACE, life });
    if (life === 1) for (const headline of ['One', 'Two']) ids.push(must(await library.create(draft(headline))));
    for (const id of ids) await set(library, id, { slug: `take-${life}` });
    await library.settled();
    await library.close();
  }
  return { disk, ids };
}

const files = (disk: Disk, folder: string): Promise<string[]> =>
  filesIn(disk, `${PLACE}/${folder}`).then((names) => names.map((name) => `${folder}/${name}`));

async function expectWhole(library: Library, ids: readonly ArticleId[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const { article } = must(await library.read(id));
    expect(headlineText(article)).toBe(['One', 'Two'][at]);
    expect(article.metadata.slug).toBe('take-2');
  }
}

describe('a damaged library', () => {
  it('loses nothing to any one damaged file, opens, says so, heals, and is sound afterwards', async () => {
    const { disk: model } = await written();
    const all = (await filesIn(model, PLACE)).filter((file) => !file.startsWith('lock'));
    expect(all.length).toBeGreaterThan(6);
    for (const file of all) {
      for (const place of [0, 60, -20]) {
        const { disk, ids } = await written();
        const size = (await disk.size(`${PLACE}/${file}`)) ?? 0;
        await damage(disk, `${PLACE}/${file}`, Math.min(place, size - 1));
        const library = await openLibrary({ disk, place: PLACE, life: 3 });
        await expectWhole(library, ids);
        const found = must(await library.verify({ repair: false }));
        const { problems } = library.status();
        expect([file, place, found.damaged.length + problems.length > 0]).toEqual([file, place, true]);
        must(await library.verify({ repair: true }));
        await library.settled();
        await library.close();
        const again = await openLibrary({ disk, place: PLACE, life: 4 });
        expect(must(await again.verify({ repair: false })).damaged).toEqual([]);
        await expectWhole(again, ids);
        await again.close();
      }
    }
  });

  it('loses nothing when all snapshots are damaged or gone, or all of the journal is', async () => {
    for (const folder of ['articles', 'journal']) {
      for (const how of ['damage', 'remove']) {
        const { disk, ids } = await written();
        for (const file of await files(disk, folder)) {
          if (how === 'damage') await damage(disk, `${PLACE}/${file}`, 60);
          else await disk.remove(`${PLACE}/${file}`);
        }
        const library = await openLibrary({ disk, place: PLACE, life: 3 });
        await expectWhole(library, ids);
        await library.close();
      }
    }
  });

  it('says that an article is damaged, and keeps its files, when nothing of it is left whole', async () => {
    const { disk, ids } = await written();
    const [one, two] = ids;
    if (one === undefined || two === undefined) throw new Error('no articles');
    for (const file of await files(disk, 'journal')) await disk.remove(`${PLACE}/${file}`);
    const snapshots = await files(disk, `articles/${one}`);
    for (const file of snapshots) await damage(disk, `${PLACE}/${file}`, 60);
    const library = await openLibrary({ disk, place: PLACE, life: 3 });
    expect(await library.read(one)).toMatchObject({ ok: false, error: { code: 'library-damaged' } });
    expect(must(await library.read(two)).article.metadata.slug).toBe('take-2');
    const report = must(await library.verify({ repair: true }));
    expect(report.articles).toBe(1);
    expect(report.damaged.map(({ repaired }) => repaired)).toEqual(snapshots.map(() => false));
    expect(await files(disk, `articles/${one}`)).toEqual(snapshots);
    await library.close();
  });

  it('puts a damaged snapshot in quarantine with the reason, and keeps the good one', async () => {
    const { disk, ids } = await written();
    const newest = (await files(disk, `articles/${ids[0]}`)).at(-1) ?? '';
    await damage(disk, `${PLACE}/${newest}`, 60);
    const library = await openLibrary({ disk, place: PLACE, life: 3 });
    await expectWhole(library, ids);
    expect(library.status().problems.map((problem) => problem.code)).toEqual(['library-damaged']);
    const kept = await files(disk, 'quarantine');
    expect(kept).toHaveLength(2);
    expect(new TextDecoder().decode(await disk.read(`${PLACE}/${kept[1]}`))).toContain(newest);
    await library.close();
  });

  it('ignores the torn end of a journal without a word', async () => {
    const { disk, ids } = await written();
    const file = `${PLACE}/${(await files(disk, 'journal'))[0]}`;
    const bytes = await disk.read(file);
    await replaceFile(disk, file, Buffer.concat([bytes, bytes.subarray(0, 100)]));
    const library = await openLibrary({ disk, place: PLACE, life: 3 });
    expect(library.status().problems).toEqual([]);
    expect(must(await library.verify({ repair: false })).damaged).toEqual([]);
    await expectWhole(library, ids);
    await library.close();
  });

  it('says of bad bytes at the end of a journal that nobody can tell what they are', async () => {
    const { disk, ids } = await written();
    const file = (await files(disk, 'journal'))[0] ?? '';
    const bytes = await disk.read(`${PLACE}/${file}`);
    const added = new Uint8Array(80).fill(7);
    await replaceFile(disk, `${PLACE}/${file}`, Buffer.concat([bytes, added]));
    const library = await openLibrary({ disk, place: PLACE, life: 3 });
    const ending = '80 bytes at the end of this journal file are damaged, or are a write that never ended.';
    expect(must(await library.verify({ repair: false })).damaged).toMatchObject([{ file, reason: ending }]);
    await expectWhole(library, ids);
    // What the index knows was whole once, so it is damage.
    await replaceFile(disk, `${PLACE}/${file}`, Buffer.concat([bytes.subarray(0, -68), added]));
    const known = '80 bytes of this journal file are damaged.';
    expect(must(await library.verify({ repair: false })).damaged).toMatchObject([{ file, reason: known }]);
    await library.close();
  });

  it('takes nothing for damaged that another program holds', async () => {
    const { disk, ids } = await written();
    const copies = await files(disk, 'articles');
    const held = new Set(['stet.json', ...copies].map((file) => `${PLACE}/${file}`));
    let isHeld = false;
    const busy: Disk = {
      ...disk,
      read: async (path) => {
        if (isHeld && held.has(path)) throw new DiskError('busy', `${path}: EBUSY`);
        return disk.read(path);
      },
    };
    const library = await openLibrary({ disk: busy, place: PLACE, life: 3 });
    isHeld = true;
    for (const id of ids) expect(await library.load(id)).toMatchObject({ error: { code: 'disk-error' } });
    const options = { disk: busy, place: PLACE, clock: steppingClock(), random: seededRandom(4) };
    expect(await Library.open({ ...options, access: 'read' })).toMatchObject({ error: { code: 'disk-error' } });
    isHeld = false;
    await expectWhole(library, ids);
    expect(library.status().problems).toEqual([]);
    await library.close();
    expect(await disk.list(PLACE)).not.toContainEqual({ name: 'quarantine', kind: 'folder' });
  });

  it('does not take its marker for damaged because of one refusal', async () => {
    const { disk, ids } = await written();
    for (let at = 1; at <= 2; at += 1) {
      let reads = 0;
      const once: Disk = {
        ...disk,
        read: async (path) => {
          if (path === `${PLACE}/stet.json` && (reads += 1) === at) throw new DiskError('failed', `${path}: EIO`);
          return disk.read(path);
        },
      };
      const library = await openLibrary({ disk: once, place: PLACE, life: 2 + at });
      expect({ at, problems: library.status().problems }).toEqual({ at, problems: [] });
      await expectWhole(library, ids);
      await library.close();
    }
    expect(await disk.list(PLACE)).not.toContainEqual({ name: 'quarantine', kind: 'folder' });
  });

  it('makes its marker again under the same id', async () => {
    const { disk, ids } = await written();
    const before = await openLibrary({ disk, place: PLACE, life: 3 }, { access: 'read' });
    await disk.remove(`${PLACE}/stet.json`);
    const library = await openLibrary({ disk, place: PLACE, life: 4 });
    expect(library.id).toBe(before.id);
    expect(library.status().problems).toHaveLength(1);
    await expectWhole(library, ids);
    await library.close();
  });

  it('finds a damaged picture', async () => {
    const { disk } = await written();
    const library = await openLibrary({ disk, place: PLACE, life: 3 });
    const bytes = new TextEncoder().encode('a picture');
    must(await library.writeMedia(pictureName(bytes), bytes));
    await damage(disk, `${PLACE}/media/${pictureName(bytes)}`, 3);
    expect(await library.readMedia(pictureName(bytes))).toMatchObject({ error: { code: 'library-damaged' } });
    const { damaged } = must(await library.verify({ repair: true }));
    expect(damaged).toMatchObject([{ file: `media/${pictureName(bytes)}`, repaired: true }]);
    must(await library.writeMedia(pictureName(bytes), bytes));
    expect([...must(await library.readMedia(pictureName(bytes)))]).toEqual([...bytes]);
    await library.close();
  });

  it('removes journal segments only when two snapshots hold what is in them', async () => {
    const disk = memoryDisk();
    const ids: ArticleId[] = [];
    for (let life = 1; life <= 60; life += 1) {
      const library = await openLibrary({ disk, place: PLACE, life });
      ids.push(must(await library.create(draft(`Life ${life}`))));
      await library.close();
    }
    expect((await files(disk, 'journal')).length).toBeGreaterThan(48);
    const library = await openLibrary({ disk, place: PLACE, life: 99 });
    await library.settled();
    expect((await files(disk, 'journal')).length).toBeLessThanOrEqual(48);
    await library.close();
    for (const file of await files(disk, 'journal')) await disk.remove(`${PLACE}/${file}`);
    const single = new Set<string>();
    for (const file of await files(disk, 'articles')) {
      const folder = file.replace(/\/[^/]*$/, '');
      if (single.has(folder)) await damage(disk, `${PLACE}/${file}`, 60);
      single.add(folder);
    }
    const again = await openLibrary({ disk, place: PLACE, life: 100 });
    for (const [at, id] of ids.entries()) {
      expect(headlineText(must(await again.read(id)).article)).toBe(`Life ${at + 1}`);
    }
    await again.close();
  });

  it('lets nobody write in an article of a newer Stet', async () => {
    const { encodeFrame } = await import('#electron/backend/journal/frame.ts');
    const { disk, ids } = await written();
    const [article] = ids;
    if (article === undefined) throw new Error('no article');
    const update = new Uint8Array([0, 0]);
    const frame = encodeFrame({ kind: 'later', article, time: 1, schema: 99, number: 1, update });
    await disk.makeFolder(`${PLACE}/journal/${'f'.repeat(20)}`);
    await replaceFile(disk, `${PLACE}/journal/${'f'.repeat(20)}/1`, frame);
    const library = await openLibrary({ disk, place: PLACE, life: 3 });
    const loaded = must(await library.load(article));
    expect(loaded.readOnly?.code).toBe('article-newer');
    expect(await library.append(article, update)).toMatchObject({ error: { code: 'article-newer' } });
    await expectWhole(library, ids);
    await library.close();
  });
});
