import type { Fix, Passage } from './check.ts';

export interface DoubledWord {
  readonly word: string;
  /** True where the language doubles this word, or a name may be doubled. */
  readonly mayBeMeant: boolean;
  readonly at: Passage;
  readonly fix: Extract<Fix, { kind: 'replace' }>;
}

/** A word may hold apostrophes and, as in Persian, joiners of no width. */
const DOUBLED =
  /(?<![\p{L}\p{M}\p{N}_\p{Join_Control}'’׳״-])(\p{L}[\p{L}\p{M}\p{Join_Control}]*)([ \t\u00a0]+)\1(?![\p{L}\p{M}\p{N}_\p{Join_Control}׳״-]|['’"]\p{L})/giu;

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
  return Array.from(text.matchAll(DOUBLED), ({ index, 0: whole, 1: word = '', 2: gap = '' }): DoubledWord => {
    const to = index + whole.length;
    const second = whole.slice(word.length + gap.length);
    const isName = index > 0 && isCapital(word) && isCapital(second);
    return {
      word,
      mayBeMeant: known === undefined || isName || known.has(word.toLowerCase()),
      at: { from: index, to },
      fix: { kind: 'replace', at: { from: index + word.length, to }, text: '' },
    };
  });
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
