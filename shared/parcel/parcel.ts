import { isWriter, type ParcelName } from './name.ts';

/** What a parcel needs of the machine. */
export interface Codec {
  /** SHA-256, 64 lower-case hex digits. */
  digest(bytes: Uint8Array): string;
  /** Deflate (RFC 1951, no wrapping). The same bytes for the same input. */
  deflate(bytes: Uint8Array): Uint8Array;
  /** The reverse, or null when the bytes are no deflate or would become longer than `most` bytes. */
  inflate(bytes: Uint8Array, most: number): Uint8Array | null;
}

/** One article's part of a parcel. */
export interface ParcelPart {
  readonly id: string;
  /** The schema version an application must know to understand it. */
  readonly schema: number;
  /** A Yjs update, V1. */
  readonly update: Uint8Array;
}

/** Whom a parcel is from and what it is. */
interface ParcelHead {
  /** Id of the desk it belongs to. */
  readonly desk: string;
  readonly writer: string;
  readonly from: number;
  readonly to: number;
  readonly device: string;
  readonly member: string;
  /** The highest schema version of its parts. */
  readonly schema: number;
  /** Version of the application that wrote it. */
  readonly application: string;
  /** When it was made, milliseconds since 1970; for showing only. */
  readonly time: number;
}

export interface Parcel extends ParcelHead {
  readonly parts: readonly ParcelPart[];
}

/** No file longer than this is read as a parcel, in bytes. */
export const LONGEST_FILE = 96 * 1024 * 1024;
/** No body becomes longer than this, in bytes. */
const LONGEST_BODY = 256 * 1024 * 1024;
const LONGEST_HEADER = 8 * 1024 * 1024;
const MOST_PARTS = 100_000;
const VERSION = 1;
/** F5 occurs in no UTF-8 text; then `STETPCL`. */
const MAGIC = [0xf5, 0x53, 0x54, 0x45, 0x54, 0x50, 0x43, 0x4c] as const;
const START = 24;
const ARTICLE = /^[0-9a-hjkmnp-tv-z]{26}$/;

interface Entry {
  readonly id: string;
  readonly schema: number;
  readonly length: number;
  readonly digest: string;
}

/**
 * The parcel as its file holds it, little-endian: magic (8), format version (2), zero (2), header length (4), body
 * length as it stands (4), body length inflated (4), header (JSON: what `ParcelHead` says, and per article id, schema,
 * length and SHA-256 of its update), body (all updates in order, deflated). The digest of the whole is in its name.
 */
export function encodeParcel(parcel: Parcel, codec: Codec): Uint8Array {
  const { parts, ...head } = parcel;
  const articles: Entry[] = parts.map(({ id, schema, update }) => {
    return { id, schema, length: update.length, digest: codec.digest(update) };
  });
  const header = new TextEncoder().encode(JSON.stringify({ ...head, articles }));
  const raw = joined(parts.map(({ update }) => update));
  const body = codec.deflate(raw);
  const start = new Uint8Array(START);
  start.set(MAGIC);
  const view = new DataView(start.buffer);
  view.setUint16(8, VERSION, true);
  view.setUint32(12, header.length, true);
  view.setUint32(16, body.length, true);
  view.setUint32(20, raw.length, true);
  return joined([start, header, body]);
}

/** What a file turned out to be. `newer`: a later format, to be kept and left alone. */
export type Opened =
  | { readonly is: 'parcel'; readonly parcel: Parcel }
  | { readonly is: 'newer' }
  | { readonly is: 'bad'; readonly reason: string };

/** Opens a file whose digest has been compared with its name. Believes nothing else; never throws, never inflates beyond what is declared. */
export function openParcel(name: ParcelName, file: Uint8Array, codec: Codec): Opened {
  if (file.length < START || !MAGIC.every((byte, at) => file[at] === byte)) return bad('It is no parcel.');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint16(8, true) > VERSION) return { is: 'newer' };
  const [headerLength, bodyLength, rawLength] = [12, 16, 20].map((at) => view.getUint32(at, true));
  if (headerLength === undefined || bodyLength === undefined || rawLength === undefined) return bad(MISFIT);
  if (headerLength > LONGEST_HEADER || rawLength > LONGEST_BODY) return bad('It is too large.');
  if (START + headerLength + bodyLength !== file.length) return bad(MISFIT);
  const header = readHeader(file.subarray(START, START + headerLength));
  if (header === null) return bad('Its header cannot be read.');
  if (header.head.writer !== name.writer || header.head.from !== name.from || header.head.to !== name.to) {
    return bad('It is not what its name says.');
  }
  if (header.entries.reduce((sum, { length }) => sum + length, 0) !== rawLength) return bad(MISFIT);
  const raw = codec.inflate(file.subarray(START + headerLength), rawLength);
  if (raw?.length !== rawLength) return bad('Its content is not as long as it says.');
  const parts = cut(raw, header.entries, codec);
  return parts === null ? bad(MISFIT) : { is: 'parcel', parcel: { ...header.head, parts } };
}

const MISFIT = 'Its parts do not fit together.';

function bad(reason: string): Opened {
  return { is: 'bad', reason };
}

function cut(raw: Uint8Array, entries: readonly Entry[], codec: Codec): ParcelPart[] | null {
  const parts: ParcelPart[] = [];
  let at = 0;
  for (const { id, schema, length, digest } of entries) {
    const update = raw.subarray(at, at + length);
    if (codec.digest(update) !== digest) return null;
    parts.push({ id, schema, update });
    at += length;
  }
  return parts;
}

function readHeader(bytes: Uint8Array): { head: ParcelHead; entries: readonly Entry[] } | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { desk, writer, from, to, device, member, schema, application, time, articles } = value as Partial<
    Record<keyof ParcelHead | 'articles', unknown>
  >;
  if (!isName(desk) || !isName(device) || !isName(member) || !isName(application)) return null;
  if (typeof writer !== 'string' || !isWriter(writer)) return null;
  if (!isCount(from) || !isCount(to) || !isCount(schema) || typeof time !== 'number') return null;
  if (!Array.isArray(articles) || articles.length > MOST_PARTS) return null;
  const entries = articles.map(entryOf).filter((entry) => entry !== null);
  if (entries.length < articles.length || new Set(entries.map(({ id }) => id)).size < entries.length) return null;
  return { head: { desk, writer, from, to, device, member, schema, application, time }, entries };
}

function entryOf(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, schema, length, digest } = value as Partial<Record<keyof Entry, unknown>>;
  if (typeof id !== 'string' || !ARTICLE.test(id) || !isCount(schema) || typeof digest !== 'string') return null;
  return isCount(length) ? { id, schema, length, digest } : null;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 100;
}

/** A whole number from 1. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
