import type { Direction } from './inline.ts';

const RTL_LANGUAGES = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'yi', 'ckb', 'sd', 'ug', 'dv', 'syr']);
const RTL_CHARACTER = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const STRONG_CHARACTER = /\p{L}/u;
/** With the marks that are written for nothing but their direction. */
const DIRECTED = /[\p{L}\u200E\u200F\u061C]/u;

/** The direction a language is written in. */
export function languageDirection(language: string): Direction {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  return RTL_LANGUAGES.has(primary) ? 'rtl' : 'ltr';
}

/** The direction of a text by its first letter (UAX 9, rule P2, without isolates); null where it has no letter. */
export function textDirection(text: string): Direction | null {
  for (const character of text) {
    if (STRONG_CHARACTER.test(character)) return RTL_CHARACTER.test(character) ? 'rtl' : 'ltr';
  }
  return null;
}

/** Whether a direction can be read of a text at all: numbers, quotes and dashes alone have none. */
export function hasDirection(text: string): boolean {
  return DIRECTED.test(text);
}
