import { fits, type AffixFile, type AffixRule } from './affix-file.ts';
import type { Dictionary } from './dictionary.ts';

/** The furthest a suggestion may be from what was written, in letters. */
const FURTHEST = 2;
/** Words of so many letters or fewer are only corrected by one letter. */
const SHORT = 4;

/** Words the writer may have meant, the likeliest first, at most `most`, in the case the word was written in. */
export function suggestionsFor(dictionary: Dictionary, written: string, most: number): readonly string[] {
  const broken = brokenWord(dictionary, written, most);
  if (broken !== null) return broken;
  const word = dictionary.affixes.normal(written);
  const lower = word.toLowerCase();
  const isShouted = word.length > 1 && word === word.toUpperCase() && word !== lower;
  const isTitled = !isShouted && word !== lower && word.slice(1) === lower.slice(1);
  const found = new Set<string>();
  const offer = (candidate: string): void => {
    const cased = isShouted ? candidate.toUpperCase() : isTitled ? titled(candidate) : candidate;
    if (found.size < most && cased !== word) found.add(asTyped(cased, written));
  };
  const asks = (candidate: string): boolean => candidate !== '' && dictionary.offers(candidate);
  for (const base of isShouted || isTitled ? [lower, titled(lower)] : [word]) {
    for (const candidate of nearest(dictionary, base)) {
      if (found.size >= most) break;
      if (asks(candidate)) offer(candidate);
    }
  }
  if (found.size < most) for (const pair of pairs(lower, asks)) offer(pair);
  if (found.size === 0 && lower.length > SHORT) for (const far of further(dictionary, lower)) offer(far);
  return [...found];
}

function titled(word: string): string {
  return (word[0] ?? '').toUpperCase() + word.slice(1);
}

/** With the apostrophes and signs the writer uses. */
function asTyped(word: string, written: string): string {
  const curly = written.includes('’') || !written.includes("'") ? word.replaceAll("'", '’') : word;
  return written.includes('״') ? curly.replaceAll('"', '״') : curly;
}

/** Suggestions for the one wrong part of a word with hyphens; null where there is not just one. */
function brokenWord(dictionary: Dictionary, written: string, most: number): readonly string[] | null {
  const parts = written.split(/([-‐‑־–])/u);
  const wrong = parts.flatMap((part, at) => (at % 2 === 0 && part !== '' && !dictionary.knows(part) ? [at] : []));
  const [at] = wrong;
  if (parts.length < 3 || at === undefined || wrong.length > 1) return null;
  return suggestionsFor(dictionary, parts[at] ?? '', most).map((part) => parts.with(at, part).join(''));
}

