import type { Command } from '@tiptap/pm/state';
import { DEEPEST_INDENT, type HeadingLevel, type ListKind, type TextKind } from '#shared/article/block.ts';
import {
  changeShape,
  isTextBlockNode,
  selectedTextBlocks,
  shapeOf,
  type PlacedBlock,
  type TextBlockShape,
} from './text-block.ts';

/** What the block menu offers. */
export type BlockChoice = Exclude<TextKind, 'heading'> | `heading${HeadingLevel}`;

/** Every command here changes attributes of the blocks the selection touches, and never replaces a block. */
function changing(change: (block: PlacedBlock) => Partial<TextBlockShape>): Command {
  return (state, dispatch) => {
    const blocks = selectedTextBlocks(state);
    if (blocks.length === 0) return false;
    if (dispatch) {
      const transaction = state.tr;
      for (const block of blocks) changeShape(transaction, block, change(block));
      dispatch(transaction.scrollIntoView());
    }
    return true;
  };
}

/** Makes the blocks of that kind. Headings and pull quotes are no list items; the others may be. */
export function setKind(choice: BlockChoice): Command {
  return changing(() => shapeFor(choice));
}

function shapeFor(choice: BlockChoice): Partial<TextBlockShape> {
  switch (choice) {
    case 'heading2':
      return { kind: 'heading', level: 2, list: null, indent: 0 };
    case 'heading3':
      return { kind: 'heading', level: 3, list: null, indent: 0 };
    case 'heading4':
      return { kind: 'heading', level: 4, list: null, indent: 0 };
    case 'paragraph':
    case 'blockQuote':
    case 'pullQuote':
    case 'correction':
      return { kind: choice, level: null, list: null, indent: 0 };
  }
}

/** The choice that describes a block. */
export function choiceOf(shape: TextBlockShape): BlockChoice {
  if (shape.kind !== 'heading') return shape.kind;
  return `heading${shape.level ?? 2}`;
}

/** Makes the blocks of that kind, or paragraphs where all are of it already. */
export function toggleKind(choice: BlockChoice): Command {
  return (state, dispatch, view) => {
    const all = selectedTextBlocks(state).every(({ node }) => choiceOf(shapeOf(node)) === choice);
    return setKind(all ? 'paragraph' : choice)(state, dispatch, view);
  };
}

/** Makes the blocks items of that list, or takes them out where all are. */
export function toggleList(list: ListKind): Command {
  return (state, dispatch, view) => {
    const all = selectedTextBlocks(state).every(({ node }) => shapeOf(node).list === list);
    const change = changing(({ node }) => {
      if (all) return { list: null, indent: 0 };
      const { kind, indent } = shapeOf(node);
      const listed = kind === 'blockQuote' ? kind : 'paragraph';
      return { kind: listed, level: null, list, indent };
    });
    return change(state, dispatch, view);
  };
}

/**
 * Indents list items by one (`by` 1) or back (`by` -1). An item is never more than one deeper than the item before it.
 * True wherever the selection touches a list, so that Tab does not leave it by surprise.
 */
export function indentItems(by: 1 | -1): Command {
  return (state, dispatch) => {
    const items = selectedTextBlocks(state).filter(({ node }) => shapeOf(node).list !== null);
    const [first] = items;
    if (first === undefined) return false;
    const before = state.doc.resolve(first.pos).nodeBefore;
    const above = isTextBlockNode(before) && shapeOf(before).list !== null ? shapeOf(before).indent : -1;
    if (by === 1 && shapeOf(first.node).indent > above) return true;
    if (dispatch) {
      const transaction = state.tr;
      for (const item of items) {
        const indent = Math.min(DEEPEST_INDENT, Math.max(0, shapeOf(item.node).indent + by));
        changeShape(transaction, item, { indent });
      }
      if (transaction.docChanged) dispatch(transaction.scrollIntoView());
    }
    return true;
  };
}

/** Puts the blocks into one fact box (a neighbour's, where one touches it), or out where all are in one. */
export function toggleBox(newName: () => string): Command {
  return (state, dispatch, view) => {
    const blocks = selectedTextBlocks(state);
    const [first] = blocks;
    const last = blocks.at(-1);
    if (first === undefined || last === undefined) return false;
    if (blocks.every(({ node }) => shapeOf(node).box !== null))
      return changing(() => ({ box: null }))(state, dispatch, view);
    const inside = blocks.map(({ node }) => shapeOf(node).box).find((box) => box !== null);
    const before = state.doc.resolve(first.pos).nodeBefore;
    const after = state.doc.resolve(last.pos + last.node.nodeSize).nodeAfter;
    const touching = [before, after].map((node) => (isTextBlockNode(node) ? shapeOf(node).box : null));
    const box = inside ?? touching.find((name) => name !== null) ?? newName();
    return changing(() => ({ box }))(state, dispatch, view);
  };
}
