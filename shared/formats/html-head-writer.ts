import type { Element } from 'hast';
import type { Article } from '#shared/article/article.ts';
import { encodedHref } from './html-inline-writer.ts';
import { element, onLines } from './html-node.ts';
import { newsArticle, scriptJson, type PageFacts } from './structured-data.ts';

/** Enough for a page that is read by itself; a site's own styles come after and win. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem; font: 1.125rem/1.6 Georgia, "Noto Serif", serif; }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; }
figcaption, footer, .byline, .kicker, .dateline { font-size: 0.9rem; }
blockquote, .pull-quote, .fact-box { margin: 1.5rem 0; padding-inline-start: 1rem; border-inline-start: 0.25rem solid; }
.pull-quote { font-size: 1.4rem; }
.pull-quote blockquote { margin: 0; padding: 0; border: 0; }
.standfirst { font-size: 1.25rem; }
table { border-collapse: collapse; }
td, th { padding: 0.25rem 0.75rem; border: 1px solid; text-align: start; }
`;

/** The head of the page: description, canonical address, Open Graph, X card and NewsArticle data. */
export function headElement(article: Article, facts: PageFacts): Element {
  return element(
    'head',
    {},
    onLines([
      element('meta', { charSet: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, [facts.title]),
      named('description', facts.description),
      named('keywords', article.metadata.keywords.filter((word) => word.trim() !== '').join(', ')),
      facts.url === '' ? null : element('link', { rel: ['canonical'], href: encodedHref(facts.url) }),
      ...openGraph(article, facts),
      named('twitter:card', facts.image === '' ? 'summary' : 'summary_large_image'),
      element('script', { type: 'application/ld+json' }, [scriptJson(newsArticle(article, facts))]),
      element('style', {}, [STYLE]),
    ]),
  );
}

function openGraph(article: Article, facts: PageFacts): (Element | null)[] {
  const { metadata } = article;
  const region = /^([a-z]{2,3})-([A-Z]{2})$/u.exec(metadata.language);
  return [
    property('og:type', 'article'),
    property('og:title', metadata.shareTitle || metadata.socialHeadline || facts.title),
    property('og:description', metadata.shareDescription || facts.description),
    property('og:url', facts.url),
    property('og:image', facts.image),
    property('og:locale', region === null ? '' : `${region[1]}_${region[2]}`),
    property('article:published_time', metadata.published),
    property('article:modified_time', facts.modified),
    property('article:section', metadata.section),
    ...metadata.bylines.map((byline) => property('article:author', byline.name)),
    ...metadata.keywords.map((word) => property('article:tag', word)),
  ];
}

function named(name: string, content: string): Element | null {
  return content.trim() === '' ? null : element('meta', { name, content });
}

function property(name: string, content: string): Element | null {
  return content.trim() === '' ? null : element('meta', { property: name, content });
}
