import type { Article } from './article.ts';
import { blockText } from './block.ts';
import { plainText } from './inline.ts';

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
  for (const segment of wordSegmenter(language).segment(others.join(' '))) if (segment.isWordLike === true) words += 1;
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

const segmenters = new Map<string, Intl.Segmenter>();

function wordSegmenter(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    try {
      segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    } catch {
      segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    }
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
