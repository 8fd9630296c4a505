import * as Y from 'yjs';
import { isMediaName, type MediaName } from '#shared/article/block.ts';
import { ABOUT_ROOT, FIELDS_OF_TEXT, METADATA_ROOT, NODE, RELATED_ROOT } from './layout.ts';
import { openDocument } from './state.ts';

/** What an article says, in one canonical text, and the pictures it needs. */
export interface DocumentContent {
  /** Equal for documents that say the same, however they came about. Not for reading. */
  readonly text: string;
  readonly media: readonly MediaName[];
  /** The article's id as its first update says it; null where that has not come. */
  readonly article: unknown;
}

/** The content of a document or of a state. A sound state only. */
export function contentOf(article: Y.Doc | Uint8Array): DocumentContent {
  if (!(article instanceof Y.Doc)) {
    const doc = openDocument([article]);
    const content = contentOf(doc);
    doc.destroy();
    return content;
  }
  const fields = FIELDS_OF_TEXT.map((field) => article.getXmlFragment(field).toString());
  const maps = [METADATA_ROOT, RELATED_ROOT, ABOUT_ROOT].map((name) => canonical(article.getMap(name).toJSON()));
  return {
    text: JSON.stringify([fields, maps]),
    media: mediaOf(article),
    article: article.getMap(ABOUT_ROOT).get('article') ?? null,
  };
}

function mediaOf(doc: Y.Doc): MediaName[] {
  const found = new Set<MediaName>();
  const share: unknown = doc.getMap(METADATA_ROOT).get('shareImage');
  if (isMediaName(share)) found.add(share);
  for (const node of doc.getXmlFragment('body').toArray()) {
    const media: unknown =
      node instanceof Y.XmlElement && node.nodeName === NODE.figure ? node.getAttribute('media') : null;
    if (isMediaName(media)) found.add(media);
  }
  return [...found];
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return entries.map(([key, entry]) => [key, canonical(entry)]);
}
