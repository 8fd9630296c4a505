import type { Failure } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';

/** A story that somebody has on the screen, and the section the caret is in (its heading; empty for none). */
export interface DeskPlace {
  readonly article: ArticleId;
  readonly section: string;
}

/** Somebody else on the desk, at one of their machines. For showing; nothing is decided by it. */
export interface DeskColleague {
  readonly device: string;
  readonly deviceName: string;
  readonly member: string;
  /** May be empty. */
  readonly memberName: string;
  /** When that machine last said anything, milliseconds since 1970 by its own clock. */
  readonly seen: number;
  /** When the newest of our changes that it has was made; null where that is not known. */
  readonly hasOursUpTo: number | null;
  /** How many of our changes it has not reported yet, and how many of its have not arrived here. */
  readonly lacksOurs: number;
  readonly weLack: number;
  readonly here: DeskPlace | null;
}

/** How things stand with the desk, as every screen may want to know; null for a library that is on none. */
export interface DeskOverview {
  readonly place: string;
  readonly paused: boolean;
  /** Why the folder could not be used last time, or null. */
  readonly trouble: Failure | null;
  /** True once the folder has been gone through since Stet was started. */
  readonly met: boolean;
  readonly shared: number;
  /** How many shared stories have text that is not in the folder yet. */
  readonly pending: number;
  /** How many passages wait for somebody to put them back. */
  readonly rescued: number;
  readonly colleagues: readonly DeskColleague[];
}

/** A story by the name people know it by. */
export interface NamedArticle {
  readonly article: ArticleId;
  /** Empty for an untitled story and for one that is not here. */
  readonly headline: string;
}

/** Words that a merge would have left nowhere. */
export interface RescuedPassage extends NamedArticle {
  readonly key: string;
  readonly text: string;
  /** Where it was written: `headline`, `standfirst`, `body`, `metadata`, `related`; null where nobody can tell. */
  readonly root: string | null;
  /** The field or attribute it was the value of; null for running text. */
  readonly name: string | null;
  /** Who wrote it, as far as that is known: null for this machine. */
  readonly by: { readonly memberName: string; readonly deviceName: string } | null;
  readonly time: number;
}

/** A file of the folder that has not been taken. */
interface WaitingFile {
  readonly file: string;
  readonly why: 'incomplete' | 'earlier' | 'locked' | 'newer';
}

/** A file that was refused, with one sentence of why. */
interface RefusedFile {
  readonly file: string;
  readonly reason: string;
  readonly time: number;
}

/** What happened, for people to read. */
export type DeskEvent =
  | ({ readonly kind: 'shared'; readonly key: string; readonly time: number } & NamedArticle)
  | ({
      readonly kind: 'passed-over';
      readonly key: string;
      readonly time: number;
      readonly field: string;
      /** The two values that met, as text: the one that stands, and the other. */
      readonly kept: string;
      readonly other: string;
    } & NamedArticle)
  | { readonly kind: 'refused'; readonly key: string; readonly time: number; readonly file: string };

/** Everything the desk's own screen shows. Long lists are cut to their newest entries; the counts are whole. */
export interface DeskDetails {
  readonly overview: DeskOverview;
  readonly ours: { readonly memberName: string; readonly deviceName: string };
  readonly pending: readonly NamedArticle[];
  /** Stories that colleagues have on the screen. */
  readonly open: readonly NamedArticle[];
  readonly waiting: readonly WaitingFile[];
  readonly refused: readonly RefusedFile[];
  readonly rescued: readonly RescuedPassage[];
  /** Newest first. */
  readonly events: readonly DeskEvent[];
  /** What is never right, one sentence each. */
  readonly alarms: readonly string[];
}

/** Where a story is: on this machine alone, waiting to go out, or in the folder. */
export type DeskStanding = 'private' | 'waiting' | 'sent';
