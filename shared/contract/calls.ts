import { z } from 'zod';
import type { Article } from '#shared/article/article.ts';
import type { MediaName } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Failure } from '#shared/article/failure.ts';
import type { HouseRules, RuleProblem, RuleText } from '#shared/article/house-rules.ts';
import type { Note } from '#shared/article/note.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import type { ArticleHit } from '#shared/article/search-article.ts';
import { STATUSES } from '#shared/article/status.ts';
import type { Summary } from '#shared/article/summary.ts';
import { articleId } from './article-id.ts';
import { call, type Call } from './call.ts';
import { DESK_CALLS } from './desk-calls.ts';
import { LIMITS } from './limits.ts';
import { settingsPatch, type Settings } from './settings.ts';
import { OWN_WORD, type OwnWords } from './spelling.ts';

const bytes = (most: number) =>
  z
    .custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes')
    .refine((value) => value.byteLength <= most, `more than ${most} bytes`);
const fileName = z.string().min(1).max(255);
const uploadId = z.number().int().min(1);
const place = z.string().min(1).max(4096);
const nothing = z.strictObject({});
const searched = z.strictObject({
  find: z.string().max(LIMITS.find),
  matchCase: z.boolean(),
  wholeWords: z.boolean(),
  foldMarks: z.boolean(),
  pattern: z.boolean(),
});
const ownWord = z.string().max(200).regex(OWN_WORD);
const formatId = z.string().regex(/^[a-z0-9-]{1,40}$/u);

/** Where the library lies, what is in it and what is wrong with it. */
export interface LibraryStatus {
  readonly id: string;
  readonly place: string;
  readonly articles: number;
  readonly problems: readonly Failure[];
  /** True while summaries are being rebuilt and the list is not yet whole. */
  readonly indexing: boolean;
}

export interface OpenedArticle {
  readonly id: ArticleId;
  /** The whole state as one V1 update. */
  readonly state: Uint8Array;
  /** Set when this application may only show the article, with the sentence that says why. */
  readonly readOnly?: Failure;
}

interface ImportedFile {
  readonly file: string;
  readonly id: ArticleId;
  readonly headline: string;
  readonly notes: readonly Note[];
}
export type ImportOutcome = ImportedFile | { readonly file: string; readonly error: Failure };

export interface CheckResult {
  /** Stable name of the check: `tk-left`, `alt-missing`. */
  readonly code: string;
  /** `hints`: it may be meant so. */
  readonly severity: 'blocks' | 'warns' | 'hints';
  /** One sentence in English; the interface makes its own of `code` and `values`. */
  readonly message: string;
  readonly values: CheckValues;
  /** Index of the block in the body, where the finding has a place there. */
  readonly block?: number;
}

/** What was found in one story. */
export interface FoundInStory {
  readonly id: ArticleId;
  /** How many places there are; `hits` are the first of them. */
  readonly count: number;
  readonly hits: readonly ArticleHit[];
  /** Why nothing can be replaced in it, or why it could not be searched. */
  readonly failure?: Failure;
}

/** What a sentence about a finding needs to know. */
interface CheckValues {
  readonly count?: number;
  readonly limit?: number;
  readonly word?: string;
  readonly instead?: string;
  readonly until?: string;
  readonly status?: string;
  readonly place?: string;
  readonly name?: string;
  readonly say?: RuleText;
  readonly why?: RuleText;
}

/** The house rules that hold in a library, and where they are written. */
export interface RulesInForce {
  readonly rules: HouseRules;
  /** The library's own file, a file in the desk's folder that holds for all who are on it, or the rules Stet brings. */
  readonly from: 'library' | 'desk' | 'stet';
  /** The file they are read from; where there is none, the one that could be made. */
  readonly file: string;
  readonly problems: readonly RuleProblem[];
}

export interface FormatInfo {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
}

export interface RenderedExport {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly losses: readonly Note[];
}

export interface ExportedFile {
  readonly article: ArticleId;
  readonly format: string;
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
  readonly losses: readonly Note[];
}

/** What went out, as `export.json` keeps it beside the files. */
export interface ExportRecord {
  readonly exported: string;
  readonly directory: string;
  readonly override?: string;
  readonly overridden: readonly CheckResult[];
  readonly files: readonly ExportedFile[];
}

/** What a picture's file says for its readers; each empty where it says nothing. */
export interface PictureWords {
  readonly caption: string;
  readonly credit: string;
  readonly source: string;
  readonly alt: string;
}

export interface StoredMedia {
  readonly name: MediaName;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly words: PictureWords;
}

export interface HostInfo {
  readonly host: 'desktop' | 'loopback';
  readonly version: string;
  /** True where a native folder picker can be shown (`host.pickFolder`). */
  readonly picksFolders: boolean;
  /** Prefix under which media files are served to this page, ending in a slash. */
  readonly mediaBase: string;
}

/**
 * Everything the interface can ask of a back end: the whole attack surface, in one table.
 * Adding a call touches this table and the back end's handlers, nothing else.
 */
