import type { Command } from './command.ts';
import { wordsFor, type Words } from './words/words.tsx';

/** Text as it is compared: without case, accents, vowel points and what only joins letters. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200b-\u200f\u2066-\u2069]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ي/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .toLowerCase();
}

/**
 * How well a text answers what was typed, from 0 (not at all) to 1 (the same). Letters may be left out between, as long
 * as they come in order; beginnings count most.
 */
export function likeness(typed: string, text: string): number {
  const wanted = folded(typed).trim();
  const there = folded(text);
  if (wanted === '') return 1;
  if (there === wanted) return 1;
  if (there.startsWith(wanted)) return 0.9;
  const at = there.indexOf(wanted);
  if (at > 0) return /[\p{L}\p{N}]/u.test(there.charAt(at - 1)) ? 0.6 : 0.8;
  const parts = wanted.split(/\s+/u);
  if (parts.length > 1 && parts.every((part) => there.includes(part))) return 0.7;
  return 0.5 * scattered(wanted.replaceAll(' ', ''), there);
}

/** Letters in order with others between: better the more of them begin words or stand together. */
function scattered(wanted: string, text: string): number {
  if (wanted.length < 2) return 0;
  let good = 0;
  let from = 0;
  for (const letter of wanted) {
    const beginning = wordStart(text, letter, from);
    const at =
      text.startsWith(letter, from) && from > 0 ? from : beginning === -1 ? text.indexOf(letter, from) : beginning;
    if (at === -1) return 0;
    if (at === from || at === beginning) good += 1;
    from = at + 1;
  }
  // Half of the letters by chance is no answer.
  return good * 3 >= wanted.length * 2 ? good / wanted.length : 0;
}

function wordStart(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at !== -1; at = text.indexOf(letter, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return at;
  }
  return -1;
}

const ENGLISH = wordsFor('en');

type Searched = Pick<Command<never>, 'name' | 'hint' | 'aliases'>;

/** How well a command answers: by its name here and in English, by its other names, by what it is for. */
export function commandLikeness(typed: string, command: Searched, words: Words): number {
  return Math.max(
    likeness(typed, command.name(words)),
    0.9 * likeness(typed, command.name(ENGLISH)),
    ...(command.aliases ?? []).map((alias) => 0.85 * likeness(typed, alias)),
    0.5 * likeness(typed, command.hint?.(words) ?? ''),
  );
}

/** The items that answer, the best first; equally good ones in the order given. */
export function bestFirst<Item>(items: readonly Item[], likenessOf: (item: Item) => number): readonly Item[] {
  return items
    .map((item) => ({ item, how: likenessOf(item) }))
    .filter(({ how }) => how > 0.2)
    .sort((one, other) => other.how - one.how)
    .map(({ item }) => item);
}
