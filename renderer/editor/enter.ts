import { AllSelection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { attributesOf, caretBlock, changeShape, isTextBlockNode, shapeOf, type PlacedBlock } from './text-block.ts';

/**
 * Enter in the body: an empty item, quote or box line becomes a paragraph; after a heading or a pull quote comes a
 * paragraph; before them room is made; everything else is split in two of the same kind.
 */
export const enter: Command = (state, dispatch) => {
  if (state.selection instanceof AllSelection) return false;
  const block = caretBlock(state);
  if (block === null) return enterElsewhere(state, dispatch);
  const { selection } = state;
  if (selection.empty && block.node.content.size === 0 && leaveEmpty(state, block, dispatch)) return true;
  if (!dispatch) return true;
  const transaction = state.tr;
  if (!selection.empty) transaction.deleteSelection();
  split(transaction, state);
  dispatch(transaction.scrollIntoView());
  return true;
};

/** Turns the empty block one step towards a plain paragraph. False where it is one already. */
function leaveEmpty(state: EditorState, block: PlacedBlock, dispatch: Parameters<Command>[1]): boolean {
  const shape = shapeOf(block.node);
  const change =
    shape.list !== null && shape.indent > 0
      ? { indent: shape.indent - 1 }
      : shape.list !== null
        ? { list: null, indent: 0 }
        : shape.kind !== 'paragraph'
          ? { kind: 'paragraph' as const, level: null }
          : shape.box !== null
            ? { box: null }
            : null;
  if (change === null) return false;
  if (dispatch) {
    const transaction = state.tr;
    changeShape(transaction, block, change);
    dispatch(transaction.scrollIntoView());
  }
  return true;
}

function split(transaction: Transaction, state: EditorState): void {
  const { $from } = transaction.selection;
  if (!isTextBlockNode($from.parent)) return;
  const shape = shapeOf($from.parent);
  const standsAlone = shape.kind === 'heading' || shape.kind === 'pullQuote';
  const paragraph = { ...attributesOf(shape), kind: 'paragraph', level: null };
  const type = $from.parent.type;
  if (standsAlone && $from.parentOffset === 0 && $from.parent.content.size > 0) {
    transaction.insert($from.before(), type.create(paragraph));
    return;
  }
  const atEnd = $from.parentOffset === $from.parent.content.size;
  // Who said it is named after the last words of a quote.
  const { attribution } = $from.parent.attrs as Readonly<Record<string, unknown>>;
  const same = { ...$from.parent.attrs, attribution: atEnd ? null : attribution };
  if (!atEnd && attribution !== null) transaction.setNodeAttribute($from.before(), 'attribution', null);
  transaction.split($from.pos, 1, [{ type, attrs: standsAlone && atEnd ? paragraph : same }]);
  const marks = state.storedMarks ?? (atEnd && !standsAlone ? $from.marks() : null);
  if (marks !== null) transaction.ensureMarks(marks);
}

/** In a caption, and on a selected block, Enter opens a paragraph after it; in a table it goes on to the next row. */
function enterElsewhere(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { $from, $to } = state.selection;
  if ($from.depth > 1) return nextRow(state, dispatch);
  const after = $to.depth === 0 ? $to.pos : $to.after(1);
  return insertParagraph(state, after, dispatch);
}

function nextRow(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { $from } = state.selection;
  const table = $from.node(1);
  const row = $from.index(1);
  if (row + 1 >= table.childCount) return insertParagraph(state, $from.after(1), dispatch);
  const below = table.child(row + 1);
  let pos = $from.after(2) + 1;
  for (let cell = 0; cell < Math.min($from.index(2), below.childCount - 1); cell += 1)
    pos += below.child(cell).nodeSize;
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos + 1))).scrollIntoView());
  return true;
}

/** A new empty paragraph at a place between blocks, with the caret in it. */
function insertParagraph(state: EditorState, at: number, dispatch: Parameters<Command>[1]): boolean {
  const type = state.schema.nodes[NODE.textBlock];
  if (type === undefined) return false;
  if (dispatch) {
    const transaction = state.tr.insert(at, type.create());
    transaction.setSelection(TextSelection.create(transaction.doc, at + 1));
    dispatch(transaction.scrollIntoView());
  }
  return true;
}

/** A line break inside the block (Shift-Enter). */
export const lineBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes[NODE.hardBreak];
  if (type === undefined || !state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create(), false).scrollIntoView());
  return true;
};
