import * as Y from 'yjs';
import { contentOf, type DocumentContent } from './content.ts';
import { FIELDS_OF_TEXT } from './layout.ts';
import { coversUpdate } from './part.ts';
import { lossesOf, type Losses } from './rescue.ts';
import { openDocument } from './state.ts';

/** Table, row, cell, break: nothing of ours lies deeper. */
const DEEPEST = 8;

/** What an update would do. */
export interface Tried {
  /** False when the state before holds all of it. */
  readonly news: boolean;
  readonly losses: Losses;
  /** The article as it would be. */
  readonly content: DocumentContent;
}

/**
 * Applies an inspected update to a clone of `before` (null: nothing is here yet). Null when the outcome is nested deeper
 * than any article. Throws on what cannot be applied; may take long on hostile bytes, so run it where it can be ended.
 */
export function tryUpdate(before: Uint8Array | null, update: Uint8Array): Tried | null {
  const doc = openDocument(before === null ? [update] : [before, update]);
  if (isTooDeep(doc)) return null;
  const content = contentOf(doc);
  doc.destroy();
  const news = before === null || !coversUpdate(before, update);
  const losses = before === null || !news ? NOTHING : lossesOf(before, update);
  return { news, losses, content };
}

const NOTHING: Losses = { passages: [], fields: [] };

/** Goes down without recursion, because that is what a hostile depth would break. */
function isTooDeep(doc: Y.Doc): boolean {
  let level: readonly unknown[] = FIELDS_OF_TEXT.map((field) => doc.getXmlFragment(field));
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node): unknown[] => (node instanceof Y.XmlFragment ? node.toArray() : []));
  }
  return false;
}
