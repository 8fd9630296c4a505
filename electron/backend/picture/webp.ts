import { ascii, asciiBytes, joined, littleEndian, startsWith } from './bytes.ts';
import type { Cleaned, Said } from './cleaned.ts';
import { orientationIn, orientationOnly } from './exif.ts';

const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
const HEAD = 12;
/** Bits of the extended head that say what the file holds besides the picture. */
const FLAG = { xmp: 0x04, exif: 0x08 };

/** A WebP chunk by chunk; what moves goes on moving. Null where it is torn. */
export function cleanWebp(bytes: Uint8Array): Cleaned | null {
  const end = 8 + littleEndian(bytes, 4, 4);
  if (end > bytes.length) return null;
  const kept: Uint8Array[] = [];
  const said: Said[] = [];
  let at = HEAD;
  while (at + 8 <= end) {
    const length = littleEndian(bytes, at + 4, 4);
    const next = at + 8 + length;
    if (next > end) return null;
    const type = ascii(bytes, at, 4);
    const content = bytes.subarray(at + 8, next);
    if (KEPT.has(type)) kept.push(chunk(type, type === 'VP8X' ? withoutFlags(content) : content));
    if (type === 'XMP ') said.push({ kind: 'xmp', bytes: content });
    if (type === 'EXIF') said.push({ kind: 'exif', bytes: tiffOf(content) });
    at = next + (length % 2);
  }
  return kept.length === 0 ? null : finish(kept, said);
}

/** Some writers put the head of a JPEG segment before it. */
function tiffOf(content: Uint8Array): Uint8Array {
  return startsWith(content, 'Exif\0\0') ? content.subarray(6) : content;
}

function withoutFlags(content: Uint8Array): Uint8Array {
  const head = new Uint8Array(content);
  head[0] = (head[0] ?? 0) & ~(FLAG.xmp | FLAG.exif);
  return head;
}

function finish(kept: readonly Uint8Array[], said: readonly Said[]): Cleaned {
  const exif = said.find(({ kind }) => kind === 'exif');
  const [head, ...others] = kept;
  const extended = head !== undefined && startsWith(head, 'VP8X');
  const orientation = exif === undefined || !extended ? 1 : orientationIn(exif.bytes);
  const content =
    orientation === 1 || head === undefined
      ? kept
      : [withExif(head), ...others, chunk('EXIF', orientationOnly(orientation))];
  const body = joined(content);
  return { bytes: joined([asciiBytes('RIFF'), size(4 + body.length), asciiBytes('WEBP'), body]), said, orientation };
}

function withExif(head: Uint8Array): Uint8Array {
  const flagged = new Uint8Array(head);
  flagged[8] = (flagged[8] ?? 0) | FLAG.exif;
  return flagged;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  return joined([asciiBytes(type), size(content.length), content, new Uint8Array(content.length % 2)]);
}

function size(length: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
}
