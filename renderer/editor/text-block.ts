import type { Attrs, Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { TEXT_KINDS, type HeadingLevel, type ListKind, type TextKind } from '#shared/article/block.ts';
import { NODE } from '#shared/document/layout.ts';

/** What a text block is, as its attributes say; absent ones by their defaults. */
export interface TextBlockShape {
  readonly kind: TextKind;
  readonly level: HeadingLevel | null;
  readonly list: ListKind | null;
  readonly indent: number;
  readonly box: string | null;
}

/** A block of a document with the position just before it. */
export interface PlacedBlock {
  readonly node: Node;
  readonly pos: number;
}

export function isTextBlockNode(node: Node | null | undefined): node is Node {
  return node?.type.name === NODE.textBlock;
}

export function shapeOf(node: Node): TextBlockShape {
  const { kind, level, list, indent, box } = node.attrs as Readonly<Record<string, unknown>>;
  const known = TEXT_KINDS.find((candidate) => candidate === kind) ?? 'paragraph';
  return {
    kind: known,
    level: known === 'heading' ? (level === 3 || level === 4 ? level : 2) : null,
    list: list === 'bulleted' || list === 'numbered' ? list : null,
    indent: typeof indent === 'number' ? indent : 0,
    box: typeof box === 'string' && box !== '' ? box : null,
  };
}

/** The attribute values of a change; null takes an attribute away, so that its default holds. */
export function attributesOf(change: Partial<TextBlockShape>): Attrs {
  const attributes: Record<string, unknown> = { ...change };
  if (change.indent === 0) attributes['indent'] = null;
  return attributes;
}

/** The text blocks the selection touches, in order. */
export function selectedTextBlocks(state: EditorState): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (isTextBlockNode(node)) blocks.push({ node, pos });
    return false;
  });
  return blocks;
}

/** The text block the caret stands in, with its place; null in captions, cells and on selected blocks. */
export function caretBlock(state: EditorState): PlacedBlock | null {
  const { $from } = state.selection;
  return isTextBlockNode($from.parent) ? { node: $from.parent, pos: $from.before() } : null;
}

/**
 * Changes attributes of a block in place: the node stays the same one, so what colleagues type in it meanwhile stays.
 * Attributes that have the value already are left alone.
 */
export function changeShape(transaction: Transaction, block: PlacedBlock, change: Partial<TextBlockShape>): void {
  for (const [name, value] of Object.entries(attributesOf(change))) {
    if ((block.node.attrs as Readonly<Record<string, unknown>>)[name] !== value) {
      transaction.setNodeAttribute(block.pos, name, value);
    }
  }
}
