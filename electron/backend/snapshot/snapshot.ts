import { isArticleId, type ArticleId } from '#shared/article/identity.ts';
import { sha256 } from '../digest.ts';
import { segmentName, type FrameRef } from '../journal/segment.ts';

/** How far a writer's frames are in a snapshot: all of earlier segments, and of segment `number` all before byte `end`. */
interface Covered {
  readonly number: number;
  readonly end: number;
}

/** By writer. A writer that is not named is not covered at all. */
export type Coverage = Readonly<Record<string, Covered>>;

/** An article's whole state, compact, with what it is made of. */
export interface Snapshot {
  readonly article: ArticleId;
  /** When the newest of what it holds was written, milliseconds since 1970; for showing. */
  readonly modified: number;
  /** The highest schema version of what it holds. */
  readonly schema: number;
  readonly covers: Coverage;
  /** One Yjs update, V1. */
  readonly state: Uint8Array;
}

const MAGIC = new TextEncoder().encode('stet snapshot 1\n');
/** So many bytes at a snapshot's end are the digest of all before. */
export const SNAPSHOT_DIGEST = 32;

/**
 * The snapshot as its file holds it: the line `stet snapshot 1`, the header's length (4 bytes, little-endian), the
 * header as JSON, the state, and SHA-256 over everything before.
 */
export function encodeSnapshot(snapshot: Snapshot): Uint8Array {
  const { state, ...header } = snapshot;
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const content = Buffer.concat([MAGIC, length, text, state]);
  return Buffer.concat([content, sha256(content)]);
}

/** The snapshot of `article` in these bytes, or null when a single bit of them is wrong. */
export function decodeSnapshot(article: ArticleId, file: Uint8Array): Snapshot | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = MAGIC.length + 4;
  const end = bytes.length - SNAPSHOT_DIGEST;
  if (end < start || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  if (!bytes.subarray(end).equals(sha256(bytes.subarray(0, end)))) return null;
  const body = start + bytes.readUInt32LE(MAGIC.length);
  if (body > end) return null;
  const header = readHeader(bytes.toString('utf8', start, body));
  return header?.article === article ? { ...header, state: bytes.subarray(body, end) } : null;
}

function readHeader(text: string): Omit<Snapshot, 'state'> | null {
  const header: unknown = JSON.parse(text);
  if (typeof header !== 'object' || header === null) return null;
  const { article, modified, schema, covers } = header as Partial<Record<keyof Snapshot, unknown>>;
  if (!isArticleId(article) || typeof modified !== 'number' || typeof schema !== 'number') return null;
  return { article, modified, schema, covers: readCoverage(covers) };
}

function readCoverage(value: unknown): Coverage {
  const covers: Record<string, Covered> = {};
  if (typeof value !== 'object' || value === null) return covers;
  for (const [writer, covered] of Object.entries(value)) {
    const { number, end } = (covered ?? {}) as Partial<Record<keyof Covered, unknown>>;
    if (typeof number === 'number' && typeof end === 'number') covers[writer] = { number, end };
  }
  return covers;
}

/** True when all of the frame is in what `covers` describes. */
export function isCovered(covers: Coverage, ref: FrameRef): boolean {
  const name = segmentName(ref.segment);
  const covered = name === null ? undefined : covers[name.writer];
  if (name === null || covered === undefined) return false;
  return name.number < covered.number || (name.number === covered.number && ref.from + ref.length <= covered.end);
}

/** `covers` and these frames. Frames of one writer must all be given, in the order they were written. */
export function coverageWith(covers: Coverage, refs: readonly FrameRef[]): Coverage {
  const wider: Record<string, Covered> = { ...covers };
  for (const ref of refs) {
    const name = segmentName(ref.segment);
    if (name === null || isCovered(wider, ref)) continue;
    wider[name.writer] = { number: name.number, end: ref.from + ref.length };
  }
  return wider;
}
