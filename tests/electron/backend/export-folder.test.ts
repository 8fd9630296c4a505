import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { editArticle } from '#electron/backend/editing.ts';
import { exportArticles, type ExportOrder } from '#electron/backend/export-folder.ts';
import { Library } from '#electron/backend/library.ts';
import { addMedia } from '#electron/backend/media.ts';
import type { ArticleDraft } from '#shared/article/article.ts';
import type { Block, MediaName } from '#shared/article/block.ts';
import type { Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import type { ExportRecord } from '#shared/contract/calls.ts';
import { setFields } from '#shared/document/field.ts';
import { replaceText } from '#shared/document/replace.ts';
import { png } from './pictures.ts';

let folder: string;
let out: string;
let library: Library;
const disk = nodeDisk();
const clock = { now: () => Date.UTC(2026, 10, 24, 12) };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-export-'));
  out = join(folder, 'out');
  const place = join(folder, 'library');
  library = value(await Library.open({ place, disk, clock, random: (bytes) => randomBytes(bytes), access: 'write' }));
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

function figure(media: MediaName): Block {
  return { kind: 'figure', media, caption: [], credit: 'Ana', source: '', alt: 'A boat', decorative: false };
}

async function create(text: string, more: readonly Block[] = [], slug = 'harbour'): Promise<ArticleId> {
  const draft: ArticleDraft = {
    headline: [run('Harbour')],
    standfirst: [],
    body: [{ kind: 'paragraph', content: [run(text)] }, ...more],
    metadata: { slug },
    related: [],
  };
  return value(await library.create(draft));
}

function send(ids: readonly ArticleId[], order: Partial<ExportOrder> = {}): Promise<Result<ExportRecord>> {
  return exportArticles({ library, disk, clock }, { ids, formats: ['markdown'], directory: out, ...order });
}

async function records(file = 'export.json'): Promise<ExportRecord[]> {
  return JSON.parse(await readFile(join(out, file), 'utf8'));
}

describe('exportArticles', () => {
  it('writes the file, its pictures once, and the record', async () => {
    const { name } = value(await addMedia(library, png(3, 2)));
    const id = await create('Text', [figure(name), figure(name)]);
    const record = value(await send([id, id], { formats: ['markdown', 'markdown'] }));
    const file = `harbour--${id.slice(0, 8)}.md`;
    expect(record).toMatchObject({ exported: '2026-11-24T12:00:00.000Z', directory: out, overridden: [] });
    expect(record.files.map((exported) => [exported.article, exported.format, exported.file])).toEqual([
      [id, 'markdown', file],
    ]);
    expect((await readdir(out)).toSorted()).toEqual(['export.json', file, 'media'].toSorted());
    expect(await readFile(join(out, file), 'utf8')).toContain(`media/${name}`);
    expect(new Uint8Array(await readFile(join(out, 'media', name)))).toEqual(new Uint8Array(png(3, 2)));
    expect(await records()).toEqual([record]);
  });

  it('replaces an older export of the same article and format, and adds to the record', async () => {
    const id = await create('Old words');
    value(await send([id]));
    value(await editArticle(library, id, (doc) => replaceText(doc, 'Old', 'New', { all: true })));
    const record = value(await send([id]));
    expect(await readFile(join(out, record.files[0]?.file ?? ''), 'utf8')).toContain('New words');
    expect(await readdir(out)).toHaveLength(2);
    expect(await records()).toHaveLength(2);
  });

  it('never overwrites a file that is not its own, or that somebody changed since', async () => {
    const id = await create('Words');
    const [first, second, third] = ['', '-2', '-3'].map((number) => `harbour--${id.slice(0, 8)}${number}.md`);
    await mkdir(out);
    await writeFile(join(out, String(first)), 'somebody’s own');
    expect(value(await send([id])).files[0]?.file).toBe(second);
    await writeFile(join(out, String(second)), 'edited after the export');
    expect(value(await send([id])).files[0]?.file).toBe(third);
    expect(value(await send([id])).files[0]?.file).toBe(third);
    expect(await readFile(join(out, String(first)), 'utf8')).toBe('somebody’s own');
    expect(await readFile(join(out, String(second)), 'utf8')).toBe('edited after the export');
  });

  it('does not take a folder or a foreign export.json for its own', async () => {
    const id = await create('Words');
    await mkdir(join(out, `harbour--${id.slice(0, 8)}.md`), { recursive: true });
    await writeFile(join(out, 'export.json'), '{"mine": true}');
    await mkdir(join(out, 'export-2.json'));
    expect(value(await send([id])).files[0]?.file).toBe(`harbour--${id.slice(0, 8)}-2.md`);
    expect(await readFile(join(out, 'export.json'), 'utf8')).toBe('{"mine": true}');
    expect(await records('export-3.json')).toHaveLength(1);
    value(await send([id]));
    expect(await records('export-3.json')).toHaveLength(2);
  });

  it('lets nothing out that a check blocks, not even the others, and records a reason', async () => {
    const good = await create('Fine', [], 'fine');
    const bad = await create('TK and TK');
    const refused = await send([good, bad]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'export-blocked' } });
    expect(refused.ok ? '' : refused.error.message).toContain('1 of 2 articles');
    await expect(readdir(out)).rejects.toThrow('ENOENT');
    expect(await send([bad], { override: '   ' })).toMatchObject({ error: { code: 'export-blocked' } });
    const record = value(await send([good, bad], { override: ' deadline ' }));
    expect(record).toMatchObject({ override: 'deadline', overridden: [{ code: 'tk-left', article: bad }] });
    expect(await records()).toEqual([record]);
  });

  it('records no reason that was not needed', async () => {
    const record = value(await send([await create('Fine')], { override: 'just in case' }));
    expect(record).not.toHaveProperty('override');
  });

  it('says when a picture is missing from the library and exports the rest', async () => {
    const id = await create('Text', [figure(`${'a'.repeat(64)}.png` as MediaName)]);
    const record = value(await send([id]));
    expect(record.files[0]?.losses).toContainEqual(expect.objectContaining({ code: 'picture-missing' }));
  });

  it('refuses places it can’t or mustn’t write to, each in one sentence', async () => {
    const id = await create('Text');
    await writeFile(join(folder, 'file'), '');
    for (const directory of [join(folder, 'file'), join(folder, 'file/below'), '/proc/stet']) {
      expect(await send([id], { directory })).toMatchObject({ error: { code: 'not-writable' } });
    }
    for (const directory of ['relative', join(folder, 'library'), join(folder, 'library/x/../media'), '/\0']) {
      expect(await send([id], { directory })).toMatchObject({ error: { code: 'bad-input' } });
    }
  });

  it('writes nothing when an article or a format is unknown', async () => {
    const id = await create('Text');
    const nobody = '0'.repeat(26) as ArticleId;
    expect(await send([id, nobody])).toMatchObject({ error: { code: 'unknown-article' } });
    expect(await send([id], { formats: ['markdown', 'docx'] })).toMatchObject({ error: { code: 'unknown-format' } });
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('keeps two articles of one slug apart and follows a changed slug', async () => {
    const [one, other] = [await create('One'), await create('Other')];
    const record = value(await send([one, other]));
    expect(new Set(record.files.map(({ file }) => file)).size).toBe(2);
    value(await editArticle(library, one, (doc) => setFields(doc, { slug: 'pier' })));
    expect(value(await send([one])).files[0]?.file).toBe(`pier--${one.slice(0, 8)}.md`);
  });
});
