import { asciiBytes, bigEndian, joined, littleEndian, startsWith } from './bytes.ts';

const ORIENTATION = 0x0112;
/** More entries than any directory has. */
const MOST_ENTRIES = 1_000;

/** How the picture is turned, by Exif data that begins with its TIFF header; 1, upright, where nothing sound is said. */
export function orientationIn(tiff: Uint8Array): number {
  const big = startsWith(tiff, 'MM\0*');
  if (!big && !startsWith(tiff, 'II*\0')) return 1;
  const number = big ? bigEndian : littleEndian;
  const directory = number(tiff, 4, 4);
  const entries = Math.min(number(tiff, directory, 2), MOST_ENTRIES);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (number(tiff, at, 2) !== ORIENTATION) continue;
    const value = number(tiff, at + 8, 2);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** Exif data that says how the picture is turned and nothing else. */
export function orientationOnly(orientation: number): Uint8Array<ArrayBuffer> {
  return joined([
    asciiBytes('MM\0*'),
    Uint8Array.of(0, 0, 0, 8, 0, 1),
    Uint8Array.of(ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0),
    new Uint8Array(4),
  ]);
}
