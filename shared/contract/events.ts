import type { ArticleId } from '#shared/article/identity.ts';
import type { Failure } from '#shared/article/failure.ts';
import type { Summary } from '#shared/article/summary.ts';

/** What a back end tells its pages without being asked. */
export interface Events {
  /** Somebody else (another window, the command line, a colleague) wrote in an article this page has open. */
  'article.updated': { readonly id: ArticleId; readonly update: Uint8Array };
  /** Lists should show these as they are now. */
  'library.changed': { readonly items: readonly Summary[] };
  /** Whether the disk takes what is written. `trouble` stays until a later event says `null`. */
  'disk.state': { readonly trouble: Failure | null };
}

export type EventName = keyof Events;
