import type { ArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import { firstUpdate } from './first.ts';
import { readState } from './read.ts';

/**
 * What this application understands of an article, as the state of a document of its own: for showing one that may not
 * be bound. Editors may be bound to it. It has no history in common with the article: never send it, store it or merge
 * it with anything.
 */
export function understoodState(id: ArticleId, state: Uint8Array, random: Random): Uint8Array {
  return firstUpdate(id, readState(id, state), random);
}
