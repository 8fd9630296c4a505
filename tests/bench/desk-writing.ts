import * as Y from 'yjs';
import type { ArticleId } from '#shared/article/identity.ts';
import { editState } from '#shared/document/edit.ts';
import type { Library } from '#electron/backend/library.ts';
import { must } from './desk-machine.ts';

/** Puts a sentence at the end of a block of the body and saves it. */
export async function addSentence(library: Library, id: ArticleId, block: number, sentence: string): Promise<void> {
  const { state } = must(await library.load(id));
  const { update } = editState(state, (doc) => writeInto(doc, block, sentence));
  if (update === null) throw new Error('nothing was changed');
  must(await library.append(id, update));
}

/** The same in a document at hand; `from` and `length` say what of the block's text it takes the place of. */
export function writeInto(doc: Y.Doc, block: number, text: string, at?: { from: number; length: number }): void {
  const element = doc.getXmlFragment('body').get(block);
  const words = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(words instanceof Y.XmlText)) throw new Error(`block ${block} holds no text`);
  if (at !== undefined) words.delete(at.from, at.length);
  words.insert(at?.from ?? words.length, text);
}
