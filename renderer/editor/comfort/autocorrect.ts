import type { Replacement } from '#shared/contract/writing.ts';
import { endsInCode } from './punctuation.ts';
import { slipMeant } from './slips.ts';

/** A word and what is to stand for it: `at` counts characters from the end of the text to the word's start. */
export interface Corrected {
  readonly at: number;
  readonly word: string;
  readonly text: string;
}

/** Words longer than this are never corrected. */
const LONGEST = 40;

const byList = new WeakMap<readonly Replacement[], ReadonlyMap<string, string>>();

/**
 * What is to stand for the last word of a text, as soon as a space or Enter ends it; null where it is right. The person's
 * own replacements come first. A capital at the start, and capitals throughout, are kept.
 */
export function correction(
  before: string,
  { replacements, slips }: { readonly replacements: readonly Replacement[]; readonly slips: boolean },
  language: string,
): Corrected | null {
  const found = /(?:^|[\s([{“‘„‚«‹"'—–])([^\s([{“‘„‚«‹"'—–]+?)([.,;:!?)\]}”’»›"'…،؛؟]*)$/u.exec(before);
  const word = found?.[1] ?? '';
  if (word === '' || word.length > LONGEST || endsInCode(before)) return null;
  const own = ownOf(replacements);
  const lower = word.toLowerCase();
  const exact = own.get(word);
  const meant = exact ?? own.get(lower) ?? (slips ? slipMeant(lower, language) : undefined);
  if (meant === undefined) return null;
  const text = exact === undefined ? inCaseOf(word, meant) : meant;
  if (text === word) return null;
  return { at: word.length + (found?.[2] ?? '').length, word, text };
}

function ownOf(replacements: readonly Replacement[]): ReadonlyMap<string, string> {
  const known = byList.get(replacements);
  if (known !== undefined) return known;
  const made = new Map(replacements.map(({ from, to }) => [from, to]));
  byList.set(replacements, made);
  return made;
}

function inCaseOf(word: string, meant: string): string {
  if (word === word.toLowerCase()) return meant;
  if (word.length > 1 && word === word.toUpperCase()) return meant.toUpperCase();
  const [first = ''] = meant;
  return first.toUpperCase() + meant.slice(first.length);
}
