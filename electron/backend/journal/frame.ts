import type { ArticleId } from '#shared/article/identity.ts';
import { isArticleId } from '#shared/article/identity.ts';
import { sha256 } from '../digest.ts';

/**
 * One record of a journal segment. Little-endian:
 *
 * | at | bytes | what |
 * |---|---|---|
 * | 0 | 4 | magic F5 53 54 45; F5 occurs in no UTF-8 text |
 * | 4 | 2 | header length: where the update begins; a later format may add fields before it |
 * | 6 | 2 | schema version the update needs |
 * | 8 | 4 | length of the update |
 * | 12 | 8 | time of writing, milliseconds since 1970, a double; for showing only |
 * | 20 | 4 | number of the frame in its segment, from 1 |
 * | 24 | 2 | kind: 1 the first update of an article, 2 a later one, 3 the end of a segment closed in order |
 * | 26 | 26 | article id in ASCII (zeros for kind 3) |
 * | header length | update length | the Yjs update, V1 |
 * | after it | 16 | the first 16 bytes of SHA-256 over everything before |
 */
export interface Frame {
  readonly kind: 'first' | 'later' | 'end';
  readonly article: ArticleId;
  readonly time: number;
  readonly schema: number;
  readonly number: number;
  readonly update: Uint8Array;
}

const MAGIC = Buffer.from([0xf5, 0x53, 0x54, 0x45]);
const HEADER = 52;
const DIGEST = 16;
const LONGEST_UPDATE = 64 * 1024 * 1024;
const KINDS = ['first', 'later', 'end'] as const;
const NO_ARTICLE = '0'.repeat(26) as ArticleId;

/** The frame as it is written. */
export function encodeFrame(frame: Frame): Uint8Array {
  const bytes = Buffer.alloc(HEADER + frame.update.length + DIGEST);
  MAGIC.copy(bytes, 0);
  bytes.writeUInt16LE(HEADER, 4);
  bytes.writeUInt16LE(frame.schema, 6);
  bytes.writeUInt32LE(frame.update.length, 8);
  bytes.writeDoubleLE(frame.time, 12);
  bytes.writeUInt32LE(frame.number, 20);
  bytes.writeUInt16LE(KINDS.indexOf(frame.kind) + 1, 24);
  bytes.write(frame.article, 26, 'latin1');
  bytes.set(frame.update, HEADER);
  const end = HEADER + frame.update.length;
  bytes.set(sha256(bytes.subarray(0, end)).subarray(0, DIGEST), end);
  return bytes;
}

/** The frame that says a segment was closed in order. */
export function endFrame(number: number, time: number): Uint8Array {
  return encodeFrame({ kind: 'end', article: NO_ARTICLE, time, schema: 0, number, update: new Uint8Array(0) });
}

/** What stands at a place in a segment. `incomplete`: the bytes end before the frame does. */
export type ReadFrame =
  | { readonly is: 'frame'; readonly frame: Frame; readonly end: number }
  | { readonly is: 'incomplete' }
  | { readonly is: 'bad' };

/** Reads the frame that begins at byte `at`. Nothing is believed before its digest agrees. */
export function readFrame(segment: Uint8Array, at: number): ReadFrame {
  const bytes = Buffer.from(segment.buffer, segment.byteOffset + at, segment.byteLength - at);
  if (!MAGIC.subarray(0, Math.min(4, bytes.length)).equals(bytes.subarray(0, 4))) return { is: 'bad' };
  if (bytes.length < HEADER) return { is: 'incomplete' };
  const header = bytes.readUInt16LE(4);
  const length = bytes.readUInt32LE(8);
  const kind = KINDS[bytes.readUInt16LE(24) - 1];
  const article = bytes.toString('latin1', 26, 52);
  if (header < HEADER || length > LONGEST_UPDATE) return { is: 'bad' };
  const end = header + length;
  if (bytes.length < end + DIGEST) return { is: 'incomplete' };
  const digest = bytes.subarray(end, end + DIGEST);
  if (!digest.equals(sha256(bytes.subarray(0, end)).subarray(0, DIGEST))) return { is: 'bad' };
  if (kind === undefined || !isArticleId(article)) return { is: 'bad' };
  const frame: Frame = {
    kind,
    article,
    time: bytes.readDoubleLE(12),
    schema: bytes.readUInt16LE(6),
    number: bytes.readUInt32LE(20),
    update: bytes.subarray(header, end),
  };
  return { is: 'frame', frame, end: at + end + DIGEST };
}

/** What a reading of a segment finds, in order. `torn` comes last: bytes of a write that never ended. */
export type Found =
  | { readonly is: 'frame'; readonly frame: Frame; readonly from: number; readonly end: number }
  | { readonly is: 'bad' | 'torn'; readonly from: number; readonly end: number };

/**
 * Every frame of a segment from byte `start` on. After bad bytes it goes on at the next place where a whole frame with a
 * right digest stands. Bad bytes that end the segment are `torn` when they are what a stop in the middle of a write
 * leaves (a frame that ends too early, fewer bytes than any frame has, or only zeros); otherwise `bad`.
 */
export function* readFrames(segment: Uint8Array, start = 0): Generator<Found> {
  let at = start;
  while (at < segment.length) {
    const read = readFrame(segment, at);
    if (read.is === 'frame') {
      yield { is: 'frame', frame: read.frame, from: at, end: read.end };
      at = read.end;
      continue;
    }
    const next = nextFrame(segment, at + 1);
    if (next === null) {
      const short = segment.length - at < HEADER + DIGEST;
      const torn = read.is === 'incomplete' || short || segment.subarray(at).every((byte) => byte === 0);
      yield { is: torn ? 'torn' : 'bad', from: at, end: segment.length };
      return;
    }
    yield { is: 'bad', from: at, end: next };
    at = next;
  }
}

function nextFrame(segment: Uint8Array, from: number): number | null {
  const bytes = Buffer.from(segment.buffer, segment.byteOffset, segment.byteLength);
  let at = bytes.indexOf(MAGIC, from);
  while (at !== -1) {
    if (readFrame(segment, at).is === 'frame') return at;
    at = bytes.indexOf(MAGIC, at + 1);
  }
  return null;
}
