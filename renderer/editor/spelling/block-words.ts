import type { Node } from '@tiptap/pm/model';
import { blockTexts } from '../marking/block-text.ts';
import { wordsIn } from './words-in.ts';

/** A word of a block, counted from the start of the block's content. */
export interface BlockWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** The language it is marked as being in, by itself or with its block; null: the article's. */
  readonly language: string | null;
}

const read = new WeakMap<Node, readonly BlockWord[]>();

/** The words of a top-level block that a dictionary can judge, kept for as long as the block is. */
export function blockWords(block: Node): readonly BlockWord[] {
  const known = read.get(block);
  if (known !== undefined) return known;
  const language = tagIn(block.attrs['language']);
  const passages = markedPassages(block);
  const words = blockTexts(block).flatMap(({ text, at }) =>
    wordsIn(text).map((word) => ({ ...word, at: word.at + at })),
  );
  const placed = words.flatMap(({ word, at }): BlockWord[] => {
    const passage = passages.find(({ from, to }) => at >= from && at < to);
    if (passage?.isChecked === true) return [];
    return [{ word, from: at, to: at + word.length, language: passage?.language ?? language }];
  });
  read.set(block, placed);
  return placed;
}

interface MarkedPassage {
  readonly from: number;
  readonly to: number;
  readonly language: string | null;
  /** Marked as checked and right as it is (CQ). */
  readonly isChecked: boolean;
}

function markedPassages(block: Node): readonly MarkedPassage[] {
  const passages: MarkedPassage[] = [];
  block.descendants((node, from) => {
    if (!node.isText || node.marks.length === 0) return;
    const language = tagIn(node.marks.find(({ type }) => type.name === 'language')?.attrs['tag']);
    const isChecked = node.marks.some(({ type }) => type.name === 'cq');
    if (language !== null || isChecked) passages.push({ from, to: from + node.nodeSize, language, isChecked });
  });
  return passages;
}

function tagIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
