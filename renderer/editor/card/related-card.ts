import type { Command } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { insertAfterBlock } from '../insert-block.ts';

/** Puts the card of an entry of the related list after the block with the caret. */
export function insertRelatedCard(related: string): Command {
  return (state, dispatch, view) => {
    const type = state.schema.nodes[NODE.relatedCard];
    return type !== undefined && insertAfterBlock(type.create({ related }))(state, dispatch, view);
  };
}
