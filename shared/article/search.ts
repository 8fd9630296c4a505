import { fail, succeed, type Result } from './failure.ts';
import { fold, type Folded } from './fold.ts';

/** What is looked for, and how. */
export interface SearchQuery {
  readonly find: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  /** Accents, points and the shapes of letters do not count (see `Folding.marks`). Nothing in a pattern. */
  readonly foldMarks: boolean;
  /** `find` is a regular expression. */
  readonly pattern: boolean;
}

/** A passage that was found: `from` up to, not including, `to`, in UTF-16 units of the text. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** What the groups of a pattern found; absent where no pattern was looked for. */
  readonly groups?: readonly (string | undefined)[];
  readonly names?: Readonly<Record<string, string | undefined>>;
}

/** Finds in one text after the other. */
export interface Matcher {
  readonly query: SearchQuery;
  /** The passages in order, apart from each other and never empty; none goes over a line break. */
  readonly hits: (text: string) => readonly Hit[];
}

const NOTHING: readonly Hit[] = [];

/** Makes a matcher, or says in a sentence why a pattern can't be read. An empty query finds nothing. */
export function matcherOf(query: SearchQuery): Result<Matcher> {
  if (query.find === '') return succeed(exactly(''));
  if (!query.pattern) return succeed(inLines(query, wordFinder(query)));
  const pattern = patternOf(query);
  if (pattern === null)
    return fail('bad-input', 'This pattern cannot be read: a bracket or a sign in it has no partner.');
  return succeed(inLines(query, (line) => patternHits(pattern, line)));
}

/** Finds a text as it stands, case and marks and all. */
export function exactly(find: string): Matcher {
  const query = { find, matchCase: true, wholeWords: false, foldMarks: false, pattern: false };
  return find === '' ? { query, hits: () => NOTHING } : inLines(query, wordFinder(query));
}

/** The text that takes a hit's place: in a pattern's replacement `$1` to `$99`, `$<name>`, `$&` and `$$` have a meaning. */
export function replacementFor(hit: Hit, found: string, replacement: string): string {
  const { groups, names } = hit;
  if (groups === undefined) return replacement;
  return replacement.replaceAll(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/gu, (whole, ...parts: unknown[]) => {
    const [dollar, all, number, name] = parts as (string | undefined)[];
    if (dollar !== undefined) return '$';
    if (all !== undefined) return found;
    if (name !== undefined) return names !== undefined && Object.hasOwn(names, name) ? (names[name] ?? '') : whole;
    return numbered(groups, number ?? '') ?? whole;
  });
}

/** `$12` is the twelfth group, or the first and a 2 where there are not so many; null where there is no such group. */
function numbered(groups: readonly (string | undefined)[], digits: string): string | null {
  const number = Number(digits);
  if (number >= 1 && number <= groups.length) return groups[number - 1] ?? '';
  const first = Number(digits[0]);
  if (digits.length < 2 || first < 1 || first > groups.length) return null;
  return `${groups[first - 1] ?? ''}${digits.slice(1)}`;
}

/** How many characters both have in common at the beginning and, beyond those, at the end; pairs are never split. */
export function sharedEnds(one: string, other: string): { readonly before: number; readonly after: number } {
  const most = Math.min(one.length, other.length);
  let before = 0;
  while (before < most && one.charCodeAt(before) === other.charCodeAt(before)) before += 1;
  if (before > 0 && isHighSurrogate(one.charCodeAt(before - 1))) before -= 1;
  let after = 0;
  while (
    after < most - before &&
    one.charCodeAt(one.length - after - 1) === other.charCodeAt(other.length - after - 1)
  ) {
    after += 1;
  }
  if (after > 0 && isLowSurrogate(one.charCodeAt(one.length - after))) after -= 1;
  return { before, after };
}

function inLines(query: SearchQuery, find: (line: string) => readonly Hit[]): Matcher {
  const inLine = query.wholeWords ? (line: string) => find(line).filter((hit) => isWhole(line, hit)) : find;
  const hits = (text: string): readonly Hit[] => {
    if (!text.includes('\n')) return inLine(text);
    const all: Hit[] = [];
    let start = 0;
    for (const line of text.split('\n')) {
      for (const hit of inLine(line)) all.push({ ...hit, from: hit.from + start, to: hit.to + start });
      start += line.length + 1;
    }
    return all;
  };
  return { query, hits };
}

function wordFinder(query: SearchQuery): (line: string) => readonly Hit[] {
  const marked = { matchCase: query.matchCase, marks: query.foldMarks };
  const bare = fold(query.find, marked).text;
  // Somebody who looks for a mark alone wants that mark.
  const folding = bare === '' ? { ...marked, marks: false } : marked;
  const find = bare === '' ? fold(query.find, folding).text : bare;
  const isExact = folding.matchCase && !folding.marks;
  return (line) => {
    const folded = isExact ? { text: line, starts: null } : fold(line, folding);
    const hits: Hit[] = [];
    let at = folded.text.indexOf(find);
    while (at !== -1) {
      const hit = inSource(line, folded, at, at + find.length, folding.marks);
      if (hit !== null) hits.push(hit);
      at = folded.text.indexOf(find, hit === null ? at + 1 : at + find.length);
    }
    return hits;
  };
}

/** Where a passage of the folded text stands in the source; null where it begins or ends inside one of its characters. */
function inSource(source: string, { starts }: Folded, at: number, end: number, marks: boolean): Hit | null {
  if (starts === null) return { from: at, to: end };
  const from = starts[at] ?? 0;
  const last = starts[end - 1] ?? 0;
  const isInside = (at > 0 && starts[at - 1] === from) || (end < starts.length && starts[end] === last);
  if (isInside) return null;
  const to = last + ((source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  // The marks of the last letter belong to it.
  return { from, to: marks ? to + (MARKS.exec(source.slice(to))?.[0].length ?? 0) : to };
}

function patternOf({ find, matchCase }: SearchQuery): RegExp | null {
  try {
    return new RegExp(find, matchCase ? 'gu' : 'giu');
  } catch {
    return null;
  }
}

function patternHits(pattern: RegExp, line: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of line.matchAll(pattern)) {
    const [found, ...groups] = match;
    if (found === '') continue;
    const names = match.groups === undefined ? {} : { names: { ...match.groups } };
    hits.push({ from: match.index, to: match.index + found.length, groups, ...names });
  }
  return hits;
}

const MARKS = /^\p{M}+/u;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** True when the hit neither begins nor ends inside a word. */
function isWhole(line: string, { from, to }: Hit): boolean {
  return isBoundary(line, from) && isBoundary(line, to);
}

function isBoundary(line: string, at: number): boolean {
  const before = characterBefore(line, at);
  const after = String.fromCodePoint(line.codePointAt(at) ?? 0x20);
  if (at === 0 || at >= line.length || !WORD.test(before) || !WORD.test(after)) return true;
  if (!UNSPACED.test(before) && !UNSPACED.test(after)) return false;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return segmenter.segment(line).containing(at)?.index === at;
}

let segmenter: Intl.Segmenter | undefined;

function characterBefore(line: string, at: number): string {
  const isPaired = at >= 2 && isLowSurrogate(line.charCodeAt(at - 1)) && isHighSurrogate(line.charCodeAt(at - 2));
  return line.slice(Math.max(0, isPaired ? at - 2 : at - 1), at);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
