import type { Chance } from './chance.ts';
import { arrangeBlocks, insertBlock, joinBlocks, moveSection, removeBlocks, splitBlock } from './block-edit.ts';
import { changeAttribute, changeField, changeRelatedList } from './field-edit.ts';
import type { Pen } from './pen.ts';
import { format, remove, type } from './text-edit.ts';
import { tokensIn } from './token.ts';
import { readArticle } from '#shared/document/read.ts';
import type { ArticleId } from '#shared/article/identity.ts';

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

/** Does one edit in one transaction. */
export function edit(id: ArticleId, o: Pen, origin: object): Effect {
  const name = o.picture === null ? habit(o.chance) : 'insertBlock';
  const before = tokensIn(readArticle(id, o.doc));
  let moved = '';
  o.doc.transact(() => {
    moved = EDITS[name](o);
  }, origin);
  const after = tokensIn(readArticle(id, o.doc));
  return {
    name,
    added: [...after.keys()].filter((token) => !before.has(token)),
    removed: [...before.keys()].filter((token) => !after.has(token)),
    moved: [...tokensIn(moved).keys()],
  };
}

function habit(chance: Chance): EditName {
  let at = chance.below(HABITS.reduce((sum, [, often]) => sum + often, 0));
  for (const [name, often] of HABITS) {
    if (at < often) return name;
    at -= often;
  }
  return 'type';
}
