import { asciiBytes, bigEndian, joined, startsWith } from './bytes.ts';
import type { Cleaned, Said } from './cleaned.ts';
import { orientationIn, orientationOnly } from './exif.ts';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';
const JFIF = 'JFIF\0';

/** Markers (ITU T.81, table B.1). */
const MARKER = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app13: 0xed, app14: 0xee };
const COMMENT = 0xfe;

/**
 * A JPEG segment by segment. What draws the picture is kept byte for byte; of the rest only the JFIF head, the colour
 * profile and Adobe's word on the colours. What follows the picture's end (further pictures, films) goes. Null where
 * it is torn or no JPEG.
 */
export function cleanJpeg(bytes: Uint8Array): Cleaned | null {
  const kept: Uint8Array[] = [];
  const said: Said[] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === MARKER.end) return finish(kept, said);
    if (isAlone(marker)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
      continue;
    }
    const end = at + 2 + bigEndian(bytes, at + 2, 2);
    if (marker < 0xc0 || end < at + 4 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    kept.push(...keptOf(marker, segment));
    said.push(...saidIn(marker, segment.subarray(4)));
    at = end;
    if (marker !== MARKER.scan) continue;
    at = scanEnd(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
  return null;
}

/** Markers without a length. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Where the drawn data ends: at the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function keptOf(marker: number, segment: Uint8Array): readonly Uint8Array[] {
  const isApplication = marker >= MARKER.app0 && marker <= 0xef;
  if (!isApplication) return marker === COMMENT ? [] : [segment];
  const content = segment.subarray(4);
  if (marker === MARKER.app0 && startsWith(content, JFIF) && content.length >= 14) return [withoutThumbnail(segment)];
  if (marker === MARKER.app2 && startsWith(content, 'ICC_PROFILE\0')) return [segment];
  return marker === MARKER.app14 && startsWith(content, 'Adobe') ? [segment] : [];
}

/** A JFIF head may carry a small picture after its first 14 bytes. */
function withoutThumbnail(segment: Uint8Array): Uint8Array {
  const head = new Uint8Array(segment.subarray(0, 18));
  head.set([0, 16], 2);
  head.set([0, 0], 16);
  return head;
}

function saidIn(marker: number, content: Uint8Array): Said[] {
  if (marker === MARKER.app13 && startsWith(content, PHOTOSHOP)) {
    return [{ kind: 'iptc', bytes: content.subarray(PHOTOSHOP.length) }];
  }
  if (marker !== MARKER.app1) return [];
  if (startsWith(content, EXIF)) return [{ kind: 'exif', bytes: content.subarray(EXIF.length) }];
  return startsWith(content, XMP) ? [{ kind: 'xmp', bytes: content.subarray(XMP.length) }] : [];
}

function finish(kept: readonly Uint8Array[], said: readonly Said[]): Cleaned | null {
  const drawn = kept.some((part) => part[0] === 0xff && part[1] === MARKER.scan);
  if (!drawn) return null;
  const exif = said.find(({ kind }) => kind === 'exif');
  const orientation = exif === undefined ? 1 : orientationIn(exif.bytes);
  // The JFIF head, where there is one, stands before all others.
  const head = kept[0]?.[1] === MARKER.app0 ? 1 : 0;
  const turned = orientation === 1 ? [] : [exifSegment(orientation)];
  const start = Uint8Array.of(0xff, MARKER.start);
  const end = Uint8Array.of(0xff, MARKER.end);
  const bytes = joined([start, ...kept.slice(0, head), ...turned, ...kept.slice(head), end]);
  return { bytes, said, orientation };
}

function exifSegment(orientation: number): Uint8Array {
  const content = joined([asciiBytes(EXIF), orientationOnly(orientation)]);
  return joined([Uint8Array.of(0xff, MARKER.app1, 0, content.length + 2), content]);
}
