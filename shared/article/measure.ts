import type { Article } from './article.ts';
import { blockText } from './block.ts';
import { plainText } from './inline.ts';
import { segmenterOf } from './segmenter.ts';

/** Where words certainly end. */
const SPACE = /[ \t\n\r]+/u;
/** Between spaces certainly one word, whatever the language: asking the segmenter takes ten times as long. */
const ONE_WORD = /^["'([]*[A-Za-z]+["')\],.;:!?]*$/u;

/** Words by the rules of Unicode and the language (UAX 29 through `Intl.Segmenter`), so Thai and Japanese count too. */
export function countWords(text: string, language = 'en'): number {
  let words = 0;
  const others: string[] = [];
  for (const part of text.split(SPACE)) {
    if (ONE_WORD.test(part)) words += 1;
    else if (part !== '') others.push(part);
  }
  if (others.length === 0) return words;
  for (const segment of segmenterOf(language, 'word').segment(others.join(' ')))
    if (segment.isWordLike === true) words += 1;
  return words;
}

/** Words of the body, captions and tables included; headline and standfirst are counted by themselves. */
export function bodyWords(article: Pick<Article, 'body' | 'metadata'>): number {
  return article.body.reduce((sum, block) => sum + countWords(blockText(block), article.metadata.language), 0);
}

/** Words of headline, standfirst and body. */
export function articleWords(article: Pick<Article, 'headline' | 'standfirst' | 'body' | 'metadata'>): number {
  const { language } = article.metadata;
  return (
    countWords(plainText(article.headline), language) +
    countWords(plainText(article.standfirst), language) +
    bodyWords(article)
  );
}

/** How long a text is. */
export interface Measure {
  readonly words: number;
  /** As a reader counts: an emoji or a pointed letter is one. Line breaks don't count. */
  readonly characters: number;
  readonly withoutSpaces: number;
}

/** Words and characters of a text in a language. */
export function measureText(text: string, language: string): Measure {
  const line = text.replaceAll(/[\r\n]+/gu, '');
  const characters = countCharacters(line);
  return { words: countWords(text, language), characters, withoutSpaces: characters - spacesIn(line) };
}

/** Several lengths together. */
export function sumOf(measures: readonly Measure[]): Measure {
  let [words, characters, withoutSpaces] = [0, 0, 0];
  for (const measure of measures) {
    words += measure.words;
    characters += measure.characters;
    withoutSpaces += measure.withoutSpaces;
  }
  return { words, characters, withoutSpaces };
}

/**
 * How many minutes people take to read so much. Words or, where words are not set apart, characters a minute: means of
 * Trauzettel-Klosinski and others, Standardized assessment of reading performance, 2012 (https://doi.org/10.1167/iovs.11-8284);
 * Persian and what was not measured read like the mean of all.
 */
export function readingMinutes({ words, withoutSpaces }: Measure, language: string): number {
  const [tag = ''] = language.toLowerCase().split('-', 1);
  const characters = CHARACTERS_A_MINUTE.get(tag);
  return characters === undefined ? words / (WORDS_A_MINUTE.get(tag) ?? 184) : withoutSpaces / characters;
}

const WORDS_A_MINUTE: ReadonlyMap<string, number> = new Map([
  ['ar', 138],
  ['de', 179],
  ['en', 228],
  ['es', 218],
  ['fi', 161],
  ['fr', 195],
  ['he', 187],
  ['it', 188],
  ['nl', 202],
  ['pl', 166],
  ['pt', 181],
  ['ru', 184],
  ['sl', 180],
  ['sv', 199],
  ['tr', 166],
]);
const CHARACTERS_A_MINUTE: ReadonlyMap<string, number> = new Map([
  ['ja', 357],
  ['zh', 255],
]);

/** One code unit each, whatever stands beside it: most texts are nothing else, and asking the segmenter is slow. */
const SINGLE =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u05d0-\u05ea\u0621-\u064a\u2010-\u2027\u2030-\u203b\u20ac]*$/u;

let graphemes: Intl.Segmenter | null = null;

function countCharacters(text: string): number {
  if (SINGLE.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text)).length;
}

function spacesIn(text: string): number {
  return text.match(/\s/gu)?.length ?? 0;
}
