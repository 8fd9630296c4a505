/** One way to make a form of a word, as a dictionary's affix file states it. */
export interface AffixRule {
  readonly flag: number;
  /** May stand on a word that has an affix at its other end too. */
  readonly crosses: boolean;
  /** Flags that the affix itself brings: of affixes that may follow, and of its part in compounds. */
  readonly brings: readonly number[];
  /** What the rest of the word must look like where the affix stands; null: like anything. */
  readonly condition: readonly LetterTest[] | null;
}

/** Rules that take the same letters away, where the same letters were added. */
interface AffixGroup {
  /** Letters of the bare word that the affix stands in place of. */
  readonly strip: string;
  readonly rules: readonly AffixRule[];
}

interface LetterTest {
  /** Null: any letter. */
  readonly letters: string | null;
  readonly isNegated: boolean;
}

/** Affixes of one kind by the letters they add. */
export interface AffixTable {
  readonly groups: ReadonlyMap<string, readonly AffixGroup[]>;
  /** The most letters one adds. */
  readonly longest: number;
}

/** Flags with a meaning of their own; 0 where the dictionary has none for it. */
interface SpecialFlags {
  readonly needsAffix: number;
  readonly forbidden: number;
  readonly keepsCase: number;
  readonly circumfix: number;
  readonly notSuggested: number;
  readonly compoundAny: number;
  readonly compoundBegin: number;
  readonly compoundMiddle: number;
  readonly compoundEnd: number;
  readonly onlyInCompound: number;
  readonly compoundPermit: number;
  readonly compoundForbid: number;
}

export interface AffixFile {
  readonly prefixes: AffixTable;
  readonly suffixes: AffixTable;
  /** Flags that suffixes bring, so that only these are looked for behind another suffix. */
  readonly broughtBySuffixes: ReadonlySet<number>;
  readonly flags: SpecialFlags;
  readonly shortestPart: number;
  /** Letters in the order in which a wrong one is replaced. */
  readonly letters: string;
  /** Letters that are taken for each other. */
  readonly alike: readonly string[];
  readonly replacements: readonly (readonly [from: string, to: string])[];
  /** Makes a word as the dictionary writes it. */
  readonly normal: (word: string) => string;
  /** What a word's flags mean, as they stand behind the slash. */
  readonly readFlags: (text: string) => readonly number[];
}

const SPECIAL = {
  NEEDAFFIX: 'needsAffix',
  FORBIDDENWORD: 'forbidden',
  KEEPCASE: 'keepsCase',
  CIRCUMFIX: 'circumfix',
  NOSUGGEST: 'notSuggested',
  COMPOUNDFLAG: 'compoundAny',
  COMPOUNDBEGIN: 'compoundBegin',
  COMPOUNDMIDDLE: 'compoundMiddle',
  COMPOUNDEND: 'compoundEnd',
  ONLYINCOMPOUND: 'onlyInCompound',
  COMPOUNDPERMITFLAG: 'compoundPermit',
  COMPOUNDFORBIDFLAG: 'compoundForbid',
} as const satisfies Readonly<Record<string, keyof SpecialFlags>>;

const NO_FLAGS: SpecialFlags = {
  needsAffix: 0,
  forbidden: 0,
  keepsCase: 0,
  circumfix: 0,
  notSuggested: 0,
  compoundAny: 0,
  compoundBegin: 0,
  compoundMiddle: 0,
  compoundEnd: 0,
  onlyInCompound: 0,
  compoundPermit: 0,
  compoundForbid: 0,
};

/** Reads a Hunspell affix file (`.aff`, UTF-8). What it doesn't understand it leaves out. */
export function readAffixFile(text: string): AffixFile {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line) => line.trim().split(/\s+/u));
  const first = (name: string): string => lines.find(([key]) => key === name)?.[1] ?? '';
  const all = (name: string) => lines.filter(([key]) => key === name);
  const flagForm = first('FLAG');
  const oneFlag = (text: string): number => flagsIn(text, flagForm)[0] ?? 0;
  const aliases = all('AF')
    .slice(1)
    .map(([, set]) => flagsIn(set ?? '', flagForm));
  const readFlags = (text: string): readonly number[] =>
    aliases.length > 0 ? (aliases[Number(text) - 1] ?? []) : flagsIn(text, flagForm);
  const flags = { ...NO_FLAGS };
  for (const [key = '', value = ''] of lines) {
    if (Object.hasOwn(SPECIAL, key)) flags[SPECIAL[key as keyof typeof SPECIAL]] = oneFlag(value);
  }
  const suffixes = affixTable(all('SFX'), 'end', oneFlag, readFlags);
  return {
    prefixes: affixTable(all('PFX'), 'start', oneFlag, readFlags),
    suffixes,
    broughtBySuffixes: broughtBy(suffixes),
    flags,
    shortestPart: Math.max(1, Number(first('COMPOUNDMIN')) || 3),
    letters: first('TRY').toLowerCase(),
    alike: all('MAP').flatMap(([, letters = '']) => (/^\d+$/u.test(letters) ? [] : [letters])),
    replacements: all('REP').flatMap(([, from = '', to]) =>
      to === undefined ? [] : [[from.replaceAll('_', ' '), to.replaceAll('_', ' ')] as const],
    ),
    normal: normaliser(all('ICONV'), first('IGNORE')),
    readFlags,
  };
}

