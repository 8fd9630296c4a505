import { fits, readAffixFile, type AffixFile, type AffixRule, type AffixTable } from './affix-file.ts';
import { readLexicon, type Lexicon } from './lexicon.ts';

/** One language's dictionary, ready to be asked. */
export interface Dictionary {
  readonly affixes: AffixFile;
  readonly words: Lexicon;
  /** True where the word is spelt right, in any case it may be written in. */
  readonly knows: (word: string) => boolean;
  /** True where exactly this form is in the dictionary and may be suggested; the word is as `affixes.normal` makes it. */
  readonly offers: (word: string) => boolean;
}

/** Words longer than this are never looked up. */
const LONGEST = 80;
/** The most parts of a compound. */
const MOST_PARTS = 5;

/** Reads a dictionary in Hunspell's two files. Words are found by taking affixes away, so nothing is ever written out. */
export function readDictionary(affixText: string, wordText: string): Dictionary {
  const affixes = readAffixFile(affixText);
  const words = readLexicon(wordText, affixes.readFlags);
  const look = { affixes, words };
  return {
    affixes,
    words,
    knows: (word) => word.length <= LONGEST && knowsAnyCase(look, affixes.normal(word)),
    offers: (word) => word.length <= LONGEST && knowsForm(look, word, { mayBeTitled: true, isOffer: true }),
  };
}

interface Look {
  readonly affixes: AffixFile;
  readonly words: Lexicon;
}

interface Asked {
  /** False where the capital letters may be the writer's own: such words are not found by their lower case. */
  readonly mayBeTitled: boolean;
  readonly isOffer: boolean;
}

const AS_WRITTEN: Asked = { mayBeTitled: true, isOffer: false };
const LOWERED: Asked = { mayBeTitled: false, isOffer: false };

function knowsAnyCase(look: Look, word: string): boolean {
  if (word === '') return true;
  if (knowsForm(look, word, AS_WRITTEN)) return true;
  const lower = word.toLowerCase();
  if (lower !== word) {
    const isShouted = word === word.toUpperCase();
    const titled = (word[0] ?? '') + lower.slice(1);
    if ((isShouted || titled === word) && knowsForm(look, lower, LOWERED)) return true;
    if (isShouted && knowsShouted(look, lower, titled)) return true;
  }
  return knowsBroken(look, word);
}

/** Words in capitals: names, and the German sharp s, which capitals write as two. */
function knowsShouted(look: Look, lower: string, titled: string): boolean {
  if (knowsForm(look, titled, LOWERED)) return true;
  const sharp = lower.replace('ss', 'ß');
  return (
    sharp !== lower &&
    (knowsForm(look, sharp, LOWERED) || knowsForm(look, sharp[0]?.toUpperCase() + sharp.slice(1), LOWERED))
  );
}

/** A word with hyphens is right where each of its parts is. */
function knowsBroken(look: Look, word: string): boolean {
  if (!/[-‐‑־–]/u.test(word)) return false;
  const parts = word.split(/[-‐‑־–]/u).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => knowsAnyCase(look, part));
}

/** True where exactly this form is in the dictionary, by itself, with affixes or made of several. */
function knowsForm(look: Look, word: string, asked: Asked): boolean {
  const { flags } = look.affixes;
  if (has(look.words.find(word), flags.forbidden)) return false;
  const found = analyse(look, word, (entry, affixes) => {
    if (isFlagged(flags.onlyInCompound, entry, affixes)) return false;
    if (!asked.mayBeTitled && entry.includes(flags.keepsCase) && flags.keepsCase !== 0) return false;
    return !asked.isOffer || !isFlagged(flags.notSuggested, entry, affixes);
  });
  return found || isCompound(look, word);
}

function has(entries: readonly (readonly number[])[], flag: number): boolean {
  return flag !== 0 && entries.some((flags) => flags.includes(flag));
}

function isFlagged(flag: number, entry: readonly number[], affixes: readonly AffixRule[]): boolean {
  return flag !== 0 && (entry.includes(flag) || affixes.some(({ brings }) => brings.includes(flag)));
}

/** The affixes of a word, the innermost first: at most one before and two behind it. */
type Affixes = readonly AffixRule[];
type Visit = (entry: readonly number[], affixes: Affixes, at: Placed) => boolean;

interface Placed {
  readonly prefix: AffixRule | null;
  readonly suffixes: Affixes;
}

const BARE: Placed = { prefix: null, suffixes: [] };

/** Visits every way to read the word as an entry with affixes, until the visitor answers true; answers whether it did. */
function analyse(look: Look, word: string, visit: Visit): boolean {
  if (visitEntries(look, word, BARE, visit)) return true;
  if (withSuffixes(look, word, null, visit)) return true;
  return eachPrefix(look.affixes.prefixes, word, (rest, prefix) => {
    const placed = { prefix, suffixes: [] };
    return visitEntries(look, rest, placed, visit) || (prefix.crosses && withSuffixes(look, rest, prefix, visit));
  });
}

