import { headlineText, type Article } from '#shared/article/article.ts';
import type { Figure } from '#shared/article/block.ts';
import { plainText } from '#shared/article/inline.ts';
import { bodyWords } from '#shared/article/measure.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import { sayFieldsLeftOut } from './fields-left-out.ts';
import type { WriteContext, Writer } from './format.ts';
import { bodyElements } from './html-body-writer.ts';
import { xhtmlText } from './html-node.ts';
import { takeNotes, type NoteTaker } from './note-taker.ts';
import { printable } from './printable.ts';
import { bodyTexts } from './text-writer.ts';
import { topicUri } from './topic.ts';
import { webUri } from './web-uri.ts';

/** ninjs 3.1, IPTC's news in JSON: https://iptc.org/std/ninjs/. The body is there twice, as plain text and as XHTML. */
export const ninjsWriter: Writer = {
  id: 'ninjs',
  name: 'ninjs 3.1 (IPTC)',
  extension: 'json',
  mediaType: 'application/json',
  write: (article, context) => {
    const notes = takeNotes();
    const item = newsItem(printable(article, notes), context, notes);
    return { bytes: new TextEncoder().encode(`${JSON.stringify(item, null, 2)}\n`), losses: notes.all() };
  },
};

type Json = Readonly<Record<string, unknown>>;

const KEPT = [
  ...(['slug', 'kicker', 'bylines', 'dateline', 'section', 'keywords', 'topics', 'genre', 'language'] as const),
  ...(['priority', 'embargo', 'editorsNote', 'copyright', 'canonicalUrl', 'printHeadline', 'socialHeadline'] as const),
  ...(['searchHeadline', 'shareTitle', 'shareDescription'] as const),
];

function newsItem(article: Article, context: WriteContext, notes: NoteTaker): Json {
  const { metadata } = article;
  sayFieldsLeftOut(article, KEPT, notes);
  return withoutEmpty({
    uri: `urn:x-stet:article:${article.id}`,
    type: 'text',
    representationType: 'full',
    firstCreated: dateTime(metadata.created),
    versionCreated: dateTime(context.modified),
    embargoedUntil: metadata.embargo.active ? embargoEnd(metadata, notes) : '',
    pubStatus: pubStatus(metadata),
    urgency: metadata.priority,
    copyrightNotice: metadata.copyright,
    edNote: metadata.embargo.active ? metadata.embargo.reason : '',
    language: metadata.language,
    headlines: headlines(article),
    descriptions: descriptions(article),
    bodies: bodies(article, context, notes),
    people: people(metadata),
    subjects: subjects(metadata),
    genres: metadata.genre === '' ? [] : [{ name: metadata.genre }],
    by: by(metadata),
    slugline: metadata.slug,
    located: metadata.dateline,
    associations: [...pictures(article, context, notes), ...related(article, context)],
    altIds: metadata.canonicalUrl === '' ? [] : [{ role: 'canonical', value: metadata.canonicalUrl }],
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
  });
}

/** ISO 8601 with time and offset, as the schema's date-time wants it, else empty. */
function dateTime(moment: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/u.test(moment)
    ? moment
    : moment.replace(/(T\d{2}:\d{2})(?=Z|[+-])/u, '$1:00').replace(/^[^T]*$/u, '');
}

/** An embargo that names only a day ends when that day begins, in universal time; that is said. */
function embargoEnd(metadata: Metadata, notes: NoteTaker): string {
  const { until } = metadata.embargo;
  const moment = dateTime(until);
  if (moment !== '' || until === '') return moment;
  notes.say(
    'embargo-without-time',
    'The embargo names a day without a time; it was written as the beginning of that day, UTC.',
  );
  return `${until}T00:00:00Z`;
}

function pubStatus(metadata: Metadata): 'usable' | 'withheld' | 'canceled' {
  if (metadata.status === 'killed') return 'canceled';
  const held = metadata.status === 'hold' || metadata.status === 'spiked';
  return held || metadata.embargo.active ? 'withheld' : 'usable';
}

function headlines(article: Article): readonly Json[] {
  const { kicker, printHeadline, socialHeadline, searchHeadline, shareTitle } = article.metadata;
  return valuesOf([
    ['main', headlineText(article)],
    ['kicker', kicker],
    ['print', printHeadline],
    ['social', socialHeadline],
    ['search', searchHeadline],
    ['share', shareTitle],
  ]);
}

function descriptions(article: Article): readonly Json[] {
  return valuesOf([
    ['summary', plainText(article.standfirst)],
    ['share', article.metadata.shareDescription],
    ['editorsNote', article.metadata.editorsNote],
  ]);
}

