import { describe, expect, it } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { replaceFile } from '#electron/backend/disk/replace.ts';
import { Library } from '#electron/backend/library.ts';
import type { MirrorWriter } from '#electron/backend/mirror.ts';
import { draft, filesIn, must, openLibrary, set } from './articles.ts';
import { PLAYGROUNDS } from './disk/playgrounds.ts';
import { pictureName } from './picture-name.ts';
import { seededRandom, steppingClock } from './seeded.ts';

const text = new TextEncoder();
const mirror: MirrorWriter = (article) => text.encode(`# ${headlineText(article)}\n`);

interface World {
  readonly disk: Disk;
  readonly place: string;
}

const attempt = (world: World, place: string) =>
  Library.open({ disk: world.disk, place, clock: steppingClock(), random: seededRandom(99), access: 'write' });

for (const [name, enter] of PLAYGROUNDS) {
  const within = (work: (world: World) => Promise<void>) => async () => {
    const { disk, folder, leave } = await enter();
    try {
      await work({ disk, place: `${folder}/library` });
    } finally {
      await leave();
    }
  };

  describe(`a library on a disk: ${name}`, () => {
    it(
      'keeps articles from one start to the next',
      within(async (world) => {
        const first = await openLibrary({ ...world, life: 1 });
        const ids: ArticleId[] = [];
        for (const headline of ['One', 'Two', 'Three']) ids.push(must(await first.create(draft(headline))));
        const [one] = ids;
        if (one === undefined) throw new Error('no article');
        await set(first, one, { slug: 'uno', status: 'ready' });
        await first.close();

        const second = await openLibrary({ ...world, life: 2 });
        expect(second.id).toBe(first.id);
        expect(second.status()).toMatchObject({ articles: 3, problems: [], indexing: false });
        expect(second.list({}).items.map((item) => item.headline)).toEqual(['One', 'Three', 'Two']);
        expect(second.list({ status: 'ready' }).items.map((item) => item.slug)).toEqual(['uno']);
        const { article } = must(await second.read(one));
        expect(headlineText(article)).toBe('One');
        expect(article.metadata.slug).toBe('uno');
        expect(article.metadata.created).not.toBe('');
        await second.close();
      }),
    );

    it(
      'lets a second process read but not write, and then write',
      within(async (world) => {
        const first = await openLibrary({ ...world, life: 1 });
        const id = must(await first.create(draft('Seen')));
        const refused = await attempt(world, world.place);
        expect(refused).toMatchObject({ ok: false, error: { code: 'library-busy' } });
        const before = await filesIn(world.disk, world.place);
        const reader = await openLibrary({ ...world, life: 3 }, { access: 'read' });
        expect(reader.list({}).items.map((item) => item.headline)).toEqual(['Seen']);
        expect(await reader.append(id, new Uint8Array([0, 0]))).toMatchObject({ ok: false });
        expect(await reader.create(draft('No'))).toMatchObject({ ok: false, error: { code: 'not-writable' } });
        await reader.close();
        expect(await filesIn(world.disk, world.place)).toEqual(before);
        await first.close();
        await (await openLibrary({ ...world, life: 4 })).close();
      }),
    );

    it(
      'lets a reader go on while snapshots and segments change under its eyes',
      within(async (world) => {
        const first = await openLibrary({ ...world, life: 1 });
        const id = must(await first.create(draft('Moving')));
        const reader = await openLibrary({ ...world, life: 3 }, { access: 'read' });
        for (let number = 0; number < 5; number += 1) {
          await set(first, id, { slug: `take-${number}` });
          await first.settled();
        }
        await first.verify({ repair: true });
        expect(headlineText(must(await reader.read(id)).article)).toBe('Moving');
        await reader.close();
        await first.close();
      }),
    );

    it(
      'makes its list again when the index is deleted',
      within(async (world) => {
        const first = await openLibrary({ ...world, life: 1 });
        for (const headline of ['One', 'Two', 'Three']) must(await first.create(draft(headline)));
        await first.close();
        const list = first.list({});
        await world.disk.remove(`${world.place}/index/summaries`);
        const second = await openLibrary({ ...world, life: 2 });
        expect(second.list({})).toEqual(list);
        expect(second.status().problems).toEqual([]);
        await second.close();
        expect(await world.disk.size(`${world.place}/index/summaries`)).toBeGreaterThan(100);
      }),
    );

    it(
      'writes a mirror anyone can read and renames it with the slug',
      within(async (world) => {
        const library = await openLibrary({ ...world, life: 1 }, { mirror });
        const id = must(await library.create(draft('Café: the “end”')));
        await library.settled();
        expect(await filesIn(world.disk, `${world.place}/readable`)).toEqual([`café-the-end--${id}.md`]);
        await set(library, id, { slug: 'CON' });
        await library.settled();
        expect(await filesIn(world.disk, `${world.place}/readable`)).toEqual([`article-con--${id}.md`]);
        await library.close();
      }),
    );

    it(
      'tells who listens',
      within(async (world) => {
        const library = await openLibrary({ ...world, life: 1 });
        const heard: string[] = [];
        const origin = {};
        library.on('appended', (event) => heard.push(`appended ${event.origin === origin}`));
        const stop = library.on('changed', ({ items }) =>
          heard.push(`changed ${items.map((item) => item.slug).join()}`),
        );
        const id = must(await library.create(draft('One')));
        const { state } = must(await library.load(id));
        must(await library.append(id, state, origin));
        await library.settled();
        stop();
        await set(library, id, { slug: 'later' });
        await library.close();
        expect(heard).toEqual(['changed ', 'appended true', 'changed ', 'appended false']);
      }),
    );

    it(
      'stores pictures under their digest only',
      within(async (world) => {
        const library = await openLibrary({ ...world, life: 1 });
        const bytes = text.encode('not really a picture');
        must(await library.writeMedia(pictureName(bytes), bytes));
        must(await library.writeMedia(pictureName(bytes), bytes));
        expect([...must(await library.readMedia(pictureName(bytes)))]).toEqual([...bytes]);
        const other = text.encode('another');
        expect(await library.writeMedia(pictureName(bytes), other)).toMatchObject({ ok: false });
        expect(await library.readMedia(pictureName(other))).toMatchObject({
          ok: false,
          error: { code: 'file-missing' },
        });
        await library.close();
      }),
    );

    it(
      'refuses folders that are not its own, in one sentence and without touching them',
      within(async (world) => {
        const { disk, place } = world;
        await disk.makeFolder(place);
        await replaceFile(disk, `${place}/letter.txt`, text.encode('Dear'));
        expect(await attempt(world, place)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
        expect(await disk.list(place)).toHaveLength(1);
        expect(await attempt(world, `${place}/letter.txt`)).toMatchObject({ ok: false });
        const reading = { disk, place: `${place}/none`, clock: steppingClock(), random: seededRandom(1) };
        expect(await Library.open({ ...reading, access: 'read' })).toMatchObject({ error: { code: 'file-missing' } });
        await disk.makeFolder(`${place}/new`);
        await replaceFile(disk, `${place}/new/stet.json`, text.encode('{"format":2,"library":"x"}'));
        expect(await attempt(world, `${place}/new`)).toMatchObject({ error: { code: 'library-newer' } });
      }),
    );

    it(
      'says that a place can hold no library',
      within(async (world) => {
        const { disk, place } = world;
        await disk.makeFolder(place);
        await replaceFile(disk, `${place}/letter.txt`, text.encode('Dear'));
        for (const below of ['letter.txt/library', 'letter.txt/deep/library']) {
          expect(await attempt(world, `${place}/${below}`)).toEqual({
            ok: false,
            error: {
              code: 'not-writable',
              message: 'A library cannot be made in this place; choose another folder for it.',
            },
          });
        }
        expect(await disk.list(place)).toHaveLength(1);
      }),
    );

    it(
      'finds articles by the beginning of their id',
      within(async (world) => {
        const library = await openLibrary({ ...world, life: 1 });
        const ids: ArticleId[] = [];
        for (let number = 0; number < 40; number += 1) ids.push(must(await library.create(draft(`A${number}`))));
        for (const id of ids) expect(library.find(id.slice(0, 12))).toEqual({ ok: true, value: id });
        const begun = ids.find((id) => ids.filter((other) => other[0] === id[0]).length > 1);
        expect(library.find(begun?.[0] ?? '')).toMatchObject({ ok: false, error: { code: 'ambiguous-article' } });
        expect(library.find('')).toMatchObject({ ok: false, error: { code: 'unknown-article' } });
        expect(library.find('zzzzzzzz')).toMatchObject({ ok: false, error: { code: 'unknown-article' } });
        const unknown = 'z'.repeat(26) as ArticleId;
        expect(await library.read(unknown)).toMatchObject({ ok: false, error: { code: 'unknown-article' } });
        expect(await library.append(unknown, new Uint8Array([0, 0]))).toMatchObject({ ok: false });
        await library.close();
      }),
    );
  });
}
