import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBackend, type Backend, type BackendConnection } from '#electron/backend/backend.ts';
import { systemClock } from '#electron/backend/clock.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { MOST_OPEN } from '#electron/backend/handlers.ts';
import { openSettings } from '#electron/backend/settings.ts';
import { headlineText } from '#shared/article/article.ts';
import type { Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Events } from '#shared/contract/events.ts';
import { editState } from '#shared/document/edit.ts';
import { setFields } from '#shared/document/field.ts';
import { replaceText } from '#shared/document/replace.ts';
import { FaultyDisk } from './disk/faulty-disk.ts';
import { SECRET, talkativeJpeg, WORDS } from './picture/talkative.ts';
import { picture, png } from './pictures.ts';

let folder: string;
let backend: Backend;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-backend-'));
  backend = await open();
});
afterEach(async () => {
  await backend.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(disk: Disk = nodeDisk()): Promise<Backend> {
  return value(
    await openBackend({
      place: join(folder, 'library'),
      disk,
      clock: systemClock,
      random: (bytes) => randomBytes(bytes),
      settings: openSettings(disk, join(folder, 'config'), folder),
    }),
  );
}

type Told = Pick<Events, 'article.updated' | 'library.changed' | 'disk.state'>;

/** A page: its handlers and everything it was told. */
interface Page extends BackendConnection {
  readonly told: { [Name in keyof Told]: Told[Name][] };
}

function page(): Page {
  const told: Page['told'] = { 'article.updated': [], 'library.changed': [], 'disk.state': [] };
  const connection = backend.connection((name, event) => void told[name as keyof Told].push(event as never), {});
  return { ...connection, told };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

async function create(from: Page, headline = 'First'): Promise<ArticleId> {
  return value(await from.handlers['article.create']({ headline })).id;
}

/** One update that sets the slug, made from the state a page was given. */
async function write(from: Page, id: ArticleId, slug: string): Promise<Uint8Array> {
  const { state } = value(await from.handlers['article.open']({ id }));
  const { update } = editState(state, (doc) => setFields(doc, { slug }));
  if (update === null) throw new Error('nothing changed');
  value(await from.handlers['article.append']({ id, update }));
  return update;
}

describe('Backend', () => {
  it('tells every other page that has the article open, and not the one that wrote', async () => {
    const [writer, reader, elsewhere, left] = [page(), page(), page(), page()];
    const id = await create(writer);
    const other = await create(writer, 'Other');
    value(await reader.handlers['article.open']({ id }));
    value(await elsewhere.handlers['article.open']({ id: other }));
    value(await left.handlers['article.open']({ id }));
    value(await left.handlers['article.close']({ id }));
    const update = await write(writer, id, 'harbour');
    expect(reader.told['article.updated']).toEqual([{ id, update }]);
    for (const quiet of [writer, elsewhere, left]) expect(quiet.told['article.updated']).toEqual([]);
    const read = value(await elsewhere.handlers['article.read']({ id }));
    expect(read.article.metadata.slug).toBe('harbour');
  });

  it('tells nothing to a page that is gone', async () => {
    const [writer, gone] = [page(), page()];
    const id = await create(writer);
    value(await gone.handlers['article.open']({ id }));
    gone.dispose();
    gone.told['library.changed'].length = 0;
    await write(writer, id, 'harbour');
    await backend.library.settled();
    expect(gone.told['article.updated']).toEqual([]);
    expect(gone.told['library.changed']).toEqual([]);
  });

  it('tells every page when the list is other than it was', async () => {
    const [one, other] = [page(), page()];
    const id = await create(one, 'A new story');
    for (const told of [one.told, other.told]) {
      expect(told['library.changed'].flatMap(({ items }) => items)).toMatchObject([{ id, headline: 'A new story' }]);
    }
  });

  it('tells the writing page too of what the back end itself changes', async () => {
    const writer = page();
    const id = await create(writer);
    value(await writer.handlers['article.open']({ id }));
    value(await writer.handlers['article.trash']({ id, trashed: true }));
    expect(writer.told['article.updated']).toHaveLength(1);
    await backend.library.settled();
    expect(value(await writer.handlers['library.list']({})).total).toBe(0);
    expect(value(await writer.handlers['library.list']({ trashed: true })).items).toMatchObject([
      { id, trashed: true },
    ]);
    value(await writer.handlers['article.trash']({ id, trashed: false }));
    expect(value(await writer.handlers['article.read']({ id })).article.metadata.trashed).toBe(false);
  });

  it('writes nothing when an article is already where it should be', async () => {
    const writer = page();
    const id = await create(writer);
    value(await writer.handlers['article.open']({ id }));
    value(await writer.handlers['article.trash']({ id, trashed: false }));
    expect(writer.told['article.updated']).toEqual([]);
  });

  it('limits how many articles one page has open, and counts none twice', async () => {
    const writer = page();
    const ids: ArticleId[] = [];
    for (let number = 0; number <= MOST_OPEN; number += 1) ids.push(await create(writer, `Story ${number}`));
    const [last] = ids.splice(-1);
    for (const id of [...ids, ...ids]) value(await writer.handlers['article.open']({ id }));
    if (last === undefined) throw new Error('no article');
    expect(await writer.handlers['article.open']({ id: last })).toMatchObject({
      ok: false,
      error: { code: 'too-many' },
    });
    value(await page().handlers['article.open']({ id: last }));
    value(await writer.handlers['article.close']({ id: ids[0] ?? last }));
    value(await writer.handlers['article.open']({ id: last }));
  });

  it('refuses garbage and unknown articles as data and follows nothing', async () => {
    const writer = page();
    const id = await create(writer);
    const nobody = '0'.repeat(26) as ArticleId;
    expect(await writer.handlers['article.append']({ id, update: new Uint8Array([1, 2, 3]) })).toMatchObject({
      ok: false,
    });
    for (const call of ['article.open', 'article.read', 'article.check'] as const) {
      expect(await writer.handlers[call]({ id: nobody })).toMatchObject({ error: { code: 'unknown-article' } });
    }
    expect(await writer.handlers['article.trash']({ id: nobody, trashed: true })).toMatchObject({ ok: false });
    expect(value(await writer.handlers['article.close']({ id: nobody }))).toBeNull();
  });

  it('keeps everything for the next start', async () => {
    const writer = page();
    const id = await create(writer, 'Kept');
    await write(writer, id, 'kept');
    await backend.close();
    backend = await open();
    const read = value(await page().handlers['article.read']({ id }));
    expect([headlineText(read.article), read.article.metadata.slug]).toEqual(['Kept', 'kept']);
  });

  it('begins an article with the person’s name and the language of its script', async () => {
    const writer = page();
    value(await writer.handlers['settings.change']({ name: 'Ana Ruiz', language: 'en-US' }));
    const english = value(await writer.handlers['article.read']({ id: await create(writer, ' Two\n words ') })).article;
    expect(headlineText(english)).toBe('Two words');
    expect(english.metadata).toMatchObject({ language: 'en-US', bylines: [{ name: 'Ana Ruiz', role: '' }] });
    expect(english.metadata.created).not.toBe('');
    const hebrew = value(await writer.handlers['article.read']({ id: await create(writer, 'שלום') })).article;
    expect(hebrew.metadata.language).toBe('he');
    const empty = value(await writer.handlers['article.read']({ id: await create(writer, '') })).article;
    expect([headlineText(empty), empty.body]).toEqual(['', [{ kind: 'paragraph', content: [] }]]);
  });

  it('imports each file on its own', async () => {
    const writer = page();
    const files = [
      { name: 'one.txt', bytes: Buffer.from('One headline\n\nOne paragraph of the first story.\n') },
      { name: 'none.txt', bytes: new Uint8Array() },
      { name: 'two.txt', bytes: Buffer.from('Two headlines\n\nOne paragraph of the second story.\n') },
    ];
    const { outcomes } = value(await writer.handlers['import.files']({ files }));
    expect(outcomes).toMatchObject([
      { file: 'one.txt', headline: 'One headline' },
      { file: 'none.txt', error: { code: 'empty-file' } },
      { file: 'two.txt', headline: 'Two headlines' },
    ]);
    expect(value(await writer.handlers['library.list']({})).total).toBe(2);
  });

  it('keeps equal pictures once and refuses what is no picture', async () => {
    const { handlers } = page();
    const bytes = picture('png');
    const first = value(await handlers['media.add']({ name: 'a.png', bytes }));
    expect(first).toMatchObject({ width: 3, height: 2, bytes: bytes.length });
    expect(value(await handlers['media.add']({ name: 'b.jpg', bytes })).name).toBe(first.name);
    value(await handlers['media.add']({ name: 'c.png', bytes: png(3, 2, 7) }));
    expect(await readdir(join(folder, 'library/media'))).toHaveLength(2);
    expect(Buffer.from(value(await backend.library.readMedia(first.name))).equals(bytes)).toBe(true);
    const svg = await handlers['media.add']({ name: 'd.png', bytes: Buffer.from('<svg/>') });
    expect(svg).toMatchObject({ ok: false, error: { code: 'media-unsupported' } });
    expect(await readdir(join(folder, 'library/media'))).toHaveLength(2);
  });

  it('keeps of a picture what draws it, gives back its words for readers, and refuses one that is torn', async () => {
    const { handlers } = page();
    const bytes = talkativeJpeg();
    const stored = value(await handlers['media.add']({ name: 'quay.jpg', bytes }));
    expect(stored).toMatchObject({ width: 20, height: 30, words: WORDS });
    const kept = Buffer.from(value(await backend.library.readMedia(stored.name)));
    expect(kept.length).toBe(stored.bytes);
    expect(kept.includes(SECRET)).toBe(false);
    const torn = await handlers['media.add']({ name: 'torn.jpg', bytes: bytes.subarray(0, bytes.length - 60) });
    expect(torn).toMatchObject({ ok: false, error: { code: 'media-damaged' } });
    expect(await readdir(join(folder, 'library/media'))).toHaveLength(1);
  });

  it('renders for a preview behind the gate, and with a reason through it', async () => {
    const writer = page();
    const id = await create(writer, 'TK wins');
    expect(await writer.handlers['export.render']({ id, format: 'markdown' })).toMatchObject({
      error: { code: 'export-blocked' },
    });
    const rendered = value(await writer.handlers['export.render']({ id, format: 'markdown', override: 'preview' }));
    expect(rendered.fileName).toBe(`tk-wins--${id.slice(0, 8)}.md`);
    expect(new TextDecoder().decode(rendered.bytes)).toContain('TK wins');
    const { state } = value(await writer.handlers['article.open']({ id }));
    const { update } = editState(state, (doc) => replaceText(doc, 'TK', 'Ana', { all: true }));
    value(await writer.handlers['article.append']({ id, update: update ?? new Uint8Array() }));
    value(await writer.handlers['export.render']({ id, format: 'markdown' }));
    expect(await writer.handlers['export.render']({ id, format: 'docx' })).toMatchObject({
      error: { code: 'unknown-format' },
    });
  });

  it('tells pages of a full disk, also one that comes later, and when there is room again', async () => {
    await backend.close();
    const disk = new FaultyDisk(7);
    backend = await open(disk);
    const writer = page();
    const id = await create(writer);
    const { state } = value(await writer.handlers['article.open']({ id }));
    const { update } = editState(state, (doc) => setFields(doc, { slug: 'x'.repeat(5_000) }));
    if (update === null) throw new Error('nothing changed');
    disk.faults.room = 100;
    const refused = await writer.handlers['article.append']({ id, update });
    expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(writer.told['disk.state']).toMatchObject([{ trouble: { code: 'disk-full' } }]);
    const later = page();
    expect(later.told['disk.state']).toMatchObject([{ trouble: { code: 'disk-full' } }]);
    disk.faults.room = Infinity;
    value(await writer.handlers['article.append']({ id, update }));
    for (const { told } of [writer, later]) expect(told['disk.state'].at(-1)).toEqual({ trouble: null });
    expect(page().told['disk.state']).toEqual([]);
    const read = value(await writer.handlers['article.read']({ id }));
    expect(read.article.metadata.slug).toHaveLength(5_000);
  });

  it('refuses a second back end on the same library in one sentence', async () => {
    const disk = nodeDisk();
    const second = await openBackend({
      place: join(folder, 'library'),
      disk,
      clock: systemClock,
      random: (bytes) => randomBytes(bytes),
      settings: openSettings(disk, join(folder, 'config'), folder),
    });
    expect(second).toMatchObject({ ok: false, error: { code: 'library-busy' } });
  });
});
