import { parseDocument } from 'yaml';
import type { ArticleDraft } from '#shared/article/article.ts';
import { FIELDS, isFieldName, type FieldName } from '#shared/article/field.ts';
import { isArticleId } from '#shared/article/identity.ts';
import type { Byline, Metadata } from '#shared/article/metadata.ts';
import { RELATED_TYPES, type RelatedLink, type RelatedTarget } from '#shared/article/related.ts';
import { isWebUrl } from '#shared/article/url.ts';
import type { NoteTaker } from './note-taker.ts';

/** What stands in front of a Markdown text, read. */
export interface FrontMatter {
  /** True for a file that Stet wrote: its conventions hold and nothing is guessed. */
  readonly own: boolean;
  /** Empty where none is given; Stet's own files have it as the first heading. */
  readonly headline: string;
  readonly standfirst: string;
  readonly metadata: Partial<Metadata>;
  readonly related: ArticleDraft['related'];
}

/** What a file without front matter has. */
export const NO_FRONT_MATTER: FrontMatter = { own: false, headline: '', standfirst: '', metadata: {}, related: [] };
const LONGEST = 1024 * 1024;

/** A text cut in two: what stands in front, and the story. */
export interface SplitText {
  readonly yaml: string;
  /** Lines `Title: …`, `Date: …` without fences, as MultiMarkdown and Pelican have them. */
  readonly header: string;
  readonly body: string;
}

/** Cuts the front matter off; the text is returned as it is where there is none. */
export function splitFrontMatter(text: string): SplitText {
  const open = /^---[ \t]*\n/u.exec(text)?.[0];
  if (open === undefined) return splitHeader(text);
  // Not `^` with the flag m: that also matches after U+2028, which may stand inside a value.
  const close = /(?:^|\n)(?:---|\.\.\.)[ \t]*(?=\n|$)/u.exec(text.slice(open.length));
  if (close === null) return { yaml: '', header: '', body: text };
  const end = open.length + close.index;
  return { yaml: text.slice(open.length, end), header: '', body: text.slice(end + close[0].length) };
}

function splitHeader(text: string): SplitText {
  const header =
    /^title:[ \t].{1,500}\n(?:(?:[a-z][\w-]{0,40}:|[ \t]{4,}).{0,2000}\n){0,40}(?=\n)/iu.exec(text)?.[0] ?? '';
  return { yaml: '', header, body: text.slice(header.length) };
}

/**
 * Reads front matter: Stet's own, and the usual names that site generators have (`title`, `author`, `date`, `tags`…).
 * Aliases are refused, keys are data whatever they are called, and what is not well formed is left out and noted.
 */
export function readFrontMatter({ yaml, header }: SplitText, notes: NoteTaker): FrontMatter {
  if (header !== '') return foreignFrontMatter(headerEntries(header), notes);
  if (yaml.trim() === '') return NO_FRONT_MATTER;
  const entries = yaml.length > LONGEST ? null : parseEntries(yaml, notes);
  if (entries === null) {
    notes.say('front-matter-unreadable', 'The front matter could not be read and was left out.');
    return NO_FRONT_MATTER;
  }
  return entries.has('stet') ? ownFrontMatter(entries, notes) : foreignFrontMatter(entries, notes);
}

function headerEntries(header: string): Entries {
  const entries = new Map<string, string>();
  let last = '';
  for (const line of header.split('\n')) {
    const [, name, value = ''] = /^([A-Za-z][\w-]*):[ \t]*(.*)$/u.exec(line) ?? [];
    if (name === undefined) {
      entries.set(last, `${entries.get(last) ?? ''} ${line.trim()}`.trim());
    } else {
      last = name;
      entries.set(name, value.trim());
    }
  }
  entries.delete('');
  return entries;
}

type Entries = ReadonlyMap<string, unknown>;

function parseEntries(yaml: string, notes: NoteTaker): Entries | null {
  try {
    const document = parseDocument(yaml, { schema: 'core', logLevel: 'silent', prettyErrors: false, merge: false });
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 0 });
    if (document.errors.length > 0) {
      notes.say(
        'front-matter-damaged',
        'The front matter has mistakes in it; what could be read was taken, so check it.',
      );
    }
    return value instanceof Map ? new Map([...value].map(([name, entry]) => [String(name), entry as unknown])) : null;
  } catch {
    return null;
  }
}

function ownFrontMatter(entries: Entries, notes: NoteTaker): FrontMatter {
  const metadata: Partial<Record<FieldName, unknown>> = {};
  const refused: string[] = [];
  for (const [name, value] of entries) {
    if (name === 'stet' || name === 'related') continue;
    const plain = name === 'bylines' ? bylinesFrom(value) : plainData(value);
    if (isFieldName(name) && FIELDS[name].accepts(plain)) metadata[name] = plain;
    else refused.push(name);
  }
  sayRefused(refused, notes);
  return {
    ...NO_FRONT_MATTER,
    own: true,
    metadata: metadata as Partial<Metadata>,
    related: relatedFrom(entries.get('related')),
  };
}

