import { createContext, use, useMemo, type ReactNode } from 'react';
import { ar } from './ar/catalogue.ts';
import { american } from './en/american.ts';
import { en, type Catalogue } from './en/catalogue.ts';
import { fa } from './fa/catalogue.ts';
import { he } from './he/catalogue.ts';
import { isolate } from './isolate.ts';
import { directionOf, type Language } from './language.ts';
import { speaker, type Speaker } from './speaker.ts';

/** Everything a component needs to speak: the catalogue, and numbers and dates as the language writes them. */
export interface Words extends Catalogue, Speaker {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
}

/** Every language whole: a missing or mistyped word does not compile. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  en,
  'en-US': { ...en, app: american(en.app) },
  he,
  ar,
  fa,
};

/** The words of a language, for use outside React as well. */
export function wordsFor(language: Language): Words {
  return {
    ...CATALOGUES[language],
    ...speaker(language, CATALOGUES[language].app.justNow),
    language,
    direction: directionOf(language),
  };
}

const WordsContext = createContext<Words>(wordsFor('en'));

export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => wordsFor(language), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the interface's language. */
export function useWords(): Words {
  return use(WordsContext);
}

/** A failure as one sentence in the interface's language. English shows the exact sentence it came with. */
export function failureSentence(words: Words, failure: { readonly code: string; readonly message: string }): string {
  if (words.language === 'en' || words.language === 'en-US') return failure.message;
  const known: Readonly<Record<string, string>> = words.app.failures;
  return known[failure.code] ?? failure.message;
}

/** What an import or export left out as one sentence in the interface's language. English shows the exact one. */
export function noteSentence(
  words: Words,
  note: { readonly code: string; readonly message: string; readonly detail?: string },
): string {
  if (words.language === 'en' || words.language === 'en-US') return note.message;
  const known: Readonly<Record<string, string>> = words.notes;
  const sentence = known[note.code];
  if (sentence === undefined) return note.message;
  const { detail = '' } = note;
  return detail === '' ? `${sentence}.` : `${sentence}: ${detailWords(words, note.code, detail)}.`;
}

/** A number as the language writes it, fields as the story's panel calls them, anything else as it is. */
function detailWords(words: Words, code: string, detail: string): string {
  if (/^\d+$/u.test(detail)) return words.number(Number(detail));
  if (code !== 'fields-left-out') return isolate(detail);
  const labels: Readonly<Record<string, unknown>> = words.app.story;
  const names = detail.split(', ').map((name) => {
    const label = labels[name];
    return typeof label === 'string' ? label : isolate(name);
  });
  return new Intl.ListFormat(words.language, { type: 'unit', style: 'short' }).format(names);
}
