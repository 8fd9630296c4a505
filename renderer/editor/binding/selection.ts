import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Selection, Transaction } from '@tiptap/pm/state';
import { getRelativeSelection, relativePositionToAbsolutePosition, type ProsemirrorBinding } from '@tiptap/y-tiptap';

/** A selection by what it stands beside, not by counting: it stays in place while others write. */
export type StoredSelection = ReturnType<typeof getRelativeSelection>;

/** The selection of `state`, whose document must be the one `binding` wrote last; null where it can't be told. */
export function storeSelection(binding: ProsemirrorBinding, state: EditorState): StoredSelection | null {
  try {
    return getRelativeSelection(binding, state);
  } catch {
    return null;
  }
}

/** Where a stored selection is now, or null when what it stood beside is gone. */
export function findSelection(
  binding: ProsemirrorBinding,
  stored: StoredSelection,
  transaction: Transaction,
): Selection | null {
  const anchor = positionOf(binding, stored.anchor);
  const head = positionOf(binding, stored.head) ?? anchor;
  const { doc } = transaction;
  if (anchor === null || head === null || anchor > doc.content.size || head > doc.content.size) return null;
  if (stored.type === 'node' && doc.resolve(anchor).nodeAfter !== null) return NodeSelection.create(doc, anchor);
  return TextSelection.between(doc.resolve(anchor), doc.resolve(head));
}

function positionOf(binding: ProsemirrorBinding, position: unknown): number | null {
  return relativePositionToAbsolutePosition(binding.doc, binding.type, position, binding.mapping);
}
