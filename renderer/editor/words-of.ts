import type { Node } from '@tiptap/pm/model';
import { countWords } from '#shared/article/measure.ts';

/** Blocks do not change, they are replaced: a block once counted is never counted again. */
const counted = new WeakMap<Node, { readonly language: string; readonly words: number }>();

/** The words of one block, captions and cells included, as `bodyWords` counts them. */
export function blockWords(block: Node, language: string): number {
  const known = counted.get(block);
  if (known?.language === language) return known.words;
  const words = countWords(block.textBetween(0, block.content.size, '\n', '\n'), language);
  counted.set(block, { language, words });
  return words;
}

/** The words of a whole body. */
export function documentWords(doc: Node, language: string): number {
  let words = 0;
  doc.forEach((block) => {
    words += blockWords(block, language);
  });
  return words;
}