/** Names that other programs use, and the field that is meant. */
const FOREIGN: Readonly<Record<string, FieldName>> = {
  author: 'bylines',
  authors: 'bylines',
  byline: 'bylines',
  bylines: 'bylines',
  date: 'published',
  published: 'published',
  pubdate: 'published',
  tags: 'keywords',
  keywords: 'keywords',
  description: 'shareDescription',
  excerpt: 'shareDescription',
  summary: 'shareDescription',
  lang: 'language',
  language: 'language',
  category: 'section',
  section: 'section',
  slug: 'urlSlug',
  canonical_url: 'canonicalUrl',
  canonical: 'canonicalUrl',
  copyright: 'copyright',
  kicker: 'kicker',
  dateline: 'dateline',
};
const HEADLINE_NAMES = ['headline', 'title'];
const STANDFIRST_NAMES = ['standfirst', 'subtitle', 'dek', 'deck'];

function foreignFrontMatter(entries: Entries, notes: NoteTaker): FrontMatter {
  const metadata: Partial<Record<FieldName, unknown>> = {};
  const refused: string[] = [];
  for (const [key, value] of entries) {
    const name = key.toLowerCase();
    if (HEADLINE_NAMES.includes(name) || STANDFIRST_NAMES.includes(name)) continue;
    const field = Object.hasOwn(FOREIGN, name) ? FOREIGN[name] : undefined;
    const plain = field === undefined ? null : foreignValue(field, value);
    if (field !== undefined && plain !== null && FIELDS[field].accepts(plain)) metadata[field] ??= plain;
    else refused.push(key);
  }
  sayRefused(refused, notes);
  return {
    ...NO_FRONT_MATTER,
    headline: firstText(entries, HEADLINE_NAMES),
    standfirst: firstText(entries, STANDFIRST_NAMES),
    metadata: metadata as Partial<Metadata>,
  };
}

function foreignValue(field: FieldName, value: unknown): unknown {
  switch (field) {
    case 'bylines':
      return bylinesFrom(value);
    case 'keywords':
      return typeof value === 'string' ? FIELDS.keywords.parse(value) : textsFrom(value);
    case 'published':
      return momentFrom(textOf(value));
    case 'language':
      return FIELDS.language.parse(textOf(value).replaceAll('_', '-'));
    default:
      return textOf(Array.isArray(value) ? value[0] : value);
  }
}

/** A day, or a time where its offset is given; times without one are kept as days. */
function momentFrom(text: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)? ?(Z|[+-]\d{2}:?\d{2})?)?/u.exec(
    text.trim(),
  );
  const [, day = '', time, offset] = found ?? [];
  if (time === undefined || offset === undefined) return day;
  return `${day}T${time}${offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset}`;
}

function bylinesFrom(value: unknown): readonly Byline[] {
  const entries = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return entries.flatMap((entry): Byline[] => {
    if (entry instanceof Map) return [{ name: textOf(entry.get('name')), role: textOf(entry.get('role')) }];
    const name = textOf(entry);
    return name === '' && entries.length === 1 && !Array.isArray(value) ? [] : [{ name, role: '' }];
  });
}

function relatedFrom(value: unknown): ArticleDraft['related'] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((entry) => entry instanceof Map)
    .map((entry: Entries): Omit<RelatedLink, 'id'> => {
      const type = RELATED_TYPES.find((known) => known === entry.get('type')) ?? 'related';
      return {
        type,
        target: targetFrom(entry),
        headline: textOf(entry.get('headline')),
        blurb: textOf(entry.get('blurb')),
      };
    });
}

function targetFrom(entry: Entries): RelatedTarget {
  const article = entry.get('article');
  if (isArticleId(article)) return { kind: 'article', article };
  const url = entry.get('url');
  return typeof url === 'string' && isWebUrl(url) ? { kind: 'url', url } : { kind: 'none' };
}

function firstText(entries: Entries, names: readonly string[]): string {
  for (const [key, value] of entries) if (names.includes(key.toLowerCase())) return textOf(value).trim();
  return '';
}

function textsFrom(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Maps as plain objects, all the way down. */
function plainData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainData);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([name, entry]) => [String(name), plainData(entry)]));
}

function sayRefused(names: readonly string[], notes: NoteTaker): void {
  if (names.length === 0) return;
  const shown = names.slice(0, 10).map((name) => name.slice(0, 40));
  const more = names.length > shown.length ? ' and more' : '';
  notes.say(
    'front-matter-dropped',
    `Front matter that has no place in Stet was left out: ${shown.join(', ')}${more}.`,
    `${shown.join(', ')}${more === '' ? '' : ' …'}`,
  );
}
