import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { isTextBlockNode, shapeOf } from '../text-block.ts';
import { NODE } from '#shared/document/layout.ts';

/** Where what was put in begins and ends. */
interface Placed {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts blocks at a place in the body. A lone block of text goes into the text there; several stand between what is
 * before and what is after, plain paragraphs at their ends running on from it. An empty paragraph makes room. Captions
 * and cells take the text alone, one line under the other.
 */
export function placeBlocks(transaction: Transaction, at: number, nodes: readonly Node[]): Placed {
  const $at = transaction.doc.resolve(at);
  const [first] = nodes;
  if (first === undefined) return { from: at, to: at };
  if ($at.depth === 0) return insertWhole(transaction, at, nodes);
  if (!isTextBlockNode($at.parent)) return insertInline(transaction, at, linesOf(nodes));
  const isEmpty = $at.parent.content.size === 0;
  if (isEmpty && !(isPlain(first) && !isPlain($at.parent))) {
    const from = $at.before();
    transaction.replaceWith(from, $at.after(), nodes);
    return placedWhole(from, nodes);
  }
  if (nodes.length === 1 && isTextBlockNode(first)) return insertInline(transaction, at, first.content);
  return splice(transaction, at, nodes);
}

/** Between the two halves of a block with text. */
function splice(transaction: Transaction, at: number, nodes: readonly Node[]): Placed {
  const $at = transaction.doc.resolve(at);
  const atStart = $at.parentOffset === 0;
  const atEnd = $at.parentOffset === $at.parent.content.size;
  const [first] = nodes;
  const last = nodes.at(-1);
  let rest = nodes;
  let place = at;
  if (isPlain(first) && (!atStart || atEnd)) {
    transaction.insert(place, first.content);
    place += first.content.size;
    rest = rest.slice(1);
  }
  const joinsEnd = rest.length > 0 && isPlain(last) && !atEnd;
  if (!atStart && !atEnd) transaction.split(place);
  const boundary = atEnd ? place + 1 : atStart ? place - 1 : place + 1;
  let end: number | null = null;
  if (joinsEnd) {
    transaction.insert(boundary + 1, last.content);
    end = boundary + 1 + last.content.size;
    rest = rest.slice(0, -1);
  }
  transaction.insert(boundary, rest);
  const grown = sizeOf(rest);
  if (end !== null) return { from: at, to: end + grown };
  return rest.length === 0 ? { from: at, to: place } : { ...placedWhole(boundary, rest), from: at };
}

function insertWhole(transaction: Transaction, at: number, nodes: readonly Node[]): Placed {
  transaction.insert(at, nodes);
  return placedWhole(at, nodes);
}

/** The end is inside the last block, where one would write on. */
function placedWhole(from: number, nodes: readonly Node[]): Placed {
  const to = from + sizeOf(nodes);
  return { from, to: nodes.at(-1)?.isTextblock === true ? to - 1 : to };
}

function insertInline(transaction: Transaction, at: number, content: Fragment): Placed {
  transaction.insert(at, content);
  return { from: at, to: at + content.size };
}

/** Puts text at a place, without blocks: the one way into a field of one line. */
export function placeLine(transaction: Transaction, at: number, nodes: readonly Node[]): Placed {
  const parts: Node[] = [];
  for (const node of nodes) {
    for (const text of textsIn(node)) {
      const { schema } = node.type;
      if (parts.length > 0 && text.size > 0) parts.push(schema.text(' '));
      text.forEach((inline) => parts.push(inline.isText ? inline : schema.text(' ')));
    }
  }
  return insertInline(transaction, at, Fragment.from(parts));
}

/** The caret at the end of what was put in, or beside it where nobody can write in it. */
export function caretAfter(transaction: Transaction, { to }: Placed): void {
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(Math.min(to, transaction.doc.content.size)), -1));
}

/** A paragraph and nothing else: it has no shape of its own to lose. */
export function isPlain(node: Node | undefined): node is Node {
  if (!isTextBlockNode(node)) return false;
  const { kind, list, box } = shapeOf(node);
  return kind === 'paragraph' && list === null && box === null;
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((size, node) => size + node.nodeSize, 0);
}

/** Every text of the blocks, a line break between each and the next. */
function linesOf(nodes: readonly Node[]): Fragment {
  const parts: Node[] = [];
  for (const node of nodes) {
    for (const text of textsIn(node)) {
      const lineBreak = node.type.schema.nodes[NODE.hardBreak];
      if (parts.length > 0 && lineBreak !== undefined) parts.push(lineBreak.create());
      text.forEach((inline) => parts.push(inline));
    }
  }
  return Fragment.from(parts);
}

function textsIn(node: Node): Fragment[] {
  if (node.isTextblock) return node.content.size === 0 ? [] : [node.content];
  return node.content.content.flatMap(textsIn);
}