export const CALLS = {
  'host.info': call<HostInfo>()(nothing),
  'host.pickFolder': call<{ path: string | null }>()(z.strictObject({ title: z.string().max(200) })),
  /** Shows an outside web address in the person's own browser. */
  'host.openOutside': call<null>()(z.strictObject({ url: z.url({ protocol: /^https?$/u }).max(8192) })),
  /** The page's answer to `host.closing`: nothing it holds is unsaved any more. */
  'host.flushed': call<null>()(nothing),
  'files.complete': call<{ folders: readonly string[] }>()(z.strictObject({ path: z.string().max(4096) })),

  'settings.read': call<Settings>()(nothing),
  'settings.change': call<Settings>()(settingsPatch),

  'spelling.words': call<OwnWords>()(nothing),
  /** Adds a word to the person's own list or the house's; resolves with both once it is on disk. */
  'spelling.add': call<OwnWords>()(z.strictObject({ word: ownWord, to: z.enum(['personal', 'house']) })),
  'spelling.remove': call<OwnWords>()(z.strictObject({ word: ownWord })),

  'library.status': call<LibraryStatus>()(nothing),
  'library.list': call<{ total: number; items: readonly Summary[] }>()(
    z.strictObject({
      /** Words that must all occur in headline, slug, intro, byline or section; folded, any order. */
      search: z.string().max(200).optional(),
      status: z.enum(STATUSES).optional(),
      trashed: z.boolean().optional(),
      offset: z.number().int().min(0).optional(),
      limit: z.number().int().min(1).max(LIMITS.listPage).optional(),
    }),
  ),

  'article.create': call<{ id: ArticleId }>()(z.strictObject({ headline: z.string().max(LIMITS.headline) })),
  /** Opens an article for writing and follows it: its updates by others arrive as `article.updated`. */
  'article.open': call<OpenedArticle>()(z.strictObject({ id: articleId })),
  /** Resolves only after the update is on disk (fsync). May be repeated safely. */
  'article.append': call<null>()(z.strictObject({ id: articleId, update: bytes(LIMITS.update) })),
  'article.close': call<null>()(z.strictObject({ id: articleId })),
  'article.read': call<{ article: Article; related: readonly ResolvedRelated[]; modified: string }>()(
    z.strictObject({ id: articleId }),
  ),
  'article.trash': call<null>()(z.strictObject({ id: articleId, trashed: z.boolean() })),
  /** What is found in stories (headline, standfirst, text, captions, tables): a preview of `article.replace`. */
  'article.find': call<{ stories: readonly FoundInStory[] }>()(
    z.strictObject({ ids: z.array(articleId).min(1).max(LIMITS.findStories), query: searched }),
  ),
  /** Replaces all that is found in one story, as one change, and says how many places that were. */
  'article.replace': call<{ replaced: number }>()(
    z.strictObject({ id: articleId, query: searched, replacement: z.string().max(LIMITS.find) }),
  ),
  'article.check': call<{ results: readonly CheckResult[] }>()(z.strictObject({ id: articleId })),

  /** The house rules as they are now; `rules.changed` says when they are others. */
  'rules.read': call<RulesInForce>()(nothing),
  /** Makes the library's own file of house rules out of those in force, to be edited; one that is there stays. */
  'rules.create': call<RulesInForce>()(nothing),

  'media.add': call<StoredMedia>()(z.strictObject({ name: fileName, bytes: bytes(LIMITS.picture) })),

  /** A large picture in parts: begun, sent in order, ended (then it is stored as by `media.add`), or stopped. */
  'media.begin': call<{ upload: number }>()(nothing),
  'media.part': call<null>()(z.strictObject({ upload: uploadId, bytes: bytes(LIMITS.picturePart) })),
  'media.end': call<StoredMedia>()(z.strictObject({ upload: uploadId })),
  'media.stop': call<null>()(z.strictObject({ upload: uploadId })),

  'import.files': call<{ outcomes: readonly ImportOutcome[] }>()(
    z.strictObject({
      files: z
        .array(z.strictObject({ name: fileName, bytes: bytes(LIMITS.importFile) }))
        .min(1)
        .max(LIMITS.importFiles),
    }),
  ),

  'export.formats': call<{ formats: readonly FormatInfo[] }>()(nothing),
  /** One article in one format, in memory: for preview, copying and a browser's download. */
  'export.render': call<RenderedExport>()(
    z.strictObject({ id: articleId, format: formatId, override: z.string().max(2000).optional() }),
  ),
  'export.write': call<ExportRecord>()(
    z.strictObject({
      ids: z.array(articleId).min(1).max(500),
      formats: z.array(formatId).min(1).max(20),
      directory: place,
      /** Why the gate is passed although checks block: recorded. */
      override: z.string().min(1).max(2000).optional(),
    }),
  ),

  ...DESK_CALLS,
} as const;

type Calls = typeof CALLS;
export type CallName = keyof Calls;
/** What a page gives to a call. */
export type CallInput<Name extends CallName> = Calls[Name] extends Call<infer Input, unknown> ? Input : never;
/** What a handler is given: the same, checked. */
export type ParsedInput<Name extends CallName> = CallInput<Name>;
/** What a call resolves to when it succeeds. */
export type CallOutput<Name extends CallName> = Calls[Name] extends { readonly output?: infer Output } ? Output : never;
