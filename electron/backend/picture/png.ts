import { crc32, inflateSync } from 'node:zlib';
import { ascii, asciiBytes, bigEndian, joined, startsWith } from './bytes.ts';
import type { Cleaned, Said } from './cleaned.ts';
import { orientationIn, orientationOnly } from './exif.ts';

/** Besides what draws the picture: its colours, its transparency, the size of its pixels, and how it moves. */
const KEPT = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);
const SIGNATURE = 8;
const XMP = 'XML:com.adobe.xmp\0';
/** More than any description of a picture, in bytes. */
const LONGEST_XMP = 4 * 1024 * 1024;

/** A PNG chunk by chunk. What follows its end goes: editors that crop in place leave the old picture there. */
export function cleanPng(bytes: Uint8Array): Cleaned | null {
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  const said: Said[] = [];
  let drawn = false;
  let at = SIGNATURE;
  while (at + 12 <= bytes.length) {
    const length = bigEndian(bytes, at, 4);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = ascii(bytes, at + 4, 4);
    const content = bytes.subarray(at + 8, end - 4);
    // One description is enough: unpacked, thousands of them would fill the memory.
    if (type !== 'iTXt' || !said.some(({ kind }) => kind === 'xmp')) said.push(...saidIn(type, content));
    drawn ||= type === 'IDAT';
    if (type === 'IEND') {
      if (!drawn) return null;
      const orientation = turned(said);
      if (orientation !== 1) kept.splice(2, 0, chunk('eXIf', orientationOnly(orientation)));
      return { bytes: joined([...kept, bytes.subarray(at, end)]), said, orientation };
    }
    const draws = /^[A-Z]/u.test(type);
    if (draws || KEPT.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

function turned(said: readonly Said[]): number {
  const exif = said.find(({ kind }) => kind === 'exif');
  return exif === undefined ? 1 : orientationIn(exif.bytes);
}

function saidIn(type: string, content: Uint8Array): Said[] {
  if (type === 'eXIf') return [{ kind: 'exif', bytes: content }];
  if (type !== 'iTXt' || !startsWith(content, XMP)) return [];
  const packed = content[XMP.length] === 1;
  // Flag and method, then a language and a translated keyword, each ending in a zero.
  const language = content.indexOf(0, XMP.length + 2);
  const keyword = language < 0 ? -1 : content.indexOf(0, language + 1);
  if (keyword < 0) return [];
  const text = content.subarray(keyword + 1);
  const xmp = packed ? inflated(text) : text;
  return xmp === null ? [] : [{ kind: 'xmp', bytes: xmp }];
}

function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: LONGEST_XMP });
  } catch {
    return null;
  }
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = joined([asciiBytes(type), content]);
  const framed = new Uint8Array(body.length + 8);
  const view = new DataView(framed.buffer);
  view.setUint32(0, content.length);
  framed.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  return framed;
}
