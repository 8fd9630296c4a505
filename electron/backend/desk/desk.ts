import { fail, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import type { Codec } from '#shared/parcel/parcel.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../disk/disk.ts';
import type { Library } from '../library.ts';
import type { Gate } from './gate.ts';
import type { Activity, DeskStatus, ExchangeReport, Progress, RescuedText, Who } from './status.ts';

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

/**
 * A library's end of a desk folder: publishes what is shared, takes what others published, puts back what vanished.
 * One process start is one writer, which is never resumed. Knows no time but for showing and starts nothing by itself:
 * somebody (`Courier`) calls `exchange`. Nothing here throws; failures are data.
 */
export class Desk {
  /** Makes a desk in an empty or missing folder and joins it. */
  static async create(_o: DeskOptions): Promise<Result<Desk>> {
    return NOT_YET;
  }

  /** Joins the desk that the folder holds. Fine when this library is on it already. */
  static async join(_o: DeskOptions): Promise<Result<Desk>> {
    return NOT_YET;
  }

  /**
   * Goes on with the desk this library is on. The folder may be away: then `exchange` says so until it is back, and
   * what is written meanwhile is kept for it.
   */
  static async reopen(_o: DeskOptions): Promise<Result<Desk>> {
    return NOT_YET;
  }

  /** Puts articles on the desk for good: their whole state goes out with the next exchange. On disk when it resolves. */
  async share(_ids: readonly ArticleId[]): Promise<Result<null>> {
    return NOT_YET;
  }

  isShared(_id: ArticleId): boolean {
    return false;
  }

  /**
   * One full round: publishes what is pending, lists the folder, receives, puts back, compacts when due. Calls queue up.
   * `signal` ends it early between two files; what was done stays done.
   */
  async exchange(
    _o: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
  ): Promise<Result<ExchangeReport>> {
    return NOT_YET;
  }

  status(): DeskStatus {
    throw new Error('not yet');
  }

  /** Text that a merge would have lost and nobody has put back or dismissed, oldest first. */
  rescued(): readonly RescuedText[] {
    return [];
  }

  /** Says that a person has dealt with a rescued text. On disk when it resolves. */
  async settleRescued(_key: string): Promise<Result<null>> {
    return NOT_YET;
  }

  activity(): readonly Activity[] {
    return [];
  }

  /** While paused `exchange` does nothing and says so. */
  setPaused(_paused: boolean): void {}

  /** Listens for a status other than it was; returns the way to stop. */
  on(_event: 'changed', _listener: () => void): () => void {
    return () => {};
  }

  /** Stops listening to the library. Publishes nothing: the next start does. */
  async close(): Promise<void> {}
}

const NOT_YET = fail('not-yet', 'Desks are not there yet.');
