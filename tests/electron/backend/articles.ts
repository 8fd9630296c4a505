import type { ArticleDraft } from '#shared/article/article.ts';
import type { Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run, type Inline } from '#shared/article/inline.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import { editState } from '#shared/document/edit.ts';
import { setFields } from '#shared/document/field.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { replaceFile } from '#electron/backend/disk/replace.ts';
import { Library } from '#electron/backend/library.ts';
import { seededRandom, steppingClock } from './seeded.ts';

/** Running text with nothing to it. */
function words(text: string): readonly Inline[] {
  return text === '' ? [] : [run(text)];
}

/** A short article. */
export function draft(headline: string, body = 'One paragraph.', metadata: Partial<Metadata> = {}): ArticleDraft {
  return {
    headline: words(headline),
    standfirst: [],
    body: [{ kind: 'paragraph', content: words(body) }],
    metadata,
    related: [],
  };
}

/** The value, or a failed test that says why there is none. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Opens a library for a test; each `life` is another process start, with its own randomness. */
export async function openLibrary(
  o: { disk: Disk; place: string; life: number },
  more: Partial<Parameters<typeof Library.open>[0]> = {},
): Promise<Library> {
  const { disk, place, life } = o;
  const random = seededRandom(life * 7919);
  return must(await Library.open({ disk, place, clock: steppingClock(), random, access: 'write', ...more }));
}

/** The update that sets metadata in an article as it is now. */
async function updateSetting(library: Library, id: ArticleId, patch: Partial<Metadata>): Promise<Uint8Array> {
  const { state } = must(await library.load(id));
  const { update } = editState(state, (doc) => setFields(doc, patch));
  if (update === null) throw new Error('nothing was changed');
  return update;
}

/** Sets metadata and saves it. */
export async function set(library: Library, id: ArticleId, patch: Partial<Metadata>): Promise<void> {
  must(await library.append(id, await updateSetting(library, id, patch)));
}

/** Flips a bit of the file, `at` bytes from its start or, below zero, from its end. */
export async function damage(disk: Disk, path: string, at: number): Promise<void> {
  const bytes = Uint8Array.from(await disk.read(path));
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await disk.remove(path);
  await replaceFile(disk, path, bytes);
}

/** Every file of a folder and those below it, with `/` between, in order. */
export async function filesIn(disk: Disk, folder: string, under = ''): Promise<string[]> {
  const found: string[] = [];
  for (const { name, kind } of await disk.list(`${folder}${under}`)) {
    if (kind === 'folder') found.push(...(await filesIn(disk, folder, `${under}/${name}`)));
    else found.push(`${under}/${name}`.slice(1));
  }
  return found.sort();
}
