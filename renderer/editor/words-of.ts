import type { Node } from '@tiptap/pm/model';
import { countWords, measureText, sumOf, type Measure } from '#shared/article/measure.ts';
import { perBlock } from './per-block.ts';

/** Blocks do not change, they are replaced: a block once counted is never counted again. */
const counted = new WeakMap<Node, { readonly language: string; readonly words: number }>();
const measured = new WeakMap<Node, { readonly language: string; readonly measure: Measure }>();

/** The words of one block, captions and cells included, as `bodyWords` counts them. */
export function blockWords(block: Node, language: string): number {
  const known = counted.get(block);
  if (known?.language === language) return known.words;
  const words = countWords(textOf(block), language);
  counted.set(block, { language, words });
  return words;
}

const wordsByBlock = perBlock(blockWords);

/** The words of a whole body. */
export function documentWords(doc: Node, language: string): number {
  return wordsByBlock(doc, language).reduce((all, words) => all + words, 0);
}

/** The words between two places of a document; of blocks that are there whole, as they are known. */
export function wordsBetween(doc: Node, from: number, to: number, language: string): number {
  let words = 0;
  doc.nodesBetween(from, to, (block, pos) => {
    const [first, last] = [Math.max(0, from - pos - 1), Math.min(block.content.size, to - pos - 1)];
    const isAll = first === 0 && last === block.content.size;
    if (isAll) words += blockWords(block, language);
    else if (first < last) words += countWords(block.textBetween(first, last, '\n', '\n'), language);
    return false;
  });
  return words;
}

/** Words and characters of the blocks from `from` to before `to`. */
export function measureBlocks(doc: Node, language: string, from = 0, to = doc.childCount): Measure {
  const measures: Measure[] = [];
  for (let at = from; at < to; at += 1) measures.push(measureBlock(doc.child(at), language));
  return sumOf(measures);
}

function measureBlock(block: Node, language: string): Measure {
  const known = measured.get(block);
  if (known?.language === language) return known.measure;
  const measure = measureText(textOf(block), language);
  measured.set(block, { language, measure });
  return measure;
}

function textOf(block: Node): string {
  return block.textBetween(0, block.content.size, '\n', '\n');
}
