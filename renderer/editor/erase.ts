import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { caretBlock, changeShape, isTextBlockNode, shapeOf, type PlacedBlock } from './text-block.ts';

type Dispatch = Parameters<Command>[1];

/**
 * Backspace at the start of a block: first takes away what the block is (indent, list, heading, quote, box), an
 * attribute at a time, and only then joins it with the one before. An empty neighbour goes instead of being joined,
 * so that the one with the text stays the same block.
 */
export const backspaceAtStart: Command = (state, dispatch) => {
  const block = caretBlock(state);
  const { selection } = state;
  if (block === null || !selection.empty || selection.$from.parentOffset > 0) return false;
  const plainer = plainerShape(state, block);
  if (plainer !== null) {
    if (dispatch) {
      const transaction = state.tr;
      changeShape(transaction, block, plainer);
      dispatch(transaction.scrollIntoView());
    }
    return true;
  }
  const before = state.doc.resolve(block.pos).nodeBefore;
  if (before === null) return false;
  return meet(state, { node: before, pos: block.pos - before.nodeSize }, block, dispatch);
};

/** Delete at the end of a block: the mirror image, without changing what either block is. */
export const deleteAtEnd: Command = (state, dispatch) => {
  const block = caretBlock(state);
  const { selection } = state;
  if (block === null || !selection.empty || selection.$from.parentOffset < block.node.content.size) return false;
  const pos = block.pos + block.node.nodeSize;
  const after = state.doc.resolve(pos).nodeAfter;
  if (after === null) return false;
  if (isTextBlockNode(after)) return meet(state, block, { node: after, pos }, dispatch);
  if (block.node.content.size === 0 && state.doc.childCount > 1) return removeEmpty(state, block, dispatch, 'forward');
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, pos)).scrollIntoView());
  return true;
};

function plainerShape(state: EditorState, block: PlacedBlock): Parameters<typeof changeShape>[2] | null {
  const shape = shapeOf(block.node);
  if (shape.list !== null) return { list: null, indent: 0 };
  if (shape.kind !== 'paragraph') return { kind: 'paragraph', level: null };
  const before = state.doc.resolve(block.pos).nodeBefore;
  const startsBox = shape.box !== null && (!isTextBlockNode(before) || shapeOf(before).box !== shape.box);
  return startsBox ? { box: null } : null;
}

function meet(state: EditorState, first: PlacedBlock, second: PlacedBlock, dispatch: Dispatch): boolean {
  if (!isTextBlockNode(first.node)) {
    if (second.node.content.size === 0) return removeEmpty(state, second, dispatch, 'backward');
    if (!NodeSelection.isSelectable(first.node)) return false;
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, first.pos)).scrollIntoView());
    return true;
  }
  if (first.node.content.size === 0) return removeEmpty(state, first, dispatch, 'forward');
  if (second.node.content.size === 0) return removeEmpty(state, second, dispatch, 'backward');
  if (dispatch) {
    const transaction = state.tr.join(second.pos);
    // Who said it stays with the words.
    const speaker = speakerOf(second.node);
    if (speaker !== null && speakerOf(first.node) === null) {
      transaction.setNodeAttribute(first.pos, 'attribution', speaker);
    }
    dispatch(transaction.scrollIntoView());
  }
  return true;
}

function speakerOf({ attrs }: Node): string | null {
  const { attribution } = attrs as Readonly<Record<string, unknown>>;
  return typeof attribution === 'string' && attribution !== '' ? attribution : null;
}

/** Removes the empty block; the caret goes to the end of the block before or the start of the one after. */
function removeEmpty(
  state: EditorState,
  block: PlacedBlock,
  dispatch: Dispatch,
  towards: 'backward' | 'forward',
): boolean {
  if (!dispatch) return true;
  const transaction = state.tr.delete(block.pos, block.pos + block.node.nodeSize);
  const beside = transaction.doc.resolve(block.pos);
  const neighbour = towards === 'backward' ? beside.nodeBefore : beside.nodeAfter;
  if (neighbour !== null && neighbour.isAtom) {
    const pos = towards === 'backward' ? block.pos - neighbour.nodeSize : block.pos;
    transaction.setSelection(NodeSelection.create(transaction.doc, pos));
  } else {
    transaction.setSelection(TextSelection.near(beside, towards === 'backward' ? -1 : 1));
  }
  dispatch(transaction.scrollIntoView());
  return true;
}
