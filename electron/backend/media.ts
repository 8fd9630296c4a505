import { imageSize } from 'image-size';
import { isMediaName } from '#shared/article/block.ts';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { StoredMedia } from '#shared/contract/calls.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import { sha256Hex } from './digest.ts';
import type { Library } from './library.ts';
import { cleanAvif } from './picture/avif.ts';
import { ascii, bigEndian, startsWith } from './picture/bytes.ts';
import type { Cleaned } from './picture/cleaned.ts';
import { cleanGif } from './picture/gif.ts';
import { cleanJpeg } from './picture/jpeg.ts';
import { cleanPng } from './picture/png.ts';
import { cleanWebp } from './picture/webp.ts';
import { wordsIn } from './picture/words.ts';

/** The pictures Stet keeps, by their extension in the library. */
export type PictureKind = 'jpg' | 'png' | 'gif' | 'webp' | 'avif';

/** Pixels of a picture, as shown: turned by its orientation where it has one. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** More pixels than any press camera makes; a page that draws more can run out of memory. */
const MOST_PIXELS = 150_000_000;
/** The longest side that browsers draw. */
const LONGEST_SIDE = 32_767;
/** A picture's size stands at its beginning: no more than this is searched for it (a JPEG's is walked to), in bytes. */
const HEADER = 128 * 1024;

const SUPPORTED = 'JPEG, PNG, GIF, WebP and AVIF pictures can be put in';

/**
 * Keeps a picture in the library under the digest of its content: equal pictures are kept once. The one door through
 * which pictures come in: what its file says of places, people and devices is taken out first, without touching the
 * picture itself. What it says for readers (caption, credit, source, alternative text) is given back.
 */
export async function addMedia(library: Library, bytes: Uint8Array): Promise<Result<StoredMedia>> {
  const picture = examinePicture(bytes);
  if (!picture.ok) return picture;
  const { kind, width, height } = picture.value;
  const cleaned = CLEANERS[kind](bytes);
  if (cleaned === null) return fail('media-damaged', 'The picture is damaged or not whole; export or fetch it again.');
  const name = `${sha256Hex(cleaned.bytes)}.${kind}`;
  if (!isMediaName(name)) throw new Error('a digest makes a media name');
  const written = await library.writeMedia(name, cleaned.bytes);
  // Of a JPEG the size is read turned already.
  const turned = kind !== 'jpg' && cleaned.orientation >= 5;
  const size = turned ? { width: height, height: width } : { width, height };
  const stored = { name, ...size, bytes: cleaned.bytes.length, words: wordsIn(cleaned.said) };
  return written.ok ? succeed(stored) : written;
}

const CLEANERS: Readonly<Record<PictureKind, (bytes: Uint8Array) => Cleaned | null>> = {
  jpg: cleanJpeg,
  png: cleanPng,
  gif: cleanGif,
  webp: cleanWebp,
  avif: cleanAvif,
};

/** What a picture is by its content, whatever its name says; or the sentence why it can't be kept. Never throws. */
export function examinePicture(bytes: Uint8Array): Result<PictureSize & { readonly kind: PictureKind }> {
  if (bytes.length === 0) return fail('empty-file', 'The picture’s file is empty.');
  if (bytes.length > LIMITS.picture) return fail('too-large', 'A picture may have at most 40 MB.');
  const kind = pictureKind(bytes);
  if (kind === null) return fail('media-unsupported', `${otherKind(bytes)}; ${SUPPORTED}.`);
  const size = pictureSize(bytes, kind);
  if (size === null) return fail('media-damaged', 'The picture is damaged: its size can’t be read.');
  const { width, height } = size;
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
    return fail('too-large', `The picture has ${width} × ${height} pixels, more than Stet can show; make it smaller.`);
  }
  return succeed({ kind, width, height });
}

/** By the first bytes. Null for everything Stet doesn't keep. */
function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  const start = ascii(bytes, 0, 6);
  if (start === 'GIF87a' || start === 'GIF89a') return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'webp';
  return brandsOf(bytes).some((brand) => brand === 'avif' || brand === 'avis') ? 'avif' : null;
}

/** What an ISO media file says it is: first mainly, then also. */
function brandsOf(bytes: Uint8Array): string[] {
  if (ascii(bytes, 4, 4) !== 'ftyp') return [];
  const end = Math.min(bigEndian(bytes, 0, 4), bytes.length, 200);
  const also = Array.from({ length: Math.max(0, Math.floor((end - 16) / 4)) }, (_unused, at) => 16 + at * 4);
  return [8, ...also].map((at) => ascii(bytes, at, 4));
}

function pictureSize(bytes: Uint8Array, kind: PictureKind): PictureSize | null {
  const header = kind === 'jpg' ? jpegHeader(bytes) : HEADER;
  if (header === null) return null;
  try {
    // A copy of its own: the reader looks at the whole buffer behind a view.
    const found = imageSize(bytes.slice(0, header));
    const turned = found.orientation !== undefined && found.orientation >= 5 && found.orientation <= 8;
    const [width, height] = turned ? [found.height, found.width] : [found.width, found.height];
    return isSide(width) && isSide(height) ? { width, height } : null;
  } catch {
    return null;
  }
}

/**
 * Bytes of a JPEG up to and with its frame header (ITU T.81, B.1.1), however much stands before it: some programs put
 * megabytes of history there. Null where the segments don't follow each other.
 */
function jpegHeader(bytes: Uint8Array): number | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = 256 * (bytes[at + 2] ?? 0) + (bytes[at + 3] ?? 0);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return at + 2 + length;
    if (marker < 0xc0 || marker === 0xda || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function isSide(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels > 0;
}

/** Names what people commonly try, so that the refusal tells them what they have. */
function otherKind(bytes: Uint8Array): string {
  const [brand = ''] = brandsOf(bytes);
  if (/^(?:hei[cxms]|hev[cmx]|mif1|msf1)$/u.test(brand)) return 'This is a HEIC picture, as telephones make them';
  if (brand !== '') return 'This is a film';
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) {
    return 'This is a TIFF or raw picture';
  }
  const start = ascii(bytes, 0, 1024)
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart();
  if (start.startsWith('%PDF')) return 'This is a PDF';
  if (/^(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/iu.test(start) && /<svg/iu.test(start)) return 'This is an SVG drawing';
  return 'This is not a picture that Stet knows';
}
