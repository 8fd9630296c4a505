import { countWords } from '#shared/article/measure.ts';
import { segmenterOf } from '#shared/article/segmenter.ts';
import type { Passage } from './check.ts';

export interface LongSentence {
  readonly words: number;
  readonly at: Passage;
}

/** The sentences of a text that have more than so many words, by the rules of the language (UAX 29). */
export function findLongSentences(text: string, language: string, most: number): readonly LongSentence[] {
  // No word is shorter than two characters with its space; most texts end here.
  if (most <= 0 || text.length < most * 2 || countWords(text, language) <= most) return [];
  const found: LongSentence[] = [];
  for (const { segment, index } of segmenterOf(language, 'sentence').segment(text)) {
    const sentence = segment.trim();
    const words = countWords(sentence, language);
    if (words <= most) continue;
    const from = index + segment.indexOf(sentence);
    found.push({ words, at: { from, to: from + sentence.length } });
  }
  return found;
}
