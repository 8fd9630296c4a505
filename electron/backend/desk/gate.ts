import type { ArticleId } from '#shared/article/identity.ts';
import type { MediaName } from '#shared/article/block.ts';
import type { StateDifference } from '#shared/document/part.ts';
import type { Losses } from '#shared/document/rescue.ts';

/** What came for one article, to be tried before it comes near the library. */
export interface Trial {
  readonly id: ArticleId;
  /** The article's state here, or null where it is not here yet. */
  readonly before: Uint8Array | null;
  /** What came. */
  readonly update: Uint8Array;
  /** The schema version it says it needs. */
  readonly schema: number;
}

/** What an article says, as far as machines compare it. */
export interface Content {
  /** SHA-256; equal for documents that say the same. */
  readonly digest: string;
  /** The pictures it needs. */
  readonly media: readonly MediaName[];
}

/** What the trial says. */
export type Verdict =
  | {
      readonly is: 'sound';
      /** To be recorded before the update is written down. */
      readonly losses: Losses;
      /** True when it adds anything to the state before. */
      readonly news: boolean;
      /** The article with it. */
      readonly content: Content;
    }
  | { readonly is: 'refused'; readonly reason: string }
  /** It could not be tried, which says nothing about the update: to be tried again later. */
  | { readonly is: 'untried' };

/**
 * Where foreign bytes are decoded and applied, away from every live document. In the product it is a worker with limits
 * (`gate-worker.ts`); `directGate` does the same work in place. Never rejects: what takes too long or too much is
 * `refused` or null.
 */
export interface Gate {
  /** Inspects an update and tries it on a clone. */
  judge(trial: Trial): Promise<Verdict>;
  /** What of `state` is in none of `updates`, and the reverse. Null when the work failed. */
  compare(state: Uint8Array, updates: readonly Uint8Array[]): Promise<StateDifference | null>;
  /** All of `updates` as one; with `state`, which holds them, as small as it can be. Null when the work failed. */
  merge(updates: readonly Uint8Array[], state: Uint8Array | null): Promise<Uint8Array | null>;
  /** True when `longer` holds all that `shorter` holds. */
  covers(longer: Uint8Array, shorter: Uint8Array): Promise<boolean>;
  /** What of `update` stands nowhere in `state`, which holds it, although nobody who saw it took it away. */
  lossesIn(state: Uint8Array, update: Uint8Array): Promise<Losses>;
  /** Null when the work failed. */
  content(state: Uint8Array): Promise<Content | null>;
  close(): Promise<void>;
}
