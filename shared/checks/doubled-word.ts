import type { Fix, Passage } from './check.ts';

export interface DoubledWord {
  readonly word: string;
  /** True where the language doubles this word, or a name may be doubled. */
  readonly mayBeMeant: boolean;
  readonly at: Passage;
  readonly fix: Extract<Fix, { kind: 'replace' }>;
}

/** A word may hold joiners of no width, as in Persian. Without the flag `i`, which makes such classes slow to prepare. */
const WORD = /\p{L}[\p{L}\p{M}\p{Join_Control}]*/gu;
const GAP = /^[ \t\u00a0]+$/u;
/** What makes a longer word of the one before or after it. */
const JOINED_BEFORE = /[\p{M}\p{N}_\p{Join_Control}'’׳״-]$/u;
const JOINED_AFTER = /^(?:[\p{N}_׳״-]|['’"]\p{L})/u;

/** Words that a language doubles rightly, or for emphasis. Beside names, which may double anywhere. */
const LEGITIMATE: Readonly<Record<string, string>> = {
  en: 'had that her very really so no ha bye now there hear yeah many long far more again over well never knock blah',
  he: 'לאט יום מעט אחד אחת שניים שתיים איש רגע מהר טוב צעד הרבה מאוד דור שוב כן לא שם פה כל אט לבד חתיכות קבוצות בית עוד',
  ar: 'رويدا رويدًا جدا جدًا جداً يوما يومًا واحدا واحدًا صفا صفًا كلا قليلا قليلًا قليلاً خطوة نعم لا شيئا دكا',
  fa: 'کم یواش آرام تک دسته قطره گروه پاره رفته تکه ریز خیلی دو فوج نفر گاه چند جفت یک سه بله نه دانه نرم خرد لنگ لنگان بخش',
  de: 'die der das den dem sie ihr sich sehr nein ja weit',
  fr: 'nous vous faire très non oui si petit',
  es: 'no sí muy ya poco casi',
  it: 'piano molto no sì appena man via quasi sì',
  pt: 'não sim muito já quase',
  nl: 'dat die zij heel nee ja',
  sv: 'det den som mycket nej ja',
  ru: 'да нет очень чуть еле',
};

const KNOWN = new Map(Object.entries(LEGITIMATE).map(([language, words]) => [language, new Set(words.split(' '))]));

/**
 * A word that stands twice. `language` is the first part of a BCP 47 tag; of languages we know nothing about, and of
 * those that double words as a matter of course (Turkish, Hindi, Vietnamese …), every doubling may be meant.
 */
export function findDoubled(text: string, language: string): readonly DoubledWord[] {
  const known = KNOWN.get(language);
  const found: DoubledWord[] = [];
  let last: RegExpExecArray | null = null;
  for (const next of text.matchAll(WORD)) {
    const first = last;
    last = next;
    if (first === null || !isSecond(text, first, next)) continue;
    const [word] = first;
    const to = next.index + next[0].length;
    const isName = first.index > 0 && isCapital(word) && isCapital(next[0]);
    found.push({
      word,
      mayBeMeant: known === undefined || isName || known.has(word.toLowerCase()),
      at: { from: first.index, to },
      fix: { kind: 'replace', at: { from: first.index + word.length, to }, text: '' },
    });
    // Of three in a row the second belongs to the first alone.
    last = null;
  }
  return found;
}

/** Whether `next` is `first` once more, with nothing but space between them, and both are whole words. */
function isSecond(text: string, first: RegExpExecArray, next: RegExpExecArray): boolean {
  if (first[0].length !== next[0].length || first[0].toLowerCase() !== next[0].toLowerCase()) return false;
  const end = first.index + first[0].length;
  const to = next.index + next[0].length;
  return (
    GAP.test(text.slice(end, next.index)) &&
    !JOINED_BEFORE.test(text.slice(Math.max(0, first.index - 2), first.index)) &&
    !JOINED_AFTER.test(text.slice(to, to + 3))
  );
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
