/** What is written in place of the last characters, the one just typed included. */
export interface Retyped {
  /** How many characters it stands for. */
  readonly back: number;
  readonly text: string;
}

interface Quotes {
  readonly open: string;
  readonly close: string;
  readonly openInner: string;
  readonly closeInner: string;
}

const NARROW_SPACE = '\u202f';
const APOSTROPHE = '’';
const GERSHAYIM = '״';
const GERESH = '׳';

function quotes(open: string, close: string, openInner = '‘', closeInner = '’'): Quotes {
  return { open, close, openInner, closeInner };
}

const CURLY = quotes('“', '”');
const LOW = quotes('„', '“', '‚', '‘');
const LOW_HIGH = quotes('„', '”', '‚', '’');
const ANGLES = quotes('«', '»', '‹', '›');
const SWEDISH = quotes('”', '”', '’', '’');

/** By language, or by language and country where they differ; anything else is written as in English. */
const QUOTES: Readonly<Record<string, Quotes>> = {
  de: LOW,
  'de-ch': ANGLES,
  'de-li': ANGLES,
  cs: LOW,
  sk: LOW,
  sl: LOW,
  bg: LOW,
  pl: LOW_HIGH,
  ro: LOW_HIGH,
  hu: LOW_HIGH,
  fr: quotes(`«${NARROW_SPACE}`, `${NARROW_SPACE}»`, APOSTROPHE, APOSTROPHE),
  'fr-ch': quotes('«', '»', APOSTROPHE, APOSTROPHE),
  it: quotes('“', '”', APOSTROPHE, APOSTROPHE),
  es: quotes('«', '»'),
  'es-es': quotes('«', '»'),
  ru: ANGLES,
  uk: ANGLES,
  el: ANGLES,
  nb: ANGLES,
  sv: SWEDISH,
  fi: SWEDISH,
  ar: ANGLES,
  fa: ANGLES,
};

/** Spanish of America quotes as English does. */
function quotesOf(language: string): Quotes {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  if (primary === 'es' && tag !== 'es' && tag !== 'es-es') return CURLY;
  return QUOTES[tag] ?? QUOTES[primary] ?? CURLY;
}

/** Addresses, paths, markup and code: what is typed there is meant to the letter. */
const CODE = /^(?:[\w+.-]+:\/\/|www\.|mailto:|\.{0,2}\/|~\/)|[`=<>{}\\|_]|\w@\w|\w\.\w+\//u;
const OPENING = /(?:^|[\s([{¿¡/–—\u2066-\u2069-])$/u;

/** True where the last word of a text is no prose. */
export function endsInCode(before: string): boolean {
  const word = /\S*$/u.exec(before)?.[0] ?? '';
  return CODE.test(word) || (before.split('`').length - 1) % 2 === 1;
}

/**
 * The quotation mark that a straight one becomes behind `before`, the text of its block up to it; null where it stays,
 * as the prime of a measure or in code.
 */
export function smartQuote(before: string, typed: string, language: string): Retyped | null {
  if (endsInCode(before)) return null;
  const marks = quotesOf(language);
  const text = typed === '"' ? doubleQuote(before, language, marks) : singleQuote(before, language, marks);
  return text === null ? null : { back: 1, text };
}

function doubleQuote(before: string, language: string, { open, close, openInner }: Quotes): string | null {
  const last = before.at(-1) ?? '';
  const isOpen = isUnclosed(before, open.trim(), close.trim());
  if (OPENING.test(before) || last === openInner) return last === NARROW_SPACE && isOpen ? '»' : open;
  if (/\p{Nd}/u.test(last)) return isOpen ? close : null;
  if (isHebrew(language) && /\p{Script=Hebrew}/u.test(last)) return isOpen ? close : GERSHAYIM;
  return close;
}

function singleQuote(before: string, language: string, { open, openInner, closeInner }: Quotes): string | null {
  const last = before.at(-1) ?? '';
  const isOpen = isUnclosed(before.replaceAll(/\p{L}’(?=\p{L})/gu, ''), openInner, closeInner);
  if (OPENING.test(before) || (last !== '' && open.endsWith(last))) return openInner;
  if (/\p{Nd}/u.test(last)) return isOpen ? closeInner : null;
  if (/\p{L}|\p{M}/u.test(last)) {
    if (isOpen) return closeInner;
    return isHebrew(language) && /\p{Script=Hebrew}/u.test(last) ? GERESH : APOSTROPHE;
  }
  return isOpen ? closeInner : APOSTROPHE;
}

function isHebrew(language: string): boolean {
  return /^(?:he|yi)(?:-|$)/iu.test(language);
}

function isUnclosed(text: string, open: string, close: string): boolean {
  if (open === close) return (text.split(open).length - 1) % 2 === 1;
  return text.lastIndexOf(open) > text.lastIndexOf(close);
}

/** Whether the two letters are worth a look at the text before them: next to none are. */
export function mayMend(last: string, typed: string): boolean {
  return last === '”' ? /\p{Script=Hebrew}/u.test(typed) : typed === 's' && /\d/u.test(last);
}

/**
 * What must be put right in the text before a letter, now that it is known that the word goes on: gershayim within quoted
 * words (`צה”` and then `ל`), and the apostrophe of a decade (`‘90` and then `s`).
 */
export function mended(before: string, typed: string, language: string): Retyped | null {
  if (isHebrew(language) && /\p{Script=Hebrew}”$/u.test(before)) return { back: 2, text: `${GERSHAYIM}${typed}` };
  const decade = /(?:^|\s)‘(\d\d)$/u.exec(before)?.[1];
  return decade === undefined || typed !== 's' ? null : { back: 4, text: `${APOSTROPHE}${decade}s` };
}

/** The dash or ellipsis that hyphens and full stops become; null where they stay, as at the start of a block. */
export function smartDash(before: string, typed: string): Retyped | null {
  if (endsInCode(before)) return null;
  if (typed === '-') {
    if (/(?:^|[^-<!])–$/u.test(before)) return { back: 2, text: '—' };
    return /[^-<!]-$/u.test(before) ? { back: 2, text: '–' } : null;
  }
  return /(?:^|[^./])\.\.$/u.test(before) ? { back: 3, text: '…' } : null;
}
