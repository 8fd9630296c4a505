import type { EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { replacementFor, sharedEnds } from '#shared/article/search.ts';
import type { PageHit } from './block-hits.ts';

/**
 * Puts the replacement in the place of a hit: only the characters that differ are touched, and what is put in carries
 * the marks of what it replaces. The caret stands behind it.
 */
export function replaceHit(state: EditorState, hit: PageHit, replacement: string): Transaction {
  const found = hit.text.slice(hit.hit.from, hit.hit.to);
  const put = replacementFor(hit.hit, found, replacement);
  const { before, after } = sharedEnds(found, put);
  const from = hit.start + before;
  const to = hit.end - after;
  const inserted = put.slice(before, put.length - after);
  const transaction = state.tr;
  if (inserted !== '') {
    const marked = from < to ? from : before > 0 ? from - 1 : from;
    const marks = state.doc.nodeAt(marked)?.marks ?? [];
    transaction.replaceWith(from, to, state.schema.text(inserted, marks));
  } else if (from < to) transaction.delete(from, to);
  return transaction.setSelection(TextSelection.create(transaction.doc, hit.start + put.length));
}
