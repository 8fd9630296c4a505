import * as Y from 'yjs';

/**
 * A fresh document that holds all of `updates` (V1, any order, repeats harmless), applied in one transaction.
 * It has a client id of its own that no other document ever had. Destroy it when done.
 * Throws on bytes that are no update: `inspectUpdate` first where they come from elsewhere.
 */
export function openDocument(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** All of `updates` as one compact V1 update. What still waits for a missing predecessor is kept in it. */
export function stateOf(updates: readonly Uint8Array[]): Uint8Array {
  const doc = openDocument(updates);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

/** What `doc` has that a document with `stateVector` (as `Y.encodeStateVector` writes it) has not, as a V1 update. */
export function differenceFrom(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  return Y.encodeStateAsUpdate(doc, stateVector);
}
