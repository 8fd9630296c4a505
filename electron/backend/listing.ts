import type { Article } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RelatedLink, ResolvedRelated } from '#shared/article/related.ts';
import type { Status } from '#shared/article/status.ts';
import type { Summary } from '#shared/article/summary.ts';
import type { Holding } from './holding.ts';

/** Which articles, and which part of them. */
export interface ListQuery {
  readonly search?: string | undefined;
  readonly status?: Status | undefined;
  /** False, the default: those not in the trash; true: only those in it. */
  readonly trashed?: boolean | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

const USUAL_LIMIT = 500;

/** What a list shows: newest first. `total` counts all that match. Keeps folded texts and order between askings. */
export class Listing {
  readonly #holdings: ReadonlyMap<ArticleId, Holding>;
  readonly #folded = new WeakMap<Summary, string>();
  #ordered: readonly Summary[] | null = null;

  constructor(holdings: ReadonlyMap<ArticleId, Holding>) {
    this.#holdings = holdings;
  }

  /** Says that summaries are other than they were. */
  changed(): void {
    this.#ordered = null;
  }

  list(query: ListQuery): { total: number; items: readonly Summary[] } {
    const words = fold(query.search ?? '')
      .split(' ')
      .filter((word) => word !== '');
    const matching = this.#inOrder().filter(
      (summary) =>
        summary.trashed === (query.trashed ?? false) &&
        (query.status === undefined || summary.status === query.status) &&
        words.every((word) => this.#foldedOf(summary).includes(word)),
    );
    const offset = query.offset ?? 0;
    return { total: matching.length, items: matching.slice(offset, offset + (query.limit ?? USUAL_LIMIT)) };
  }

  #inOrder(): readonly Summary[] {
    this.#ordered ??= [...this.#holdings.values()]
      .flatMap((holding) => (holding.summary === null ? [] : [holding.summary]))
      .sort((a, b) => (a.modified === b.modified ? (a.id < b.id ? -1 : 1) : a.modified < b.modified ? 1 : -1));
    return this.#ordered;
  }

  #foldedOf(summary: Summary): string {
    const known = this.#folded.get(summary);
    if (known !== undefined) return known;
    const { headline, slug, intro, byline, section } = summary;
    const folded = fold([headline, slug, intro, byline, section].join(' '));
    this.#folded.set(summary, folded);
    return folded;
  }
}

/** Text as searching compares it: no marks (accents, niqqud, harakat), no tatweel, one case, alef, ya and ta forms alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640\u200b-\u200f\u2066-\u2069]/gu, '')
    .replaceAll(/[\u0649\u06cc]/gu, '\u064a')
    .replaceAll('\u0629', '\u0647')
    .replaceAll('\u06a9', '\u0643')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase()
    .trim();
}

/** The article's related list with what its targets in the library say of themselves filled in. */
export function resolveRelated(
  holdings: ReadonlyMap<ArticleId, Holding>,
  article: Pick<Article, 'related'>,
): readonly ResolvedRelated[] {
  return article.related.map((link) => resolved(link, holdings));
}

function resolved(link: RelatedLink, holdings: ReadonlyMap<ArticleId, Holding>): ResolvedRelated {
  switch (link.target.kind) {
    case 'none':
      return link;
    case 'url':
      return { ...link, url: link.target.url };
    case 'article': {
      const summary = holdings.get(link.target.article)?.summary ?? null;
      if (summary === null) return link;
      const { headline, intro, canonicalUrl } = summary;
      const filled = { ...link, headline: link.headline || headline, blurb: link.blurb || intro };
      return canonicalUrl === '' ? filled : { ...filled, url: canonicalUrl };
    }
  }
}
