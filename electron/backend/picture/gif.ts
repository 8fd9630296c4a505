import { ascii, joined } from './bytes.ts';
import type { Cleaned, Said } from './cleaned.ts';

const BLOCK = { extension: 0x21, image: 0x2c, end: 0x3b };
const EXTENSION = { plainText: 0x01, control: 0xf9, application: 0xff };
/** Applications whose blocks say how the picture moves, or what its colours are. */
const KEPT = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

/** A GIF block by block: comments and what programs noted for themselves go; what moves goes on moving. */
export function cleanGif(bytes: Uint8Array): Cleaned | null {
  const body = 13 + tableSize(bytes[10] ?? 0);
  const kept: Uint8Array[] = [bytes.subarray(0, body)];
  const said: Said[] = [];
  let drawn = false;
  let at = body;
  while (at < bytes.length && bytes[at] !== BLOCK.end) {
    const isImage = bytes[at] === BLOCK.image;
    if (!isImage && bytes[at] !== BLOCK.extension) return null;
    const data = isImage ? at + 11 + tableSize(bytes[at + 9] ?? 0) : at + 2;
    const end = blocksEnd(bytes, data);
    if (end === null) return null;
    if (isImage || isKept(bytes, at)) kept.push(bytes.subarray(at, end));
    else if (ascii(bytes, at + 3, 11) === 'XMP DataXMP') {
      said.push({ kind: 'xmp', bytes: bytes.subarray(at + 14, end) });
    }
    drawn ||= isImage;
    at = end;
  }
  // Many a GIF ends without saying so; every program draws it.
  return drawn ? { bytes: joined([...kept, Uint8Array.of(BLOCK.end)]), said, orientation: 1 } : null;
}

/** Bytes of the colour table that the packed field speaks of. */
function tableSize(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
}

/** The place after a run of blocks, each led by its length and the last empty; null where it is torn. */
function blocksEnd(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
}

function isKept(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1];
  if (label === EXTENSION.control || label === EXTENSION.plainText) return true;
  return label === EXTENSION.application && KEPT.has(ascii(bytes, at + 3, 11));
}
