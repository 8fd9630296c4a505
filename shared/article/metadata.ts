import type { MediaName } from './block.ts';
import type { Status } from './status.ts';

export interface Byline {
  readonly name: string;
  /** For example `Diplomatic correspondent`; empty where none. */
  readonly role: string;
}

/** Not to be released before `until` while `active`. Times are ISO 8601 with an offset. */
export interface Embargo {
  readonly active: boolean;
  readonly until: string;
  readonly reason: string;
}

/**
 * All that is said about an article rather than in it. Every field is one register of its own: two people who change
 * different fields never meet. A new field comes with its default, so an older article always reads whole.
 */
export interface Metadata {
  /** Short internal working name; never the URL. */
  readonly slug: string;
  /** The URL part. */
  readonly urlSlug: string;
  /** Label above the headline. */
  readonly kicker: string;
  readonly bylines: readonly Byline[];
  readonly dateline: string;
  /** The team that owns it. */
  readonly desk: string;
  /** The part of the paper. */
  readonly section: string;
  readonly keywords: readonly string[];
  /** IPTC Media Topic codes, `medtop:20000344`. */
  readonly topics: readonly string[];
  readonly genre: string;
  /** BCP 47. */
  readonly language: string;
  /** 1 (most urgent) to 9. */
  readonly priority: number;
  readonly status: Status;
  readonly assignee: string;
  /** ISO 8601, or empty. */
  readonly deadline: string;
  readonly embargo: Embargo;
  /** Words ordered; 0 where nobody said. */
  readonly commissionedLength: number;
  readonly legalFlag: boolean;
  readonly pictureFlag: boolean;
  /** Internal. */
  readonly edNote: string;
  /** Published with the article. */
  readonly editorsNote: string;
  readonly copyright: string;
  readonly canonicalUrl: string;
  readonly printHeadline: string;
  readonly socialHeadline: string;
  readonly searchHeadline: string;
  readonly shareTitle: string;
  readonly shareDescription: string;
  readonly shareImage: MediaName | '';
  /** ISO 8601, when it was first released; empty until then. */
  readonly published: string;
  /** ISO 8601, when the article was begun. For showing only. */
  readonly created: string;
  /** In the trash: a record, not a removal. */
  readonly trashed: boolean;
}

/** The fields people write words in, each one text; the others are choices that can be made again. */
export const WRITTEN_METADATA = [
  'slug',
  'urlSlug',
  'kicker',
  'dateline',
  'assignee',
  'edNote',
  'editorsNote',
  'copyright',
  'printHeadline',
  'socialHeadline',
  'searchHeadline',
  'shareTitle',
  'shareDescription',
] as const satisfies readonly (keyof Metadata)[];

export const DEFAULT_METADATA: Metadata = {
  slug: '',
  urlSlug: '',
  kicker: '',
  bylines: [],
  dateline: '',
  desk: '',
  section: '',
  keywords: [],
  topics: [],
  genre: '',
  language: 'en',
  priority: 5,
  status: 'writing',
  assignee: '',
  deadline: '',
  embargo: { active: false, until: '', reason: '' },
  commissionedLength: 0,
  legalFlag: false,
  pictureFlag: false,
  edNote: '',
  editorsNote: '',
  copyright: '',
  canonicalUrl: '',
  printHeadline: '',
  socialHeadline: '',
  searchHeadline: '',
  shareTitle: '',
  shareDescription: '',
  shareImage: '',
  published: '',
  created: '',
  trashed: false,
};
