import { SPELLING_LANGUAGES, type SpellingLanguage } from '#shared/contract/spelling.ts';

/** The letters a language is written in. */
export type Script = 'Latin' | 'Hebrew' | 'Arabic';

const SCRIPTS: Readonly<Record<SpellingLanguage, Script>> = {
  'en-GB': 'Latin',
  'en-US': 'Latin',
  he: 'Hebrew',
  ar: 'Arabic',
  fa: 'Arabic',
  fr: 'Latin',
  de: 'Latin',
  es: 'Latin',
};

/** Where English is written as in the United States. */
const AMERICAN = /^en-(US|PH|PR|LR|Latn-US)\b/iu;

/** The dictionary for a language tag (BCP 47), or null where there is none. */
function dictionaryFor(tag: string): SpellingLanguage | null {
  const primary = tag.split('-')[0]?.toLowerCase();
  if (primary === 'en') return AMERICAN.test(tag) ? 'en-US' : 'en-GB';
  return SPELLING_LANGUAGES.find((language) => language === primary) ?? null;
}

/** What a writer says of the languages of an article. */
export interface WritersLanguages {
  /** BCP 47. */
  readonly article: string;
  /** Languages the writer accepts beside it. */
  readonly ticked: readonly SpellingLanguage[];
}

/**
 * The dictionaries that judge a passage, in order; none: nobody judges it. A passage that is marked as being in a
 * language is judged by that one alone. Any other is judged by the article's and by the ticked ones together: a word
 * is right where one of them has it.
 */
export function judgesOf(marked: string | null, { article, ticked }: WritersLanguages): readonly SpellingLanguage[] {
  const first = dictionaryFor(marked ?? article);
  if (marked !== null) return first === null ? [] : [first];
  if (first !== null) return [first, ...ticked.filter((language) => language !== first)];
  // The article's own letters are not judged by other languages that happen to share them.
  const script = scriptOfTag(article);
  return ticked.filter((language) => SCRIPTS[language] !== script);
}

/** Of these languages the ones that are written in the word's letters. */
export function readersOf(word: string, languages: readonly SpellingLanguage[]): readonly SpellingLanguage[] {
  const script = scriptOf(word);
  return languages.filter((language) => SCRIPTS[language] === script);
}

/** The letters a word is written in, by the first that says; null for letters no dictionary here is of. */
export function scriptOf(word: string): Script | null {
  for (const letter of word) {
    if (letter < '\u0250') {
      if (/\p{L}/u.test(letter)) return 'Latin';
    } else if (/\p{Script=Hebrew}/u.test(letter)) return 'Hebrew';
    else if (/\p{Script=Arabic}/u.test(letter)) return 'Arabic';
    else if (/\p{L}/u.test(letter)) return /\p{Script=Latin}/u.test(letter) ? 'Latin' : null;
  }
  return null;
}

function scriptOfTag(tag: string): Script | null {
  const script = new Intl.Locale(/^[a-z]{2,3}(-|$)/iu.test(tag) ? tag : 'und').maximize().script;
  if (script === 'Hebr') return 'Hebrew';
  if (script === 'Arab') return 'Arabic';
  return script === 'Latn' ? 'Latin' : null;
}
