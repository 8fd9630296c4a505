import { ascii, bigEndian } from './bytes.ts';

/** A box of an ISO media file (ISO/IEC 14496-12, 4.2): its content stands from `from` to `end`. */
export interface Box {
  readonly type: string;
  readonly at: number;
  readonly from: number;
  readonly end: number;
}

/** More boxes beside each other than any picture has. */
const MOST_BOXES = 10_000;

/** The boxes between two places; null where they don't fit each other. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): readonly Box[] | null {
  const boxes: Box[] = [];
  let at = from;
  while (at < to && boxes.length < MOST_BOXES) {
    if (at + 8 > to) return null;
    const short = bigEndian(bytes, at, 4);
    const head = short === 1 ? 16 : 8;
    // Lengths of more than 6 bytes are of no file that fits.
    const long = bigEndian(bytes, at + 8, 2) === 0 ? bigEndian(bytes, at + 10, 6) : Number.POSITIVE_INFINITY;
    const length = short === 0 ? to - at : short === 1 ? long : short;
    if (length < head || at + length > to) return null;
    boxes.push({ type: ascii(bytes, at + 4, 4), at, from: at + head, end: at + length });
    at += length;
  }
  return boxes;
}