function flagsIn(text: string, form: string): readonly number[] {
  if (text === '') return [];
  if (form === 'num') return text.split(',').map(Number);
  if (form === 'long') {
    const pairs = text.match(/.{2}/gsu) ?? [];
    return pairs.map((pair) => pair.charCodeAt(0) * 0x1_00_00 + pair.charCodeAt(1));
  }
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
}

/** Reads the rules of prefixes (which look at the word's start) or suffixes (at its end). */
function affixTable(
  lines: readonly (readonly string[])[],
  edge: 'start' | 'end',
  oneFlag: (text: string) => number,
  readFlags: (text: string) => readonly number[],
): AffixTable {
  const crossing = new Map<string, boolean>();
  const groups = new Map<string, Map<string, AffixRule[]>>();
  let longest = 0;
  for (const [, flag = '', second = '', third = '', fourth = '.'] of lines) {
    if (!crossing.has(flag)) {
      crossing.set(flag, second === 'Y');
      continue;
    }
    const [added = '', brought = ''] = third.split('/');
    const letters = added === '0' ? '' : added;
    const strip = second === '0' ? '' : second;
    const byStrip = groups.get(letters) ?? new Map<string, AffixRule[]>();
    groups.set(letters, byStrip);
    const rules = byStrip.get(strip) ?? [];
    byStrip.set(strip, rules);
    rules.push({
      flag: oneFlag(flag),
      crosses: crossing.get(flag) ?? false,
      brings: readFlags(brought),
      condition: readCondition(fourth, edge),
    });
    longest = Math.max(longest, letters.length);
  }
  const listed = Array.from(groups, ([letters, byStrip]): [string, AffixGroup[]] => [
    letters,
    Array.from(byStrip, ([strip, rules]) => ({ strip, rules })),
  ]);
  return { groups: new Map(listed), longest };
}

/** Tests for the letters at the edge, the outermost first. */
function readCondition(text: string, edge: 'start' | 'end'): readonly LetterTest[] | null {
  if (text === '.') return null;
  const tests = (text.match(/\[[^\]]*\]|./gsu) ?? []).map((part): LetterTest => {
    if (part === '.') return { letters: null, isNegated: false };
    if (!part.startsWith('[')) return { letters: part, isNegated: false };
    const isNegated = part.startsWith('[^');
    return { letters: part.slice(isNegated ? 2 : 1, -1), isNegated };
  });
  return edge === 'end' ? tests.toReversed() : tests;
}

/** True where the rule may stand at that end of the bare word. */
export function fits({ condition }: AffixRule, word: string, edge: 'start' | 'end'): boolean {
  if (condition === null) return true;
  if (condition.length > word.length) return false;
  return condition.every(({ letters, isNegated }, at) => {
    if (letters === null) return true;
    const letter = edge === 'start' ? word[at] : word[word.length - 1 - at];
    return letter !== undefined && letters.includes(letter) !== isNegated;
  });
}

function broughtBy({ groups }: AffixTable): ReadonlySet<number> {
  const brought = new Set<number>();
  for (const list of groups.values()) {
    for (const { rules } of list) for (const rule of rules) for (const flag of rule.brings) brought.add(flag);
  }
  return brought;
}

/** Writing that every dictionary wants alike: apostrophes and the Hebrew signs that stand for them. */
const COMMON: Readonly<Record<string, string>> = { '’': "'", ʼ: "'", '׳': "'", '״': '"', '\u00AD': '', ـ: '' };
/** Points of Hebrew and Arabic, which dictionaries leave out. */
const POINTS = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u0652\u0670]/gu;

function normaliser(lines: readonly (readonly string[])[], ignored: string): (word: string) => string {
  const pairs = new Map<string, string>(Object.entries(COMMON));
  for (const [, from, to] of lines) if (from !== undefined && to !== undefined) pairs.set(from, to);
  for (const letter of ignored) pairs.set(letter, '');
  const pattern = new RegExp(Array.from(pairs.keys(), escaped).join('|'), 'gu');
  return (word) =>
    word
      .normalize('NFC')
      .replace(POINTS, '')
      .replace(pattern, (found) => pairs.get(found) ?? found);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}
