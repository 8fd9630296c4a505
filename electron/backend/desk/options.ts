import type { Random } from '#shared/article/random.ts';
import type { Codec } from '#shared/parcel/parcel.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../disk/disk.ts';
import type { Library } from '../library.ts';
import type { Gate } from './gate.ts';
import type { Progress, Who } from './status.ts';

export interface DeskOptions {
  /** Open for writing. */
  readonly library: Library;
  /** The library's disk. */
  readonly disk: Disk;
  /** The disk the desk folder is on. */
  readonly folder: Disk;
  /** The desk folder's path on `folder`. */
  readonly place: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly gate: Gate;
  readonly who: Who;
  /** Version of this application. */
  readonly application: string;
  /** Digests and deflate; Node's own where absent. */
  readonly codec?: Codec;
}

/** How an exchange is run. */
export interface ExchangeOptions {
  /** Ends it early, between two files; what was done stays done. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** `now` makes longer parcels of all that can be joined; absent: of those where it is worth while. */
  readonly compact?: 'now';
}
