import type { ArticleId } from '#shared/article/identity.ts';
import type { LostPassage } from '#shared/document/rescue.ts';

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

/** Two people wrote the same field at the same time: the value that stands nowhere any more. */
export interface PassedOver {
  readonly field: string;
  /** Plain JSON. */
  readonly value: unknown;
  /** What stands instead, the same on every machine. */
  readonly kept: unknown;
  readonly written: 'here' | 'there';
}

/** What the trial says. `lost` and `passedOver` are to be recorded before the update is written down. */
export type Verdict =
  | {
      readonly is: 'sound';
      readonly lost: readonly LostPassage[];
      readonly passedOver: readonly PassedOver[];
      /** True when it adds anything to the state before. */
      readonly news: boolean;
    }
  | { readonly is: 'refused'; readonly reason: string };

/** An article's state compared with what parcels hold of it. */
export interface Difference {
  /** What only the state has, as an update; null for nothing. */
  readonly here: Uint8Array | null;
  /** True when the parcels hold something that the state has not. */
  readonly there: boolean;
}

/**
 * Where foreign bytes are decoded and applied, away from every live document. In the product it is a worker with limits
 * (`gate-worker.ts`); `directGate` does the same work in place. Never rejects: what takes too long or too much is
 * `refused` or null.
 */
export interface Gate {
  /** Inspects an update and tries it on a clone. */
  judge(trial: Trial): Promise<Verdict>;
  /** What of `state` is in none of `updates`, and the reverse. Null when the work failed. */
  compare(state: Uint8Array, updates: readonly Uint8Array[]): Promise<Difference | null>;
  /** All of `updates` as one; with `state`, which holds them, as small as it can be. Null when the work failed. */
  merge(updates: readonly Uint8Array[], state: Uint8Array | null): Promise<Uint8Array | null>;
  /** True when `longer` holds all that `shorter` holds. */
  covers(longer: Uint8Array, shorter: Uint8Array): Promise<boolean>;
  /** Words of `update` that stand nowhere in `state`, which holds it, although nobody who saw them deleted them. */
  lostIn(state: Uint8Array, update: Uint8Array): Promise<readonly LostPassage[]>;
  /** SHA-256 of what the article says; equal documents give equal digests. Null when the work failed. */
  contentDigest(state: Uint8Array): Promise<string | null>;
  close(): Promise<void>;
}
