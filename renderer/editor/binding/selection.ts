import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Selection, Transaction } from '@tiptap/pm/state';
import { getRelativeSelection, relativePositionToAbsolutePosition, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromTypeIndex,
  XmlText,
  type Doc,
  type RelativePosition,
} from 'yjs';

/** A selection by what it stands beside, not by counting: it stays in place while others write. */
export type StoredSelection = ReturnType<typeof getRelativeSelection>;

/**
 * The selection of `state`, whose document must be the one `binding` wrote last; null where it can't be told. A caret
 * is held to the letter before it: what somebody else writes right there comes after it, and not into the middle of
 * the word that is being typed.
 */
export function storeSelection(binding: ProsemirrorBinding, state: EditorState): StoredSelection | null {
  try {
    const stored = getRelativeSelection(binding, state);
    if (stored.type !== 'text' || !state.selection.empty) return stored;
    const caret = heldToLetter(binding.doc, stored.head as RelativePosition);
    return { ...stored, anchor: caret, head: caret };
  } catch {
    return null;
  }
}

function heldToLetter(doc: Doc, position: RelativePosition): RelativePosition {
  const place = createAbsolutePositionFromRelativePosition(position, doc);
  if (place === null || !(place.type instanceof XmlText) || place.index === 0) return position;
  return createRelativePositionFromTypeIndex(place.type, place.index, -1);
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
