import type { Hit, SearchQuery } from '#shared/article/search.ts';

/** What the worker is asked, and what it answers; its first word is only that it is there. */
export interface PatternQuestion {
  readonly round: number;
  readonly query: SearchQuery;
  readonly texts: readonly string[];
}
export type PatternAnswer =
  { readonly ready: true } | { readonly round: number; readonly found: readonly (readonly Hit[])[] };
