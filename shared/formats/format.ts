import type { Article, ArticleDraft } from '#shared/article/article.ts';
import type { MediaName } from '#shared/article/block.ts';
import type { Result } from '#shared/article/failure.ts';
import type { Note } from '#shared/article/note.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';

/** What an export needs to know beside the article. */
export interface WriteContext {
  /** The article's related list in its order, with headlines, blurbs and addresses of the targets filled in. */
  readonly related: readonly ResolvedRelated[];
  /** ISO 8601, when the article was last changed. */
  readonly modified: string;
  /** Where a picture will stand, as a URL or a path relative to the written file. */
  readonly mediaHref: (name: MediaName) => string;
}

interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What this format could not keep; empty when the file holds everything. */
  readonly losses: readonly Note[];
}

/** One format out. Pure: the same article and context give the same bytes. Never throws. */
export interface Writer {
  /** As on the command line: `html`, `markdown`. */
  readonly id: string;
  readonly name: string;
  /** Without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (article: Article, context: WriteContext) => Written;
}

/** A picture that the file points at but that is not part of it. */
interface MissingPicture {
  /** Index in the draft's body of the figure it belongs to. */
  readonly block: number;
  /** As the file has it. Untrusted: check it before opening anything. */
  readonly href: string;
}

/**
 * What was read from a file. A related card of the draft names its entry by its place in the draft's related list,
 * counted from 0 and written in digits, because entries have no ids yet.
 */
export interface Reading {
  readonly draft: ArticleDraft;
  /** What was dropped, changed or guessed. */
  readonly notes: readonly Note[];
  /** Pictures that could not come along, in the order of the body. */
  readonly pictures: readonly MissingPicture[];
}

/** One format in. Never throws, never hangs: whatever the bytes are, it answers in time that grows with their number. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  /** Lower-case, without dots. */
  readonly extensions: readonly string[];
  readonly read: (bytes: Uint8Array, fileName: string) => Result<Reading>;
}

/** No file with more blocks than this is read: it is not an article, and no editor could show it. */
export const MOST_BLOCKS = 100_000;
