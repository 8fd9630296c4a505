import type { ArticleId } from './identity.ts';

export const RELATED_TYPES = ['related', 'background', 'follow-up', 'explainer', 'corrects'] as const;
export type RelatedType = (typeof RELATED_TYPES)[number];

/** An article of the library, a page elsewhere, or, as some imports have it, only words. */
export type RelatedTarget =
  | { readonly kind: 'article'; readonly article: ArticleId }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'none' };

/** One entry of the ordered related list. Empty headline or blurb means: use the target's own. */
export interface RelatedLink {
  /** Names the entry inside this article; stable while it is moved and edited. */
  readonly id: string;
  readonly type: RelatedType;
  readonly target: RelatedTarget;
  readonly headline: string;
  readonly blurb: string;
}

/** An entry with the target's own headline and blurb filled in where it had none: what readers and exports see. */
export interface ResolvedRelated extends RelatedLink {
  /** Where the target can be reached: its outside URL, or the canonical URL of the library's article. */
  readonly url?: string;
}
