import { isMediaName } from '#shared/article/block.ts';
import { isArticleId, type ArticleId } from '#shared/article/identity.ts';
import { parcelPath } from '#shared/parcel/name.ts';
import { sha256Hex } from '../digest.ts';
import { isDiskError } from '../disk/disk.ts';
import { onDisk } from '../disk/failure.ts';
import { replaceFile } from '../disk/replace.ts';
import type { Content } from './gate.ts';
import type { DeskGround } from './ground.ts';

/** Derived, and made again when it is missing: which articles are wholly in which parcels, so that they need no look. */
const FILE = 'index/desk';
const HEAD = 'stet desk 1 ';

interface Row {
  readonly id: ArticleId;
  /** The library's fingerprint of the article when all of it was in parcels. */
  readonly fingerprint: string;
  readonly content: Content | null;
}

/**
 * Finds out which shared articles are wholly in parcels: those whose files are to the byte what they were when that was
 * so, while every parcel of then is still here. All others are in doubt: looking costs time, believing might cost text.
 */
export async function readDeskIndex(ground: DeskGround): Promise<void> {
  const { ledger, doubtful, library, shelf, contents } = ground;
  for (const id of ledger.shared) doubtful.add(id);
  const index = doubtful.size === 0 ? null : await readFile(ground);
  if (index === null || index.desk !== ground.desk || index.library !== library.id) return;
  const here = new Set(shelf.all().map(parcelPath));
  if (!index.parcels.every((path) => here.has(path))) return;
  for (const { id, fingerprint, content } of index.rows) {
    if (!doubtful.has(id) || (await library.fingerprint(id)) !== fingerprint) continue;
    doubtful.delete(id);
    if (content !== null) contents.set(id, content);
  }
}

/** Writes down what is known. A disk that refuses costs the next start a look at every article, and nothing else. */
export async function writeDeskIndex(ground: DeskGround): Promise<void> {
  const { ledger, library, shelf, disk } = ground;
  const rows: Row[] = [];
  const parcels = shelf.all().map(parcelPath);
  for (const id of ledger.shared) {
    if (!isClean(ground, id)) continue;
    const version = ground.outbox.version(id);
    const fingerprint = await library.fingerprint(id);
    if (fingerprint === null || !isClean(ground, id) || ground.outbox.version(id) !== version) continue;
    rows.push({ id, fingerprint, content: ground.contents.get(id) ?? null });
  }
  const text = JSON.stringify({ library: library.id, desk: ground.desk, parcels, rows });
  const body = new TextEncoder().encode(text);
  const file = Buffer.concat([new TextEncoder().encode(`${HEAD}${sha256Hex(body)}\n`), body]);
  await onDisk(() => replaceFile(disk, `${library.place}/${FILE}`, file));
}

function isClean({ outbox, doubtful }: DeskGround, id: ArticleId): boolean {
  return !outbox.has(id) && !outbox.isWriting(id) && !doubtful.has(id);
}

interface Index {
  readonly library: unknown;
  readonly desk: unknown;
  readonly parcels: readonly string[];
  readonly rows: readonly Row[];
}

/** The file as it was last written; null where it is missing or a single bit of it is wrong. */
async function readFile({ disk, library }: DeskGround): Promise<Index | null> {
  let file: Uint8Array;
  try {
    file = await disk.read(`${library.place}/${FILE}`);
  } catch (error) {
    if (isDiskError(error)) return null;
    throw error;
  }
  const length = HEAD.length + 65;
  const body = file.subarray(length);
  if (new TextDecoder().decode(file.subarray(0, length)) !== `${HEAD}${sha256Hex(body)}\n`) return null;
  const value: unknown = JSON.parse(new TextDecoder().decode(body));
  if (typeof value !== 'object' || value === null) return null;
  const { library: id, desk, parcels, rows } = value as Partial<Record<keyof Index, unknown>>;
  if (!Array.isArray(parcels) || !Array.isArray(rows)) return null;
  return { library: id, desk, parcels: parcels.filter((path) => typeof path === 'string'), rows: rows.flatMap(rowOf) };
}

function rowOf(value: unknown): Row[] {
  const { id, fingerprint, content } = (value ?? {}) as Partial<Record<keyof Row, unknown>>;
  if (!isArticleId(id) || typeof fingerprint !== 'string') return [];
  const { digest, media } = (content ?? {}) as Partial<Record<keyof Content, unknown>>;
  const sound = typeof digest === 'string' && Array.isArray(media);
  return [{ id, fingerprint, content: sound ? { digest, media: media.filter(isMediaName) } : null }];
}
