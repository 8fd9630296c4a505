import type { Passage } from './check.ts';

/**
 * `TK`, `Tk` or `tk`, once or repeated (`TKTK`), not inside a word. The ending of a web address (`example.tk`) is
 * no TK.
 */
const TK = /(?<![\p{L}\p{M}\p{N}_])(?:TK|Tk|(?<![\p{L}\p{N}]\.)tk)(?:TK|Tk|tk)*(?![\p{L}\p{M}\p{N}_])/gu;

/** Where a plain text holds TKs: what is still to come. */
export function findTks(text: string): readonly Passage[] {
  return Array.from(text.matchAll(TK), ({ index, 0: found }) => ({ from: index, to: index + found.length }));
}

/** How many TKs a plain text holds. */
export function countTks(text: string): number {
  return text.match(TK)?.length ?? 0;
}
