import type { Chance } from './chance.ts';
import { arrangeBlocks, insertBlock, joinBlocks, moveSection, removeBlocks, splitBlock } from './block-edit.ts';
import { changeAttribute, changeField, changeRelatedList } from './field-edit.ts';
import type { Pen } from './pen.ts';
import { format, remove, type } from './text-edit.ts';
import { tokensIn } from './token.ts';
import { readArticle } from '#shared/document/read.ts';
import type * as Y from 'yjs';
import { articleIdFrom, ID_BYTES } from '#shared/article/identity.ts';

/** What a person does in an article. */
const EDITS = {
  type,
  remove,
  format,
  insertBlock,
  removeBlocks,
  arrangeBlocks,
  joinBlocks,
  splitBlock,
  moveSection,
  changeAttribute,
  changeField,
  changeRelatedList,
} as const;
type EditName = keyof typeof EDITS;

/** How often each is done, in parts of the sum. */
const HABITS: readonly (readonly [EditName, number])[] = [
  ['type', 30],
  ['remove', 7],
  ['format', 6],
  ['insertBlock', 8],
  ['removeBlocks', 6],
  ['arrangeBlocks', 5],
  ['joinBlocks', 4],
  ['splitBlock', 4],
  ['moveSection', 5],
  ['changeAttribute', 5],
  ['changeField', 10],
  ['changeRelatedList', 10],
];

/** What an edit did, seen by the one who did it. */
export interface Effect {
  readonly name: EditName;
  /** Tokens that are new. */
  readonly added: readonly number[];
  /** Tokens that were to be seen before and are not any more: deleted knowingly. */
  readonly removed: readonly number[];
  /** Tokens that were taken out and put in again elsewhere: two who do that at once leave two. */
  readonly moved: readonly number[];
}

/** Does one edit in one transaction. `before` is what `tokensOf` says of the document as it is. */
export function edit(o: Pen, before: Tokens, origin: object): { effect: Effect; after: Tokens } {
  const name = o.picture === null ? habit(o.chance) : 'insertBlock';
  let moved = '';
  o.doc.transact(() => {
    moved = EDITS[name](o);
  }, origin);
  const after = tokensOf(o.doc);
  const added = [...after.keys()].filter((token) => !before.has(token));
  const removed = [...before.keys()].filter((token) => !after.has(token));
  return { effect: { name, added, removed, moved: [...tokensIn(moved).keys()] }, after };
}

type Tokens = ReadonlyMap<number, number>;

/** The tokens that can be seen in an article, and how often each. */
export function tokensOf(doc: Y.Doc): Tokens {
  return tokensIn(readArticle(NOBODY, doc));
}

/** Reading an article needs an id to give it; which it is makes no difference here. */
const NOBODY = articleIdFrom(new Uint8Array(ID_BYTES));

function habit(chance: Chance): EditName {
  let at = chance.below(HABITS.reduce((sum, [, often]) => sum + often, 0));
  for (const [name, often] of HABITS) {
    if (at < often) return name;
    at -= often;
  }
  return 'type';
}
