import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type Command } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { asOwnStep } from './binding/own-step.ts';
import { isTextBlockNode, shapeOf } from './text-block.ts';

/**
 * Puts a block after the one with the caret, or in its place where that is an empty line. `caret` says where the caret
 * goes, by the position just before the new block; without it the new block is selected as a whole, if it can't be
 * written in. One undo step.
 */
export function insertAfterBlock(block: Node, caret?: (pos: number) => number): Command {
  return (state, dispatch) => {
    if (state.schema.nodes[NODE.table] === undefined) return false;
    if (!dispatch) return true;
    const { $to } = state.selection;
    const here = $to.depth === 0 ? null : $to.node(1);
    const replaces = isTextBlockNode(here) && here.content.size === 0 && shapeOf(here).box === null;
    const transaction = asOwnStep(state.tr);
    const pos = $to.depth === 0 ? $to.pos : replaces ? $to.before(1) : $to.after(1);
    if (replaces) transaction.replaceWith(pos, $to.after(1), block);
    else transaction.insert(pos, block);
    const { doc } = transaction;
    if (caret !== undefined) transaction.setSelection(TextSelection.near(doc.resolve(caret(pos))));
    else if (block.isAtom) transaction.setSelection(NodeSelection.create(doc, pos));
    dispatch(transaction.scrollIntoView());
    return true;
  };
}
