import { asciiBytes, joined } from './bytes.ts';
import { boxesIn, type Box } from './boxes.ts';
import type { Cleaned, Said } from './cleaned.ts';
import { describingItems, type DescribingItem, type Extent } from './items.ts';

/** Exif data of no entries: a picture's file may promise Exif data, so there must be some. */
const NO_EXIF = joined([new Uint8Array(4), asciiBytes('MM\0*'), Uint8Array.of(0, 0, 0, 8, 0, 0, 0, 0, 0, 0)]);
/** Boxes that hold further boxes in which films say things about themselves. */
const HOLDERS = new Set(['moov', 'trak', 'mdia']);
/** Boxes that only say something: `uuid` is anybody's, `udta` what a camera noted, of a film its place too. */
const SAYING = new Set(['uuid', 'udta', 'free', 'skip']);
const DEEPEST = 6;

/**
 * An AVIF with everything it says about itself written over where it lies: its parts point to each other by byte, so
 * none may move. How it is turned is said in properties of the picture itself, which stay. Null where it is torn.
 */
export function cleanAvif(bytes: Uint8Array): Cleaned | null {
  const boxes = boxesIn(bytes, 0, bytes.length);
  if (boxes === null || !boxes.some(({ type }) => type === 'meta' || type === 'moov')) return null;
  const items: DescribingItem[] = [];
  for (const meta of boxes.filter(({ type }) => type === 'meta')) {
    const found = describingItems(bytes, meta);
    if (found === null) return null;
    for (const item of found) items.push(item);
  }
  const cleaned = new Uint8Array(bytes);
  for (const { from, end } of apart(items.flatMap(({ extents }) => extents))) cleaned.fill(0, from, end);
  for (const { kind, extents } of items) {
    const [first] = extents;
    if (kind === 'exif' && first !== undefined && first.end - first.from >= NO_EXIF.length) {
      cleaned.set(NO_EXIF, first.from);
    }
  }
  silence(cleaned, boxes, 0);
  return { bytes: cleaned, said: descriptionIn(bytes, items), orientation: 1 };
}

/** The first description: further ones, all of the same bytes of a file, could fill the memory. */
function descriptionIn(bytes: Uint8Array, items: readonly DescribingItem[]): Said[] {
  const item = items.find(({ kind }) => kind === 'xmp');
  if (item === undefined) return [];
  const parts = bounded(item.extents, bytes.length).map(({ from, end }) => bytes.subarray(from, end));
  return [{ kind: 'xmp', bytes: joined(parts) }];
}

/** The same bytes as places that do not lie over each other, so that each is written over once. */
function apart(extents: readonly Extent[]): readonly Extent[] {
  let done = 0;
  return extents
    .toSorted((one, other) => one.from - other.from)
    .flatMap(({ from, end }): Extent[] => {
      const rest = { from: Math.max(from, done), end };
      done = Math.max(done, end);
      return rest.from < rest.end ? [rest] : [];
    });
}

/** Not more bytes than the file has, whatever a file says of parts that lie over each other. */
function bounded(extents: readonly Extent[], most: number): readonly Extent[] {
  let left = most;
  return extents.filter(({ from, end }) => {
    left -= end - from;
    return left >= 0;
  });
}

function silence(cleaned: Uint8Array, boxes: readonly Box[], depth: number): void {
  for (const { type, at, from, end } of boxes) {
    if (SAYING.has(type)) {
      cleaned.set(asciiBytes('free'), at + 4);
      cleaned.fill(0, from, end);
    } else if (HOLDERS.has(type) && depth < DEEPEST) {
      silence(cleaned, boxesIn(cleaned, from, end) ?? [], depth + 1);
    }
  }
}