/** Words one slip away: usual confusions first, then letters swapped, alike, doubled, left out, too many or wrong. */
function* nearest({ affixes }: Dictionary, word: string): Generator<string> {
  yield titled(word);
  yield word.toUpperCase();
  for (const [from, to] of affixes.replacements) yield* replaced(word, from, to);
  for (let at = 0; at < word.length - 1; at += 1) {
    yield word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
  for (const group of affixes.alike) {
    for (let at = 0; at < word.length; at += 1) {
      if (!group.includes(word.charAt(at))) continue;
      for (const other of group) yield word.slice(0, at) + other + word.slice(at + 1);
    }
  }
  for (let at = 0; at < word.length; at += 1) {
    if (word.charAt(at) === word.charAt(at + 1)) yield word.slice(0, at) + word.slice(at + 1);
  }
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at + 1) + word.slice(at);
  const letters = Array.from(new Set(affixes.letters)).filter((letter) => /\p{L}|['"]/u.test(letter));
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
  for (const letter of letters) {
    for (let at = word.length; at >= 0; at -= 1) yield word.slice(0, at) + letter + word.slice(at);
  }
  for (const letter of letters) {
    for (let at = word.length - 1; at >= 0; at -= 1) yield word.slice(0, at) + letter + word.slice(at + 1);
  }
}

function* replaced(word: string, from: string, to: string): Generator<string> {
  const atStart = from.startsWith('^');
  const atEnd = from.endsWith('$');
  const letters = from.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  if (letters === '') return;
  for (let at = word.indexOf(letters); at !== -1; at = word.indexOf(letters, at + 1)) {
    if (atStart && at !== 0) return;
    if (!atEnd || at + letters.length === word.length) yield word.slice(0, at) + to + word.slice(at + letters.length);
  }
}

/** Two words that were written as one. */
function* pairs(word: string, asks: (word: string) => boolean): Generator<string> {
  for (let at = 1; at < word.length; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    // A single letter is a word too seldom to be offered as one.
    const isLikely = (first.length > 1 || /^[aioy]$/u.test(first)) && second.length > 1;
    if (isLikely && asks(first) && asks(second)) yield `${first} ${second}`;
  }
}

/** Words two slips away: entries of the dictionary and forms of those that begin alike, the nearest first. */
function further(dictionary: Dictionary, word: string): readonly string[] {
  const { words } = dictionary;
  const near: { readonly candidate: string; readonly distance: number }[] = [];
  const bare = plain(word);
  const consider = (candidate: string): void => {
    const distance = distanceBetween(bare, plain(candidate.toLowerCase()));
    if (distance <= FURTHEST && dictionary.offers(candidate)) near.push({ candidate, distance });
  };
  const opening = word.slice(0, 3);
  words.each((entry, flags) => {
    const gap = entry.length - word.length;
    const lower = entry.toLowerCase();
    if (Math.abs(gap) <= FURTHEST && sharesEdge(lower, word)) consider(entry);
    if (flags.length > 0 && gap < FURTHEST && lower.startsWith(opening)) {
      for (const form of formsOf(dictionary, entry, flags))
        if (Math.abs(form.length - word.length) <= 1) consider(form);
    }
    return near.length < 400;
  });
  return near.sort((one, other) => one.distance - other.distance).map(({ candidate }) => candidate);
}

function sharesEdge(one: string, other: string): boolean {
  return one.charCodeAt(0) === other.charCodeAt(0) || one.slice(-2) === other.slice(-2);
}

/** A suffix as it is put on: what it takes away and adds. */
interface Suffix {
  readonly rule: AffixRule;
  readonly strip: string;
  readonly letters: string;
}

const byFlag = new WeakMap<AffixFile, ReadonlyMap<number, readonly Suffix[]>>();

function suffixesOf(affixes: AffixFile): ReadonlyMap<number, readonly Suffix[]> {
  const known = byFlag.get(affixes);
  if (known !== undefined) return known;
  const made = new Map<number, Suffix[]>();
  for (const [letters, groups] of affixes.suffixes.groups) {
    for (const { strip, rules } of groups) {
      for (const rule of rules) {
        const list = made.get(rule.flag) ?? [];
        made.set(rule.flag, list);
        list.push({ rule, strip, letters });
      }
    }
  }
  byFlag.set(affixes, made);
  return made;
}

function* formsOf({ affixes }: Dictionary, entry: string, flags: readonly number[]): Generator<string> {
  const suffixes = suffixesOf(affixes);
  for (const flag of flags) {
    for (const { rule, strip, letters } of suffixes.get(flag) ?? []) {
      if (entry.endsWith(strip) && fits(rule, entry, 'end')) {
        yield entry.slice(0, entry.length - strip.length) + letters;
      }
    }
  }
}

/** Without accents, which are a smaller slip than a letter. */
function plain(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
}

/** Letters to add, take away, change or swap to make one word of the other; past the furthest it stops counting. */
function distanceBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > FURTHEST) return FURTHEST + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    let least = at;
    for (let to = 1; to <= other.length; to += 1) {
      const same = one.charCodeAt(at - 1) === other.charCodeAt(to - 1) ? 0 : 1;
      let cost = Math.min((last[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1, (last[to - 1] ?? 0) + same);
      const isSwap =
        at > 1 &&
        to > 1 &&
        one.charCodeAt(at - 1) === other.charCodeAt(to - 2) &&
        one.charCodeAt(at - 2) === other.charCodeAt(to - 1);
      if (isSwap) cost = Math.min(cost, (before[to - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > FURTHEST) return FURTHEST + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? FURTHEST + 1;
}
