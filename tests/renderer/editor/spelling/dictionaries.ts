import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SpellingLanguage } from '#shared/contract/spelling.ts';
import { readDictionary, type Dictionary } from '#renderer/editor/spelling/dictionary.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

const PLACES: Readonly<Record<SpellingLanguage, string>> = {
  'en-US': 'node_modules/dictionary-en',
  'en-GB': 'node_modules/dictionary-en-gb',
  he: 'node_modules/dictionary-he',
  ar: 'electron/dictionaries/ar',
  fa: 'node_modules/dictionary-fa',
  fr: 'node_modules/dictionary-fr',
  de: 'node_modules/dictionary-de',
  es: 'node_modules/dictionary-es',
};

const read = new Map<SpellingLanguage, Dictionary>();

/** The dictionary as it is shipped, read once for all tests of a file. */
export function dictionary(language: SpellingLanguage): Dictionary {
  const known = read.get(language);
  if (known !== undefined) return known;
  const file = (kind: string): string => readFileSync(path.join(ROOT, PLACES[language], `index.${kind}`), 'utf8');
  const made = readDictionary(file('aff'), file('dic'));
  read.set(language, made);
  return made;
}
