import type { DeskColleague, DeskPlace } from '#shared/contract/desk.ts';
import type { Failure } from '#shared/article/failure.ts';
import type { MediaName } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { LostPassage, PassedOver } from '#shared/document/rescue.ts';

/** Whose library this is. */
export interface Who {
  readonly member: { readonly id: string; readonly name: string };
  readonly device: { readonly id: string; readonly name: string };
}

/** Up to which issue each writer's parcels are here, by writer. */
export type Frontier = Readonly<Record<string, number>>;

/** What a device says of itself in `presence/<device>.json`. For showing and comparing; nothing is decided by it. */
export interface Presence {
  readonly device: string;
  readonly deviceName: string;
  readonly member: string;
  readonly memberName: string;
  readonly time: number;
  readonly frontier: Frontier;
  /** Digest of all shared articles at that frontier, with nothing pending; null where that can't be said. */
  readonly content: string | null;
  readonly here: DeskPlace | null;
}

/** A file that is seen in the folder and not yet taken. */
export interface WaitingParcel {
  readonly writer: string;
  readonly file: string;
  /** `incomplete`: not whole yet, or its bytes are wrong. `earlier`: one before it is missing. `locked`: can't be read now. `newer`: only a later Stet can. */
  readonly why: 'incomplete' | 'earlier' | 'locked' | 'newer';
}

/** A file that was refused and put in the library's quarantine. */
interface QuarantinedParcel {
  readonly writer: string;
  readonly file: string;
  /** One sentence. */
  readonly reason: string;
  /** Version of the application that refused it; another looks again. */
  readonly application: string;
}

export interface DeskStatus {
  /** Id of the desk. */
  readonly desk: string;
  readonly place: string;
  /** The writer of this process. */
  readonly writer: string;
  readonly paused: boolean;
  /** True once an exchange of this process has looked at what everybody says. */
  readonly met: boolean;
  /** Why the last exchange did not go through; null when it did. */
  readonly trouble: Failure | null;
  readonly shared: number;
  /** Shared articles with text that is not in the folder yet. */
  readonly pending: readonly ArticleId[];
  readonly waiting: readonly WaitingParcel[];
  /** Pictures of shared articles that are not here yet. */
  readonly absentPictures: readonly MediaName[];
  readonly quarantined: readonly QuarantinedParcel[];
  readonly frontier: Frontier;
  /** Parcels whose bytes this library holds. */
  readonly held: number;
  readonly devices: readonly DeskColleague[];
  /** Devices that have the same parcels and yet other content: never right, to be said aloud. */
  readonly alarms: readonly string[];
}

/** Text that a merge would have lost, kept. */
export interface RescuedText extends LostPassage {
  readonly key: string;
  readonly article: ArticleId;
  /** Member and device that the update came from; null where it is this library's own. */
  readonly from: { readonly member: string; readonly device: string } | null;
  /** When it was found, milliseconds since 1970; for showing. */
  readonly time: number;
}

/** What happened on the desk, for people to read. Newest last. */
export type Activity =
  | ({
      readonly kind: 'passed-over';
      readonly key: string;
      readonly article: ArticleId;
      readonly time: number;
    } & PassedOver)
  | { readonly kind: 'shared'; readonly key: string; readonly article: ArticleId; readonly time: number }
  | ({ readonly kind: 'quarantined'; readonly key: string; readonly time: number } & QuarantinedParcel);

export interface ExchangeReport {
  /** Parcels written to the folder and read back. */
  readonly published: number;
  /** Parcels taken. */
  readonly received: number;
  /** Articles in which something new came. */
  readonly articles: readonly ArticleId[];
  /** Vanished files put back. */
  readonly putBack: number;
  /** Files removed because a longer one of ours covers them. */
  readonly compacted: number;
  /** Files refused in this exchange. */
  readonly quarantined: number;
  /** Files seen and not yet taken. */
  readonly waiting: number;
  /** Passages rescued. */
  readonly rescued: number;
  /** Pictures received and sent. */
  readonly pictures: number;
}

export interface Progress {
  readonly phase: 'publishing' | 'listing' | 'receiving' | 'putting-back' | 'compacting' | 'pictures';
  readonly done: number;
  readonly total: number;
}
