import { isMap, isScalar, isSeq } from 'yaml';
import type { HouseRule, RuleText } from '#shared/article/house-rules.ts';
import { LONGEST_PATTERN, isQuick, patternOf } from '#shared/checks/pattern.ts';
import { levelOf, textOf, type Say } from './yaml-value.ts';

const MOST_WORDS = 500;
const LONGEST_WORD = 200;
const LONGEST_TEXT = 1_000;
const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_])';
const NO_LETTER_AFTER = '(?![\\p{L}\\p{M}\\p{N}_])';
const LANGUAGES_OF_INTERFACE = new Set(['en', 'he', 'ar', 'fa']);

/** What of an entry is the same for all rules made of it. */
type Common = Omit<HouseRule, 'pattern' | 'instead'>;

/** The rules an entry makes: one, or one for each word that has a word instead; none where it can't be used. */
export function readRule(item: unknown, say: Say, line: number): readonly HouseRule[] {
  if (!isMap(item)) {
    say('wrong-value', item, '');
    return [];
  }
  const entry = new Map(item.items.map(({ key, value }) => [textOf(key) ?? '', { key, value }]));
  const at = (name: string): unknown => entry.get(name)?.value;
  const name = (textOf(at('name')) ?? textOf(at('pattern')) ?? '').slice(0, LONGEST_WORD);
  for (const [known, { key }] of entry) if (!KNOWN.has(known)) say('unknown-name', key, known);
  const level = at('take as') === undefined ? 'warns' : levelOf(at('take as'));
  const languages = languagesOf(at('languages'));
  if (level === null) say('wrong-value', at('take as'), name);
  if (languages === null) say('wrong-value', at('languages'), name);
  if (level === null || languages === null || level === 'off') return [];
  const matchCase = isScalar(at('match case')) && (at('match case') as { value: unknown }).value === true;
  const texts = { say: readText(at('say'), say, name), why: readText(at('why'), say, name) };
  const common: Common = { name, line, languages, matchCase, severity: level, ...texts };
  const instead = textOf(at('instead'));
  if (entry.has('pattern')) return fromPattern(common, at('pattern'), instead, say);
  if (entry.has('words')) return fromWords(common, at('words'), instead, say);
  say('wrong-value', item, name);
  return [];
}

const KNOWN = new Set(['name', 'languages', 'pattern', 'words', 'instead', 'match case', 'take as', 'say', 'why']);

function fromPattern(common: Common, node: unknown, instead: string | null, say: Say): HouseRule[] {
  const pattern = textOf(node) ?? '';
  const expression = patternOf({ pattern, matchCase: common.matchCase });
  if (pattern === '' || pattern.length > LONGEST_PATTERN || expression === null || expression.test('')) {
    say('pattern-broken', node, common.name);
    return [];
  }
  if (!isQuick(expression)) {
    say('pattern-slow', node, common.name);
    return [];
  }
  return [{ ...common, pattern, instead }];
}

function fromWords(common: Common, node: unknown, instead: string | null, say: Say): HouseRule[] {
  const pairs = isMap(node) ? node.items.map(({ key, value }) => [key, value] as const) : [];
  const single = isSeq(node) ? node.items.map((item) => [item, null] as const) : [];
  const words = [...pairs, ...single];
  if (words.length === 0) say('wrong-value', node, common.name);
  if (words.length > MOST_WORDS) say('too-many', node, common.name);
  const taken = words.slice(0, MOST_WORDS).flatMap(([key, value]) => {
    const word = textOf(key)?.trim() ?? '';
    const other = textOf(value) ?? instead;
    if (word !== '' && word.length <= LONGEST_WORD) return [{ word, instead: other }];
    say('wrong-value', key, common.name);
    return [];
  });
  const escaped = (text: string | null): string | null => text?.replaceAll('$', '$$$$') ?? null;
  if (isMap(node)) {
    return taken.map(({ word, instead: other }) => ({ ...common, pattern: anyOf([word]), instead: escaped(other) }));
  }
  return taken.length === 0
    ? []
    : [{ ...common, pattern: anyOf(taken.map(({ word }) => word)), instead: escaped(instead) }];
}

/** Whole words, the longest first, with any number of spaces where there is one. */
function anyOf(words: readonly string[]): string {
  const sources = words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&').replaceAll(/\s+/gu, '[ \\u00a0]{1,3}'));
  return `${NO_LETTER_BEFORE}(?:${sources.join('|')})${NO_LETTER_AFTER}`;
}

function languagesOf(node: unknown): readonly string[] | null {
  if (node === undefined) return [];
  const items: unknown[] = isSeq(node) ? node.items : [node];
  const tags = items.map((item) => textOf(item)?.toLowerCase().split('-', 1)[0] ?? '');
  return tags.every((tag) => /^[a-z]{2,3}$/u.test(tag)) && tags.length > 0 ? tags : null;
}

/** One text for all, or one for each language of the interface. */
function readText(node: unknown, say: Say, name: string): RuleText {
  if (node === undefined) return {};
  const one = textOf(node);
  if (one !== null) return { '': one.slice(0, LONGEST_TEXT) };
  if (!isMap(node)) {
    say('wrong-value', node, name);
    return {};
  }
  const texts = node.items.flatMap(({ key, value }): [string, string][] => {
    const language = textOf(key) ?? '';
    const text = textOf(value);
    if (text !== null && LANGUAGES_OF_INTERFACE.has(language)) return [[language, text.slice(0, LONGEST_TEXT)]];
    say('wrong-value', key, name);
    return [];
  });
  return Object.fromEntries(texts);
}
