import type { Fix, Passage } from './check.ts';

export interface LooseNumber {
  readonly number: string;
  readonly instead: string;
  readonly at: Passage;
  readonly fix: Extract<Fix, { kind: 'replace' }>;
}

/** A whole number of five digits or more, alone: no telephone number, code, fraction, address or part of a word. */
const LONG_NUMBER =
  /(?<![\p{L}\p{M}\p{N}_.,:/#@+'’٬٫-])(?![0٠۰])\p{Nd}{5,12}(?![\p{L}\p{M}\p{N}_:/@'’-]|[.,٬٫]\p{N})/gu;

/** Few texts have one, and asking this first costs next to nothing. */
const MAYBE = /\p{Nd}{5}/u;

/** Numbers whose thousands are not set apart although the house sets them apart with `sign`. */
export function findLooseNumbers(text: string, sign: string): readonly LooseNumber[] {
  if (!MAYBE.test(text)) return [];
  return Array.from(text.matchAll(LONG_NUMBER), ({ index, 0: number }): LooseNumber => {
    const at = { from: index, to: index + number.length };
    const instead = grouped(number, sign);
    return { number, instead, at, fix: { kind: 'replace', at, text: instead } };
  });
}

function grouped(number: string, sign: string): string {
  const digits = [...number];
  const parts: string[] = [];
  while (digits.length > 0) parts.unshift(digits.splice(-3).join(''));
  return parts.join(sign);
}
