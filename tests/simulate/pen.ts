import type * as Y from 'yjs';
import type { Chance } from './chance.ts';

/** What an edit is given: a document, its luck, and the text of a token that is used nowhere else. */
export interface Pen {
  readonly doc: Y.Doc;
  readonly chance: Chance;
  readonly token: string;
}
