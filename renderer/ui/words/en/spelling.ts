import { isolate } from '../isolate.ts';

/** Words of spelling and languages. */
export const spelling = {
  suggestionsFor: (word: string) => `Spelling of “${isolate(word)}”`,
  looking: 'Looking for suggestions…',
  noSuggestions: 'No suggestions',
  addPersonal: 'Add to my dictionary',
  addHouse: 'Add to the house dictionary',
  ignore: 'Ignore in this article',
  languageOfWord: 'Language of this word',
  passageLanguage: 'Language of the passage',
  blockLanguage: 'Language of the block',
  asArticle: (language: string) => `As the article (${isolate(language)})`,
  next: 'Next unknown word',
  previous: 'Previous unknown word',
  suggest: 'Spelling suggestions',
  none: 'No unknown words in this article',
  notHere: 'The word at the caret is not an unknown word',
  unavailable: 'A dictionary could not be read, so some words are not checked.',
  found: (word: string) => `Unknown word: ${isolate(word)}`,
  replaced: (word: string, right: string) => `${isolate(word)} replaced with ${isolate(right)}`,
  addedPersonal: (word: string) => `Added “${isolate(word)}” to your dictionary`,
  addedHouse: (word: string) => `Added “${isolate(word)}” to the house dictionary`,
  ignored: (word: string) => `“${isolate(word)}” is ignored in this article`,

  title: 'Spelling',
  check: 'Check spelling while I write',
  also: 'Other languages in my stories',
  alsoHint: 'A story is checked in its own language. Words of the languages ticked here are right in it too.',
  myDictionary: 'My dictionary',
  addWord: 'Add a word',
  noWord: 'A word has no blanks in it, and at most 80 letters.',
  removeWord: 'Remove',
  houseHint: 'The house dictionary is the file stet-dictionary.txt in the library’s folder, one word a line.',
};

export type SpellingWords = typeof spelling;
