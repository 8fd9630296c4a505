import type { ArticleId } from '#shared/article/identity.ts';
import type { Failure } from '#shared/article/failure.ts';
import type { Summary } from '#shared/article/summary.ts';
import type { RulesInForce } from './calls.ts';
import type { DeskOverview } from './desk.ts';

/** What a back end tells its pages without being asked. */
export interface Events {
  /** Somebody else (another window, the command line, a colleague) wrote in an article this page has open. */
  'article.updated': { readonly id: ArticleId; readonly update: Uint8Array };
  /** Lists should show these as they are now. */
  'library.changed': { readonly items: readonly Summary[] };
  /** Whether the disk takes what is written. `trouble` stays until a later event says `null`. */
  'disk.state': { readonly trouble: Failure | null };
  /** The desk is other than it was; null: the library is on none. */
  'desk.changed': { readonly overview: DeskOverview | null };
  /** The house rules are other than they were. */
  'rules.changed': { readonly inForce: RulesInForce };
  /** Said by the page's own client: whether the back end is there. What is being written is kept until it is. */
  'host.connection': { readonly connected: boolean };
  /** Something was chosen in the native menu. */
  'host.command': { readonly command: HostCommand };
  /** The host wants to end this page. Everything unsaved is to be sent, then `host.flushed` called. */
  'host.closing': { readonly reason: 'window' | 'quit' };
}

/** What the native menu asks of the page. */
export type HostCommand = 'new' | 'import' | 'export' | 'share' | 'library' | 'desk' | 'settings' | 'undo' | 'redo';

export type EventName = keyof Events;
