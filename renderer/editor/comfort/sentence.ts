import { segmenterOf } from '#shared/article/segmenter.ts';

/**
 * The sentence around a place in a text, from and to: without the space after it. A place between two sentences belongs to
 * the one before, which is the one being written.
 */
export function sentenceAround(text: string, at: number, language: string): readonly [number, number] {
  let found: readonly [number, number] = [0, text.length];
  for (const { index, segment } of segmenterOf(language, 'sentence').segment(text)) {
    if (index >= at && index > 0) break;
    found = [index, index + segment.trimEnd().length];
    if (at < index + segment.length) break;
  }
  return [found[0], Math.max(found[1], Math.min(at, text.length))];
}
