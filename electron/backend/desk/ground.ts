import type { MediaName } from '#shared/article/block.ts';
import type { DeskPlace } from '#shared/contract/desk.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { parcelFile, parcelPath, type ParcelName } from '#shared/parcel/name.ts';
import type { Codec } from '#shared/parcel/parcel.ts';
import { reachOf } from '#shared/parcel/range.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../disk/disk.ts';
import type { Library } from '../library.ts';
import type { DeskFolder, FolderListing } from './desk-folder.ts';
import type { Content, Gate } from './gate.ts';
import type { Ledger } from './ledger.ts';
import type { Outbox } from './outbox.ts';
import type { Shelf } from './shelf.ts';
import type { ExchangeReport, Presence, Progress, WaitingParcel, Who } from './status.ts';

/** The ground every part of one open desk stands on. */
export interface DeskGround {
  readonly library: Library;
  /** The library's disk. */
  readonly disk: Disk;
  readonly folder: DeskFolder;
  readonly clock: Clock;
  readonly gate: Gate;
  readonly codec: Codec;
  readonly who: Who;
  readonly application: string;
  /** Id of the desk. */
  readonly desk: string;
  /** This process's writer. */
  readonly writer: string;
  readonly shelf: Shelf;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  /** Marks in the library what came from the desk. */
  readonly origin: object;
  /** What articles say, where that is known and has not changed since. */
  readonly contents: Map<ArticleId, Content>;
  /** Articles that got something from others in this process's time: what is written there is looked at once more. */
  readonly visited: Set<ArticleId>;
  /** Files seen and not taken, by path. */
  readonly waiting: Map<string, WaitingParcel>;
  /** Shared articles of which nobody knows whether all of them is in parcels. */
  readonly doubtful: Set<ArticleId>;
  /** Files of which a longer one on the shelf holds everything, by path. */
  readonly covered: Set<string>;
  /** What has been learned of parcels on the shelf. */
  readonly known: KnownParcels;
  /** Our own parcels of this process that are not known to be in the folder, by path, with the articles in them. */
  readonly unsent: Map<string, readonly ArticleId[]>;
  /** What this device's presence file says since this process began. */
  readonly said: { last: Presence | null };
  /** What is on the screen here, for others to see. */
  readonly here: { now: DeskPlace | null };
  /** Number of this process's last issue, and when each was made. */
  readonly issues: { last: number; readonly madeAt: Map<number, number> };
}

/** Learned once, to spare the reading. */
interface KnownParcels {
  /** Whose device a writer was. */
  readonly devices: Map<string, string>;
  /** Bytes of a parcel's updates, by path. */
  readonly sizes: Map<string, number>;
  /** Pairs and runs looked at that gave nothing. */
  readonly fruitless: Set<string>;
  /** Where the next look at files and at pictures in the folder begins. */
  scrubAt: number;
  pictureAt: number;
  /** Pictures of shared articles that are not here yet. */
  absentPictures: ReadonlySet<MediaName>;
}

/** One exchange. Counters grow while it runs. */
export interface Round {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: Progress) => void;
  readonly report: { -readonly [Name in keyof ExchangeReport]: ExchangeReport[Name] };
  listing: FolderListing;
}

/** Issues of a writer that are here without a gap: on the shelf, or looked at and refused. */
export function reachHere({ shelf, ledger, application }: DeskGround, writer: string, listing: FolderListing): number {
  const listed = [...(listing.files.get(writer)?.values() ?? [])];
  const refused = listed.filter((name) => ledger.isRefused(parcelPath(name), application));
  return reachOf([...shelf.of(writer), ...refused]);
}

/** True when the folder showed this file. */
export function isListed({ files }: FolderListing, name: ParcelName): boolean {
  return files.get(name.writer)?.has(parcelFile(name)) === true;
}

export function isEnded({ signal }: Round): boolean {
  return signal?.aborted === true;
}
