import * as Y from 'yjs';
import { openDocument } from './state.ts';

/**
 * Edits an article that nobody has open: applies `state` to a document of its own, lets `edit` change it in one
 * transaction and returns what changed as one V1 update, or null when nothing did.
 */
export function editState<T>(state: Uint8Array, edit: (doc: Y.Doc) => T): { update: Uint8Array | null; result: T } {
  const doc = openDocument([state]);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  try {
    const result = doc.transact(() => edit(doc));
    const [first] = updates;
    if (first === undefined) return { update: null, result };
    return { update: updates.length === 1 ? first : Y.mergeUpdates(updates), result };
  } finally {
    doc.destroy();
  }
}
