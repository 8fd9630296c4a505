import { createContext, use, useMemo, type ReactNode } from 'react';
import { app as arApp } from './ar/app.ts';
import { desk as arDesk } from './ar/desk.ts';
import { editor as arEditor } from './ar/editor.ts';
import { american } from './en/american.ts';
import { app as enApp, type AppWords } from './en/app.ts';
import { desk as enDesk, type DeskWords } from './en/desk.ts';
import { editor as enEditor, type EditorWords } from './en/editor.ts';
import { app as faApp } from './fa/app.ts';
import { desk as faDesk } from './fa/desk.ts';
import { editor as faEditor } from './fa/editor.ts';
import { app as heApp } from './he/app.ts';
import { desk as heDesk } from './he/desk.ts';
import { editor as heEditor } from './he/editor.ts';
import { directionOf, type Language } from './language.ts';
import { speaker, type Speaker } from './speaker.ts';

export interface Catalogue {
  readonly app: AppWords;
  readonly editor: EditorWords;
  readonly desk: DeskWords;
}

/** Everything a component needs to speak: the catalogue, and numbers and dates as the language writes them. */
export interface Words extends Catalogue, Speaker {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
}

/** Every language whole: a missing or mistyped word does not compile. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  en: { app: enApp, editor: enEditor, desk: enDesk },
  'en-US': { app: american(enApp), editor: enEditor, desk: enDesk },
  he: { app: heApp, editor: heEditor, desk: heDesk },
  ar: { app: arApp, editor: arEditor, desk: arDesk },
  fa: { app: faApp, editor: faEditor, desk: faDesk },
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