function withSuffixes(look: Look, word: string, prefix: AffixRule | null, visit: Visit): boolean {
  const { suffixes, broughtBySuffixes } = look.affixes;
  return eachSuffix(suffixes, word, (stem, outer) => {
    if (prefix !== null && !outer.crosses) return false;
    if (visitEntries(look, stem, { prefix, suffixes: [outer] }, visit)) return true;
    if (!broughtBySuffixes.has(outer.flag)) return false;
    return eachSuffix(suffixes, stem, (root, inner) => {
      if (!inner.brings.includes(outer.flag)) return false;
      return visitEntries(look, root, { prefix, suffixes: [inner, outer] }, visit);
    });
  });
}

function visitEntries(look: Look, word: string, placed: Placed, visit: Visit): boolean {
  const entries = look.words.find(word);
  if (entries.length === 0) return false;
  const affixes = placed.prefix === null ? placed.suffixes : [...placed.suffixes, placed.prefix];
  return entries.some((entry) => mayHave(look, entry, affixes, placed) && visit(entry, affixes, placed));
}

/** True where the entry takes these affixes, and they each other. */
function mayHave(look: Look, entry: readonly number[], affixes: Affixes, { prefix, suffixes }: Placed): boolean {
  const { needsAffix, circumfix } = look.affixes.flags;
  if (affixes.length === 0) return needsAffix === 0 || !entry.includes(needsAffix);
  const allowed = affixes.every(
    (affix) =>
      entry.includes(affix.flag) || affixes.some((other) => other !== affix && other.brings.includes(affix.flag)),
  );
  if (!allowed || !affixes.some(({ flag }) => entry.includes(flag))) return false;
  if (needsAffix !== 0 && affixes.length === 1 && affixes[0]?.brings.includes(needsAffix) === true) return false;
  if (circumfix === 0) return true;
  const before = prefix?.brings.includes(circumfix) ?? false;
  const behind = suffixes.some(({ brings }) => brings.includes(circumfix));
  return before === behind;
}

type Taken = (rest: string, rule: AffixRule) => boolean;

function eachPrefix({ groups, longest }: AffixTable, word: string, taken: Taken): boolean {
  for (let length = Math.min(longest, word.length - 1); length >= 0; length -= 1) {
    for (const { strip, rules } of groups.get(word.slice(0, length)) ?? []) {
      const rest = strip + word.slice(length);
      for (const rule of rules) if (fits(rule, rest, 'start') && taken(rest, rule)) return true;
    }
  }
  return false;
}

function eachSuffix({ groups, longest }: AffixTable, word: string, taken: Taken): boolean {
  for (let length = Math.min(longest, word.length); length >= 0; length -= 1) {
    for (const { strip, rules } of groups.get(length === 0 ? '' : word.slice(-length)) ?? []) {
      const rest = word.slice(0, word.length - length) + strip;
      if (rest === '') continue;
      for (const rule of rules) if (fits(rule, rest, 'end') && taken(rest, rule)) return true;
    }
  }
  return false;
}

type Role = 'compoundBegin' | 'compoundMiddle' | 'compoundEnd';

function isCompound(look: Look, word: string): boolean {
  const { flags } = look.affixes;
  if (flags.compoundAny === 0 && flags.compoundBegin === 0) return false;
  const known = new Map<string, boolean>();
  const isPart = (part: string, role: Role): boolean => {
    const key = `${role} ${part}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = fillsRole(look, part, role);
    known.set(key, answer);
    return answer;
  };
  return isJoined(word, look.affixes.shortestPart, MOST_PARTS, 'compoundBegin', isPart);
}

function isJoined(
  word: string,
  shortest: number,
  parts: number,
  role: Role,
  isPart: (part: string, role: Role) => boolean,
): boolean {
  for (let at = shortest; at <= word.length - shortest; at += 1) {
    if (!isPart(word.slice(0, at), role)) continue;
    const rest = word.slice(at);
    if (isPart(rest, 'compoundEnd')) return true;
    if (parts > 2 && isJoined(rest, shortest, parts - 1, 'compoundMiddle', isPart)) return true;
  }
  return false;
}

/** True where the part may stand there: its flags allow it, and no affix stands where two parts meet unless it may. */
function fillsRole(look: Look, part: string, role: Role): boolean {
  const { flags } = look.affixes;
  return analyse(look, part, (entry, affixes, { prefix, suffixes }) => {
    if (isFlagged(flags.compoundForbid, entry, affixes) || isFlagged(flags.forbidden, entry, affixes)) return false;
    if (!isFlagged(flags[role], entry, affixes) && !isFlagged(flags.compoundAny, entry, affixes)) return false;
    const inside = [
      ...(role !== 'compoundBegin' && prefix !== null ? [prefix] : []),
      ...(role === 'compoundEnd' ? [] : suffixes),
    ];
    return inside.every(({ brings }) => brings.includes(flags.compoundPermit));
  });
}
