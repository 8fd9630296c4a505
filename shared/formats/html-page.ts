import type { Element, ElementContent, Root } from 'hast';
import type { Metadata } from '#shared/article/metadata.ts';
import { FIELDS } from '#shared/article/field.ts';
import { isWebUrl } from '#shared/article/url.ts';
import { attribute, elementsIn, firstElement, hasClass, textOf, tidyText } from './html-element.ts';

/** What a page says of its article outside the text: JSON-LD first, then meta tags. */
export interface PageData {
  readonly headline: string;
  readonly metadata: Partial<Metadata>;
}

const ARTICLE_TYPES = /^(?:\w*NewsArticle|Article|BlogPosting|ReportageNewsArticle|OpinionNewsArticle|\w+Posting)$/u;

/** Reads what the page's head and linked data say. Values that are not well formed are passed over. */
export function pageData(root: Root, linkedData: readonly string[]): PageData {
  const data = findArticle(linkedData);
  const metas = elementsIn(root, (part) => part.tagName === 'meta');
  const meta = (name: string) =>
    metas
      .filter((part) => attribute(part, 'property') === name || attribute(part, 'name') === name)
      .map((part) => tidyText(attribute(part, 'content')));
  const html = firstElement(root, (part) => part.tagName === 'html');
  const canonical = firstElement(root, (part) => part.tagName === 'link' && attribute(part, 'rel') === 'canonical');
  const title = firstElement(root, (part) => part.tagName === 'title');
  const headline =
    textFrom(data['headline']) || (meta('og:title')[0] ?? '') || (title === undefined ? '' : tidyText(textOf(title)));
  const keywords = textsFrom(data['keywords']);
  const metadata = {
    language:
      FIELDS.language.parse((html === undefined ? '' : attribute(html, 'lang')) || textFrom(data['inLanguage'])) ?? '',
    canonicalUrl: canonical === undefined ? '' : attribute(canonical, 'href'),
    section: textFrom(data['articleSection']) || (meta('article:section')[0] ?? ''),
    keywords: keywords.length > 0 ? keywords : meta('article:tag'),
    published: momentFrom(textFrom(data['datePublished']) || (meta('article:published_time')[0] ?? '')),
    bylines: authorsFrom(data['author'], meta('author')),
    dateline: textFrom(data['dateline']),
    genre: textFrom(data['genre']),
    copyright: textFrom(data['copyrightNotice']),
    topics: listOf(data['about']).flatMap((topic) => topicCode(topic)),
    shareDescription: meta('og:description')[0] ?? meta('description')[0] ?? '',
  };
  return { headline, metadata: wellFormed(metadata) };
}

function wellFormed(metadata: Readonly<Partial<Record<keyof Metadata, unknown>>>): Partial<Metadata> {
  const entries = Object.entries(metadata) as [keyof Metadata, unknown][];
  const kept = entries.filter(([name, value]) => {
    if (value === '' || (Array.isArray(value) && value.length === 0)) return false;
    return name === 'canonicalUrl' ? typeof value === 'string' && isWebUrl(value) : FIELDS[name].accepts(value);
  });
  return Object.fromEntries(kept) as Partial<Metadata>;
}

type Data = Readonly<Record<string, unknown>>;

/** The first article in the page's linked data, also inside a graph; an empty object where there is none. */
function findArticle(linkedData: readonly string[]): Data {
  for (const text of linkedData) {
    const found = listOf(parseJson(text))
      .flatMap((entry) => (isData(entry) ? [entry, ...listOf(entry['@graph'])] : []))
      .filter(isData)
      .find((entry) => listOf(entry['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPES.test(type)));
    if (found !== undefined) return found;
  }
  return {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 500) : value === undefined || value === null ? [] : [value];
}

function textFrom(value: unknown): string {
  const first = listOf(value)[0];
  return typeof first === 'string' ? tidyText(first) : '';
}

function textsFrom(value: unknown): readonly string[] {
  const texts = listOf(value).flatMap((entry) => (typeof entry === 'string' ? entry.split(',') : []));
  return texts.map(tidyText).filter((text) => text !== '');
}

function authorsFrom(value: unknown, names: readonly string[]): Metadata['bylines'] {
  const people = listOf(value).flatMap((entry) => {
    if (typeof entry === 'string') return [{ name: tidyText(entry), role: '' }];
    return isData(entry) ? [{ name: textFrom(entry['name']), role: textFrom(entry['jobTitle']) }] : [];
  });
  const all = people.length > 0 ? people : names.map((name) => ({ name, role: '' }));
  return all.filter((person) => person.name !== '');
}

function topicCode(topic: unknown): string[] {
  const id = isData(topic) ? textFrom(topic['@id']) : '';
  const code = /newscodes\/mediatopic\/(\d{8})$/u.exec(id)?.[1];
  return code === undefined ? [] : [`medtop:${code}`];
}

/** A time with its offset, or the day alone where there is none. */
function momentFrom(text: string): string {
  return FIELDS.published.accepts(text) ? text : (/^\d{4}-\d{2}-\d{2}/u.exec(text)?.[0] ?? '');
}

/** The part of the page that is the story: the article element with most of the text, else main, else all of it. */
export function storyElement(root: Root): Root | Element {
  const length = (element: Root | Element) => tidyText(textOf(element)).length;
  const main = firstElement(root, (part) => part.tagName === 'main' || attribute(part, 'role') === 'main');
  const scope = main ?? root;
  const marked = firstElement(scope, (part) => attribute(part, 'itemProp') === 'articleBody');
  const articles = elementsIn(scope, (part) => part.tagName === 'article');
  const longest = articles.reduce<{ element: Element | null; length: number }>(
    (best, element) => {
      const size = length(element);
      return size > best.length ? { element, length: size } : best;
    },
    { element: null, length: 0 },
  );
  if (longest.element !== null && longest.length * 2 > length(scope)) return longest.element;
  return longest.element === null && marked !== undefined ? marked : scope;
}

/** Parts of our own pages that are read by themselves and not as body text. */
export interface OwnParts {
  readonly kicker: string;
  readonly standfirst: Element | undefined;
  readonly editorsNote: string;
  readonly rest: readonly ElementContent[];
}

/** Takes our own header apart; null for pages that are not ours. */
export function ownParts(story: Root | Element): OwnParts | null {
  const body = firstElement(story, (part) => part.tagName === 'div' && hasClass(part, 'body'));
  const header = firstElement(story, (part) => part.tagName === 'header');
  if (body === undefined || header === undefined) return null;
  const named = (scope: Root | Element, name: string) =>
    firstElement(scope, (part) => part.tagName === 'p' && hasClass(part, name));
  const text = (element: Element | undefined) => (element === undefined ? '' : tidyText(textOf(element)));
  return {
    kicker: text(named(header, 'kicker')),
    standfirst: named(header, 'standfirst'),
    editorsNote: text(named(story, 'editors-note')),
    rest: body.children,
  };
}
