import { isAbsolute, relative, resolve } from 'node:path';
import type { Article } from '#shared/article/article.ts';
import type { MediaName } from '#shared/article/block.ts';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Note } from '#shared/article/note.ts';
import type { ExportedFile, ExportRecord } from '#shared/contract/calls.ts';
import type { Writer } from '#shared/formats/format.ts';
import type { Clock } from './clock.ts';
import { sha256Hex } from './digest.ts';
import { DiskError, isDiskError, type Disk } from './disk/disk.ts';
import { onDisk } from './disk/failure.ts';
import { replaceFile, same } from './disk/replace.ts';
import { exportName } from './export-name.ts';
import { appendExportRecord, exportedAs, readExportLog, type ExportLog } from './export-record.ts';
import { MEDIA_FOLDER, render, writersOf, type Rendered } from './exporting.ts';
import { passGate } from './gate.ts';
import type { Library } from './library.ts';

const MOST_NUMBERS = 10_000;

export interface ExportOrder {
  readonly ids: readonly ArticleId[];
  readonly formats: readonly string[];
  /** Absolute; made when it is missing. */
  readonly directory: string;
  /** Why the gate is passed although checks block: recorded. */
  readonly override?: string | undefined;
}

interface Ports {
  readonly library: Library;
  readonly disk: Disk;
  readonly clock: Clock;
}

interface Readable {
  readonly article: Article;
  readonly modified: string;
}

/**
 * Writes articles into a folder, each in every format, with their pictures under `media/` and a record of it all in
 * `export.json`. Nothing is written unless everything is known and the gate lets it out. An older export of the same
 * article and format is replaced; any other file that has the name stays, and the export gets a number.
 */
export async function exportArticles(ports: Ports, order: ExportOrder): Promise<Result<ExportRecord>> {
  const writers = await writersOf(order.formats);
  if (!writers.ok) return writers;
  const place = exportPlace(ports.library, order.directory);
  if (!place.ok) return place;
  const articles = await readAll(ports.library, order.ids);
  if (!articles.ok) return articles;
  const gate = passGate(
    articles.value.map(({ article }) => article),
    order.override,
  );
  if (!gate.ok) return gate;
  const written = await onDisk(() =>
    writeInto(ports, place.value, articles.value, writers.value, (files) => ({
      exported: new Date(ports.clock.now()).toISOString(),
      directory: place.value,
      ...(gate.value.length > 0 && order.override !== undefined ? { override: order.override.trim() } : {}),
      overridden: gate.value,
      files,
    })),
  );
  return written.ok ? written : unwritable(written.error, place.value);
}

async function writeInto(
  ports: Ports,
  folder: string,
  articles: readonly Readable[],
  writers: readonly Writer[],
  recordOf: (files: readonly ExportedFile[]) => ExportRecord,
): Promise<ExportRecord> {
  await ports.disk.makeFolder(folder);
  const log = await readExportLog(ports.disk, folder);
  const taken = new Set<string>();
  const files: ExportedFile[] = [];
  for (const { article, modified } of articles) {
    for (const writer of writers) {
      const rendered = render(ports.library, article, modified, writer);
      files.push(await writeOne(ports, { folder, log, taken }, article, writer, rendered));
    }
  }
  const record = recordOf(files);
  await appendExportRecord(ports.disk, log, record);
  return record;
}

interface Target {
  readonly folder: string;
  readonly log: ExportLog;
  /** Names written in this export, in lower case. */
  readonly taken: Set<string>;
}

async function writeOne(
  ports: Ports,
  target: Target,
  article: Article,
  writer: Writer,
  rendered: Rendered,
): Promise<ExportedFile> {
  const lost = await copyPictures(ports, target.folder, rendered.pictures);
  const file = await freeName(ports.disk, target, article, writer);
  target.taken.add(file.toLowerCase());
  await replaceFile(ports.disk, `${target.folder}/${file}`, rendered.bytes, String(process.pid));
  return {
    article: article.id,
    format: writer.id,
    file,
    bytes: rendered.bytes.length,
    digest: sha256Hex(rendered.bytes),
    losses: [...rendered.losses, ...lost],
  };
}

/** The first name that is free, or is an export of this article in this format that nobody has changed since. */
async function freeName(disk: Disk, target: Target, article: Article, writer: Writer): Promise<string> {
  for (let number = 1; number <= MOST_NUMBERS; number += 1) {
    const file = exportName(article, writer.extension, number);
    if (target.taken.has(file.toLowerCase())) continue;
    const there = await readIfThere(disk, `${target.folder}/${file}`);
    if (there === null) return file;
    if (there === 'other') continue;
    const digest = sha256Hex(there);
    const ours = exportedAs(target.log, file).some(
      (old) => old.article === article.id && old.format === writer.id && old.digest === digest,
    );
    if (ours) return file;
  }
  throw new DiskError('exists', `${target.folder}: every name for an export is taken`);
}

/** Copies pictures that are not there yet; returns a note where the library has lost some. */
async function copyPictures(
  { library, disk }: Ports,
  folder: string,
  pictures: readonly MediaName[],
): Promise<readonly Note[]> {
  if (pictures.length > 0) await disk.makeFolder(`${folder}/${MEDIA_FOLDER}`);
  let missing = 0;
  for (const name of pictures) {
    const picture = await library.readMedia(name);
    if (!picture.ok) {
      missing += 1;
      continue;
    }
    const path = `${folder}/${MEDIA_FOLDER}/${name}`;
    const there = await readIfThere(disk, path);
    if (there instanceof Uint8Array && same(there, picture.value)) continue;
    await replaceFile(disk, path, picture.value, String(process.pid));
  }
  if (missing === 0) return [];
  const message = missing === 1 ? 'One picture is' : `${missing} pictures are`;
  return [{ code: 'picture-missing', message: `${message} missing from the library and could not be copied.` }];
}

/** The file's bytes, null when the name is free, `other` when something that is no file has it. */
async function readIfThere(disk: Disk, path: string): Promise<Uint8Array | 'other' | null> {
  try {
    return await disk.read(path);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return error.reason === 'missing' ? null : 'other';
  }
}

async function readAll(library: Library, ids: readonly ArticleId[]): Promise<Result<readonly Readable[]>> {
  const articles: Readable[] = [];
  for (const id of new Set(ids)) {
    const read = await library.read(id);
    if (!read.ok) return read;
    articles.push(read.value);
  }
  return succeed(articles);
}

function exportPlace(library: Library, directory: string): Result<string> {
  if (!isAbsolute(directory) || directory.includes('\0')) {
    return fail('bad-input', 'Choose a folder to export to, written from the root of the disk.');
  }
  const place = resolve(directory);
  const inside = relative(resolve(library.place), place);
  if (inside === '' || !(inside.startsWith('..') || isAbsolute(inside))) {
    return fail('bad-input', 'The library’s own folder is no place to export to; choose another.');
  }
  return succeed(place);
}

function unwritable(
  error: { readonly code: string; readonly message: string },
  folder: string,
): ReturnType<typeof fail> {
  if (error.code === 'disk-full')
    return fail('disk-full', 'The disk is full, so the export is not complete; make room.');
  return fail('not-writable', `Nothing can be written into the folder ${folder}; choose another.`);
}
