import * as Y from 'yjs';
import type { ArticleDraft } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { firstUpdate } from '#shared/document/first.ts';
import { openDocument } from '#shared/document/state.ts';
import { seededRandom } from '../article/arbitrary.ts';

export const ID = '0123456789abcdefghjkmnpqrs' as ArticleId;

/** A draft whose body is one paragraph per text. */
export function draftOf(...paragraphs: string[]): ArticleDraft {
  return {
    headline: [run('Headline')],
    standfirst: [],
    body: paragraphs.map((text) => ({ kind: 'paragraph', content: [run(text)] })),
    metadata: {},
    related: [],
  };
}

export function stateOfDraft(draft: ArticleDraft): Uint8Array {
  return firstUpdate(ID, draft, seededRandom(5));
}

/** What `edit` changes in a document of its own that begins with `state`. */
export function changeTo(state: Uint8Array, edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = openDocument([state]);
  const vector = Y.encodeStateVector(doc);
  edit(doc);
  const update = Y.encodeStateAsUpdate(doc, vector);
  doc.destroy();
  return update;
}

/** The element of a block of the body. */
export function bodyElement(doc: Y.Doc, index: number): Y.XmlElement {
  const element: unknown = doc.getXmlFragment('body').get(index);
  if (!(element instanceof Y.XmlElement)) throw new Error(`no block ${index}`);
  return element;
}

/** The text at a place among the children of a block of the body. */
export function bodyText(doc: Y.Doc, index: number, child = 0): Y.XmlText {
  const text: unknown = bodyElement(doc, index).get(child);
  if (!(text instanceof Y.XmlText)) throw new Error(`no text ${child} in block ${index}`);
  return text;
}