function valuesOf(entries: readonly (readonly [string, string])[]): readonly Json[] {
  return entries.flatMap(([role, value]) =>
    value.trim() === '' ? [] : [{ role, contentType: 'text/plain', value: value.trim() }],
  );
}

function bodies(article: Article, context: WriteContext, notes: NoteTaker): readonly Json[] {
  // The plain body repeats the other one, so what it alone leaves out is not lost.
  const plain = bodyTexts(article, takeNotes())
    .filter((text) => text.trim() !== '')
    .join('\n\n');
  if (plain === '' && article.body.length === 0) return [];
  const counts = { charCount: [...plain].length, wordCount: bodyWords(article) };
  const rich = xhtmlText(bodyElements(article, context, notes));
  return [
    { role: 'main', contentType: 'text/plain', ...counts, value: plain },
    { role: 'richtext', contentType: 'application/xhtml+xml', ...counts, value: rich },
  ];
}

function by(metadata: Metadata): string {
  return metadata.bylines
    .map((byline) => (byline.role === '' ? byline.name : `${byline.name} (${byline.role})`))
    .filter((person) => person.trim() !== '')
    .join(', ');
}

function people(metadata: Metadata): readonly Json[] {
  return metadata.bylines.flatMap((byline) =>
    byline.name.trim() === '' ? [] : [{ name: byline.name.trim(), rel: 'author' }],
  );
}

/** IPTC topics with their address and code, then free keywords and the part of the paper. */
function subjects(metadata: Metadata): readonly Json[] {
  const topics = metadata.topics.flatMap((topic) => {
    const uri = topicUri(topic);
    return topic.trim() === '' ? [] : [{ rel: 'about', ...(uri === null ? {} : { uri }), literal: topic }];
  });
  const keywords = metadata.keywords.flatMap((name) => (name.trim() === '' ? [] : [{ name, rel: 'keyword' }]));
  const section = metadata.section === '' ? [] : [{ name: metadata.section, rel: 'section' }];
  return [...topics, ...keywords, ...section];
}

function pictures(article: Article, context: WriteContext, notes: NoteTaker): readonly Json[] {
  const figures = article.body.filter((block): block is Figure => block.kind === 'figure');
  if (figures.some(({ gallery }) => gallery !== undefined)) {
    notes.say(
      'galleries-apart',
      'Pictures of galleries stand one by one among the associations; that they belong together is said only in the rich text.',
    );
  }
  return figures.flatMap((figure, at) => {
    if (figure.media === null) return [];
    const href = context.mediaHref(figure.media);
    const uri = webUri(href);
    if (uri === null) {
      notes.say(
        'picture-beside-file',
        'Pictures lie beside the file, so ninjs names their files instead of web addresses.',
      );
    }
    return [
      withoutEmpty({
        name: `picture-${at + 1}`,
        rel: 'picture',
        uri: uri ?? `urn:x-stet:media:${figure.media}`,
        type: 'picture',
        by: figure.credit,
        descriptions: valuesOf([
          ['caption', plainText(figure.caption)],
          ['alt', figure.decorative ? '' : figure.alt],
        ]),
        infoSources: figure.source === '' ? [] : [{ name: figure.source, role: 'source' }],
        renditions: [rendition(figure, href, uri)],
      }),
    ];
  });
}

function rendition(figure: Figure, href: string, uri: string | null): Json {
  const { width, height, focalPoint } = figure;
  const sized = width !== undefined && height !== undefined;
  return withoutEmpty({
    name: 'original',
    ...(uri === null ? { title: href } : { href: uri }),
    contentType: mediaType(figure.media ?? ''),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(focalPoint === undefined || !sized
      ? {}
      : { poi: { x: Math.round(focalPoint.x * width), y: Math.round(focalPoint.y * height) } }),
  });
}

function mediaType(name: string): string {
  const extension = name.split('.').at(-1) ?? '';
  return `image/${extension === 'jpg' ? 'jpeg' : extension}`;
}

function related(article: Article, context: WriteContext): readonly Json[] {
  return context.related.map((link, at) =>
    withoutEmpty({
      name: `related-${at + 1}`,
      rel: link.type,
      uri: relatedUri(link, article, at),
      type: 'text',
      representationType: 'partial',
      headlines: valuesOf([['main', link.headline]]),
      descriptions: valuesOf([['summary', link.blurb]]),
    }),
  );
}

/** Entries that are only words have no address of their own; they are named after the article they belong to. */
function relatedUri(link: ResolvedRelated, article: Article, at: number): string {
  const address = webUri(link.url ?? '');
  if (address !== null) return address;
  if (link.target.kind === 'article') return `urn:x-stet:article:${link.target.article}`;
  return `urn:x-stet:article:${article.id}:related:${at + 1}`;
}

function withoutEmpty(object: Json): Json {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}
