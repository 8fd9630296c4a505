import * as Y from 'yjs';
import { ABOUT_ROOT, SCHEMA_VERSION } from './layout.ts';
import { openDocument } from './state.ts';

const KEY = /^schema-([1-9]\d{0,5})$/u;

/**
 * The schema version an application must know to write in this article: the highest anyone wrote with.
 * More than `SCHEMA_VERSION` means: show it, but don't bind an editor to it and emit nothing. 1 where nothing is said.
 */
export function schemaNeeded(article: Y.Doc | Uint8Array): number {
  if (article instanceof Y.Doc) return highest(article);
  const doc = openDocument([article]);
  const needed = highest(doc);
  doc.destroy();
  return needed;
}

/** Records that this application has written in `doc`. Changes nothing when that is already said. */
export function recordSchema(doc: Y.Doc): void {
  const about = doc.getMap(ABOUT_ROOT);
  const key = `schema-${SCHEMA_VERSION}`;
  if (about.get(key) !== true) about.set(key, true);
}

function highest(doc: Y.Doc): number {
  let needed = 1;
  for (const [key, value] of doc.getMap(ABOUT_ROOT)) {
    const version = KEY.exec(key)?.[1];
    if (value === true && version !== undefined) needed = Math.max(needed, Number(version));
  }
  return needed;
}
