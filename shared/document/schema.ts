import * as Y from 'yjs';
import type { Block } from '#shared/article/block.ts';
import { ABOUT_ROOT } from './layout.ts';
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

/** The version that most articles need. */
const USUAL = 1;
/** The version that galleries came with. */
export const GALLERY_SCHEMA = 2;

/** The schema version that a body needs. */
export function schemaOf(body: readonly Block[]): number {
  return body.some((block) => block.kind === 'figure' && block.gallery !== undefined) ? GALLERY_SCHEMA : USUAL;
}

/**
 * Records that something was written in `doc` that needs this version; without one, nothing that any application does
 * not know. Changes nothing when that is already said.
 */
export function recordSchema(doc: Y.Doc, version = USUAL): void {
  const about = doc.getMap(ABOUT_ROOT);
  const key = schemaKey(version);
  if (about.get(key) !== true) about.set(key, true);
}

function schemaKey(version: number): string {
  return `schema-${version}`;
}

/** The version that a key of the `about` root speaks of, or null. */
export function schemaInKey(key: string): number | null {
  const version = KEY.exec(key)?.[1];
  return version === undefined ? null : Number(version);
}

function highest(doc: Y.Doc): number {
  let needed = 1;
  for (const [key, value] of doc.getMap(ABOUT_ROOT)) {
    const version = schemaInKey(key);
    if (value === true && version !== null) needed = Math.max(needed, version);
  }
  return needed;
}
