import { ascii, bigEndian } from './bytes.ts';
import { boxesIn, type Box } from './boxes.ts';

/** Where bytes lie in the file. */
export interface Extent {
  readonly from: number;
  readonly end: number;
}

/** An item of a picture's `meta` box that says something about the picture. */
export interface DescribingItem {
  readonly kind: 'exif' | 'xmp' | 'other';
  readonly extents: readonly Extent[];
}

/** More items, and places of one, than any picture has. */
const MOST_ITEMS = 20_000;

/**
 * The items that speak about a picture rather than draw it (ISO/IEC 14496-12, 8.11; 23008-12, annex A), with where they
 * lie. Null where the file does not hold what it says.
 */
export function describingItems(bytes: Uint8Array, meta: Box): readonly DescribingItem[] | null {
  // A full box: version and flags come first.
  const boxes = boxesIn(bytes, meta.from + 4, meta.end);
  if (boxes === null) return null;
  const box = (type: string): Box | undefined => boxes.find((candidate) => candidate.type === type);
  const [infos, locations, data] = [box('iinf'), box('iloc'), box('idat')];
  if (infos === undefined) return [];
  const kinds = kindsIn(bytes, infos);
  if (kinds === null) return null;
  if (locations === undefined) return [];
  return new Locations(bytes, locations, data).of(kinds);
}

function kindsIn(bytes: Uint8Array, infos: Box): ReadonlyMap<number, DescribingItem['kind']> | null {
  const entries = boxesIn(bytes, infos.from + 4 + (bytes[infos.from] === 0 ? 2 : 4), infos.end);
  if (entries === null) return null;
  const kinds = new Map<number, DescribingItem['kind']>();
  for (const { type, from, end } of entries) {
    const version = bytes[from] ?? 0;
    if (type !== 'infe' || version < 2) continue;
    const idSize = version === 2 ? 2 : 4;
    const typeAt = from + 4 + idSize + 2;
    const itemType = ascii(bytes, typeAt, 4);
    if (itemType === 'Exif') kinds.set(bigEndian(bytes, from + 4, idSize), 'exif');
    if (itemType !== 'mime') continue;
    // A name, then the type of content, each ending in a zero.
    const said = ascii(bytes, typeAt + 4, Math.min(end - typeAt - 4, 400));
    kinds.set(bigEndian(bytes, from + 4, idSize), said.includes('application/rdf+xml') ? 'xmp' : 'other');
  }
  return kinds;
}

/** The `iloc` box, read entry by entry. */
class Locations {
  readonly #bytes: Uint8Array;
  readonly #data: Box | undefined;
  readonly #end: number;
  readonly #version: number;
  readonly #sizes: { readonly offset: number; readonly length: number; readonly base: number; readonly index: number };
  #at: number;

  constructor(bytes: Uint8Array, box: Box, data: Box | undefined) {
    this.#bytes = bytes;
    this.#data = data;
    this.#end = box.end;
    this.#version = bytes[box.from] ?? 0;
    const [first, second] = [bytes[box.from + 4] ?? 0, bytes[box.from + 5] ?? 0];
    this.#sizes = {
      offset: first >> 4,
      length: first & 15,
      base: second >> 4,
      index: this.#version === 0 ? 0 : second & 15,
    };
    this.#at = box.from + 6;
  }

  of(kinds: ReadonlyMap<number, DescribingItem['kind']>): readonly DescribingItem[] | null {
    const found: DescribingItem[] = [];
    const wide = this.#version === 2 ? 4 : 2;
    const count = this.#next(wide);
    let left = MOST_ITEMS;
    for (let item = 0; item < count; item += 1) {
      const kind = kinds.get(this.#next(wide));
      const method = this.#version === 0 ? 0 : this.#next(2) & 15;
      this.#at += 2;
      const base = this.#next(this.#sizes.base);
      const extents = this.#next(2);
      left -= 1 + extents;
      if (left < 0 || this.#at > this.#end) return null;
      const places = Array.from({ length: extents }, () => this.#extent(base, method));
      // Those that draw the picture must be whole too.
      if (places.includes(null) && method < 2) return null;
      if (kind === undefined) continue;
      found.push({ kind, extents: places.filter((place) => place !== null) });
    }
    return this.#at > this.#end ? null : found;
  }

  /** Method 0 counts from the file's beginning, 1 from that of the `idat` box; others point to other items. */
  #extent(base: number, method: number): Extent | null {
    this.#at += this.#sizes.index;
    const start = base + this.#next(this.#sizes.offset);
    const length = this.#next(this.#sizes.length);
    const origin = method === 0 ? 0 : method === 1 ? this.#data?.from : undefined;
    const limit = method === 0 ? this.#bytes.length : (this.#data?.end ?? 0);
    if (origin === undefined) return null;
    const from = origin + start;
    const end = length === 0 ? limit : from + length;
    return end <= limit && from <= end ? { from, end } : null;
  }

  #next(size: number): number {
    const number = bigEndian(this.#bytes, this.#at, size);
    this.#at += size;
    return number;
  }
}
