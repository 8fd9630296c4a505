import type { Article } from '#shared/article/article.ts';

/** What a check found. `blocks` stops an export until it is put right or overridden with a reason; `warns` only says. */
export interface Finding {
  /** Stable name of the check: `tk-left`, `alt-missing`. */
  readonly code: string;
  readonly severity: 'blocks' | 'warns';
  /** One sentence for a person. */
  readonly message: string;
  /** Index of the block in the body, where the finding has a place there. */
  readonly block?: number;
}

/** Looks at one thing in an article. Pure: the same article always gives the same findings. */
export type Check = (article: Article) => readonly Finding[];
