import { headlineText, type Article } from '#shared/article/article.ts';
import { plainText } from '#shared/article/inline.ts';
import { bodyWords } from '#shared/article/measure.ts';
import { topicUri } from './topic.ts';

/** What the head of a page knows beside the article, worked out once. */
export interface PageFacts {
  readonly title: string;
  readonly description: string;
  readonly modified: string;
  /** Full web addresses, or empty. */
  readonly url: string;
  readonly image: string;
}

/** The article as schema.org's NewsArticle. Only properties that NewsArticle or its supertypes have. */
export function newsArticle(article: Article, facts: PageFacts): Readonly<Record<string, unknown>> {
  const { metadata } = article;
  const corrections = article.body.flatMap((block) =>
    block.kind === 'correction' ? [plainText(block.content).trim()] : [],
  );
  return withoutEmpty({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: headlineText(article),
    alternativeHeadline: metadata.searchHeadline || metadata.socialHeadline,
    description: facts.description,
    inLanguage: metadata.language,
    datePublished: metadata.published,
    dateModified: facts.modified,
    author: metadata.bylines
      .filter((byline) => byline.name.trim() !== '')
      .map((byline) => withoutEmpty({ '@type': 'Person', name: byline.name.trim(), jobTitle: byline.role })),
    dateline: metadata.dateline,
    articleSection: metadata.section,
    genre: metadata.genre,
    keywords: metadata.keywords.filter((word) => word !== ''),
    about: metadata.topics.flatMap((topic) => {
      const uri = topicUri(topic);
      return uri === null ? [] : [{ '@type': 'Thing', '@id': uri }];
    }),
    copyrightNotice: metadata.copyright,
    correction: corrections.filter((text) => text !== ''),
    wordCount: bodyWords(article),
    image: facts.image === '' ? [] : [facts.image],
    url: facts.url,
    mainEntityOfPage: facts.url,
  });
}

/** JSON that can stand in a script element: nothing in it can end the script or begin a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function withoutEmpty(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}
