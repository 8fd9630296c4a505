import { NodeSelection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { foldsIn } from '../folding.ts';
import { blockPosition, moveBlocks } from '../sections.ts';

/** The blocks of the body that the selection touches: the first one's index, and that just past the last. */
function selectedRange({ selection, doc }: EditorState): { readonly from: number; readonly to: number } {
  const from = selection.$from.index(0);
  const end = selection.$to.index(0);
  // A selection of whole blocks ends before the next one; a caret or a selection of text, inside its last block.
  const to = selection.$to.depth === 0 && selection.to > selection.from ? end : end + 1;
  return { from, to: Math.min(Math.max(to, from + 1), doc.childCount) };
}

/** The same with all that is folded away beneath them, which moves along. */
export function movingRange(state: EditorState): { readonly from: number; readonly to: number } {
  const { from, to } = selectedRange(state);
  return { from, to: pastFold(state, to - 1) };
}

/** The index past a block, and past what is folded away beneath it. */
export function pastFold(state: EditorState, index: number): number {
  const pos = blockPosition(state.doc, index);
  const fold = foldsIn(state).find((each) => each.pos === pos);
  return fold === undefined ? index + 1 : state.doc.resolve(fold.end).index(0);
}

/** The index of a block; where it is folded away, of the heading that one sees. */
function seenAt(state: EditorState, index: number): number {
  const pos = blockPosition(state.doc, index);
  const fold = foldsIn(state).find((each) => each.pos < pos && pos < each.end);
  return fold === undefined ? index : state.doc.resolve(fold.pos).index(0);
}

/** Moves the blocks that the selection touches past the neighbour that one sees, and the selection with them. */
export function moveBlocksBy(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { from, to } = movingRange(state);
    if (by === 1 ? to >= state.doc.childCount : from === 0) return false;
    const before = by === 1 ? pastFold(state, to) : seenAt(state, from - 1);
    return moveBlocksTo(from, to, before)(state, dispatch);
  };
}

/** Moves blocks as the outline moves sections; the whole selection goes along, where it is inside them. */
export function moveBlocksTo(from: number, to: number, before: number): Command {
  return (state, dispatch) => {
    const start = blockPosition(state.doc, from);
    const end = blockPosition(state.doc, to);
    const { selection } = state;
    const isInside = selection.from >= start && selection.to <= end;
    return moveBlocks(
      from,
      to,
      before,
    )(
      state,
      dispatch &&
        ((tr) => {
          const moved = blockPosition(tr.doc, before > from ? before - (to - from) : before) - start;
          if (isInside) {
            const place = (pos: number) => tr.doc.resolve(pos + moved);
            tr.setSelection(
              selection instanceof NodeSelection
                ? NodeSelection.create(tr.doc, selection.from + moved)
                : TextSelection.between(place(selection.anchor), place(selection.head)),
            );
          }
          dispatch(tr.scrollIntoView());
        }),
    );
  };
}

/** The blocks once more, after themselves (and what is folded away beneath them), with the caret in the copy. */
export const duplicateBlocks: Command = (state, dispatch) => {
  const { from, to } = movingRange(state);
  const start = blockPosition(state.doc, from);
  const end = blockPosition(state.doc, to);
  if (!dispatch) return true;
  const tr = state.tr.insert(end, state.doc.slice(start, end).content);
  const caret = Math.max(state.selection.head - start, 1);
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + caret))).scrollIntoView());
  return true;
};

/** Takes the blocks out; the caret goes to what stands there then. */
export const removeBlocks: Command = (state, dispatch) => {
  const { from, to } = selectedRange(state);
  const type = state.schema.nodes[NODE.textBlock];
  if (type === undefined) return false;
  if (!dispatch) return true;
  const start = blockPosition(state.doc, from);
  const { tr } = state;
  const all = to - from === state.doc.childCount;
  if (all) tr.insert(tr.doc.content.size, type.create());
  tr.delete(start, blockPosition(state.doc, to));
  const near = tr.doc.resolve(Math.min(start + 1, tr.doc.content.size));
  dispatch(tr.setSelection(TextSelection.near(near, from === state.doc.childCount - 1 ? -1 : 1)).scrollIntoView());
  return true;
};
