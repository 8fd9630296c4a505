import type { Passage } from './check.ts';

/**
 * `TK`, `Tk` or `tk`, once or repeated (`TKTK`), not inside a word. The ending of a web address (`example.tk`) is
 * no TK.
 */
const TK = /(?<![\p{L}\p{M}\p{N}_])(?:TK|Tk|(?<![\p{L}\p{N}]\.)tk)(?:TK|Tk|tk)*(?![\p{L}\p{M}\p{N}_])/gu;

/** Few texts have one, and looking for these two letters first costs next to nothing. */
const MAYBE = /[Tt][Kk]/u;

/** Where a plain text holds TKs: what is still to come. */
export function findTks(text: string): readonly Passage[] {
  if (!MAYBE.test(text)) return [];
  return Array.from(text.matchAll(TK), ({ index, 0: found }) => ({ from: index, to: index + found.length }));
}

/** How many TKs a plain text holds. */
export function countTks(text: string): number {
  return findTks(text).length;
}
