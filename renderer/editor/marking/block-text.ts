import type { Node } from '@tiptap/pm/model';

/** One run of text in a block: a paragraph, a caption, a cell. */
export interface BlockText {
  readonly text: string;
  /** Where its first character stands, counted from the start of the block's content. */
  readonly at: number;
}

const read = new WeakMap<Node, readonly BlockText[]>();

/**
 * The texts of a top-level block: one, or one for each cell of a table; none where it holds no text. Each character
 * is one position (a line break is `\n`), so the character at `i` stands at `at + i`. Kept for as long as the block is.
 */
export function blockTexts(block: Node): readonly BlockText[] {
  const known = read.get(block);
  if (known !== undefined) return known;
  const texts = block.inlineContent ? [{ text: textOf(block), at: 0 }] : textsInside(block);
  read.set(block, texts);
  return texts;
}

function textsInside(block: Node): BlockText[] {
  const texts: BlockText[] = [];
  block.descendants((node, at) => {
    if (!node.inlineContent) return true;
    texts.push({ text: textOf(node), at: at + 1 });
    return false;
  });
  return texts;
}

function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, '', '\n');
}
