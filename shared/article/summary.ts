import { headlineText, introText, type Article } from './article.ts';
import type { ArticleId } from './identity.ts';
import { bodyWords } from './measure.ts';
import type { Status } from './status.ts';

/** What lists show of an article. Derived from it and rebuildable at any time. */
export interface Summary {
  readonly id: ArticleId;
  readonly headline: string;
  readonly slug: string;
  readonly kicker: string;
  /** The first words of the standfirst or of the body, cut at `INTRO_LENGTH` characters. */
  readonly intro: string;
  readonly status: Status;
  readonly language: string;
  readonly section: string;
  readonly assignee: string;
  readonly byline: string;
  readonly words: number;
  readonly commissionedLength: number;
  readonly deadline: string;
  readonly embargoed: boolean;
  readonly trashed: boolean;
  readonly canonicalUrl: string;
  readonly created: string;
  /** ISO 8601: when anything was last written here. For showing and ordering lists only. */
  readonly modified: string;
}

export const INTRO_LENGTH = 280;

/** The summary of an article as it was last written at `modified` (ISO 8601). */
export function summarize(article: Article, modified: string): Summary {
  const { metadata } = article;
  return {
    id: article.id,
    headline: headlineText(article),
    slug: metadata.slug,
    kicker: metadata.kicker,
    intro: introText(article).slice(0, INTRO_LENGTH),
    status: metadata.status,
    language: metadata.language,
    section: metadata.section,
    assignee: metadata.assignee,
    byline: metadata.bylines.map((byline) => byline.name).join(', '),
    words: bodyWords(article),
    commissionedLength: metadata.commissionedLength,
    deadline: metadata.deadline,
    embargoed: metadata.embargo.active,
    trashed: metadata.trashed,
    canonicalUrl: metadata.canonicalUrl,
    created: metadata.created,
    modified,
  };
}
