import type * as Y from 'yjs';
import type { MediaName } from '#shared/article/block.ts';
import type { Chance } from './chance.ts';

/** What an edit is given: a document, its luck, the text of a token that is used nowhere else, perhaps a picture. */
export interface Pen {
  readonly doc: Y.Doc;
  readonly chance: Chance;
  readonly token: string;
  /** A picture that is in the library, to be used where one can be. */
  readonly picture: MediaName | null;
}
