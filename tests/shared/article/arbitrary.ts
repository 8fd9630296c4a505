import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { ArticleDraft } from '#shared/article/article.ts';
import type { Block, Figure, MediaName, Table, TextBlock } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { joinRuns, type Inline, type Marks } from '#shared/article/inline.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import { RELATED_TYPES, type RelatedLink, type RelatedTarget } from '#shared/article/related.ts';
import { STATUSES } from '#shared/article/status.ts';

/** Articles as people write them, in every script we care for; always well formed, canonical and without ids to clash. */

const CHARACTERS = [
  ...'abcdefghij XYZ ,.;:!?-–—“”‘’…0123456789',
  ...'שלום עולם״׳־',
  ...'مرحبا بالعالم؟،ـ',
  ...'سلام دنیا‌پک۰۱۲',
  ...'日本語中文ไทย한국어Ωжñß',
  // Clusters: combining marks, pointed Hebrew and Arabic, joined and coloured emoji, a flag, a direction mark.
  'e\u0301',
  'שָׁ',
  'مُّ',
  'z\u0327\u0301',
  '🙂',
  '👩🏽‍🚒',
  '🇮🇱',
  '👨‍👩‍👧',
  '\u200F',
  '𝒳',
  '\u00A0',
];

/** Not empty, one line, no white space at either end. */
export const words: Arbitrary<string> = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 30 })
  .map((characters) => characters.join('').trim() || 'x');

const url = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a?b=c&d=%D7%A9#e',
  'http://example.org:8080/path',
  'https://xn--4dbrk0ce.example/שלום',
);
const href = fc.oneof(url, fc.constantFrom('mailto:desk@example.org', 'tel:+4930123456'));
const language = fc.constantFrom('en', 'en-GB', 'he', 'ar', 'fa', 'de', 'ja');
const direction = fc.constantFrom('ltr' as const, 'rtl' as const);
const flag = fc.constant(true as const);

const media: Arbitrary<MediaName> = fc
  .tuple(
    fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 }),
    fc.constantFrom('jpg', 'png', 'webp'),
  )
  .map(([digest, extension]) => `${digest.join('')}.${extension}` as MediaName);

const marks: Arbitrary<Marks> = fc.record(
  {
    bold: flag,
    italic: flag,
    underline: flag,
    strike: flag,
    subscript: flag,
    superscript: flag,
    highlight: flag,
    cq: flag,
    link: fc.record({ href }),
    language: fc.record({ tag: language, direction }, { requiredKeys: ['tag'] }),
  },
  { requiredKeys: [] },
);

const inline: Arbitrary<Inline> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks: fc.oneof(fc.constant({}), marks) }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) },
);

/** Runs are joined, so that reading one back gives the same one. */
const inlines: Arbitrary<Inline[]> = fc.array(inline, { maxLength: 5 }).map(joinRuns);

const common = {
  content: inlines,
  list: fc.constantFrom('bulleted' as const, 'numbered' as const),
  indent: fc.integer({ min: 1, max: 8 }),
  box: words,
  language,
  direction,
};
const content: ['content'] = ['content'];

const textBlock: Arbitrary<TextBlock> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), ...common }, { requiredKeys: ['kind', ...content] }),
  fc.record(
    { kind: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const, 4 as const), ...common },
    { requiredKeys: ['kind', 'level', ...content] },
  ),
  fc.record(
    { kind: fc.constant('blockQuote' as const), attribution: words, ...common },
    { requiredKeys: ['kind', ...content] },
  ),
  fc.record(
    { kind: fc.constant('pullQuote' as const), attribution: words, ...common },
    { requiredKeys: ['kind', ...content] },
  ),
  fc.record({ kind: fc.constant('correction' as const), ...common }, { requiredKeys: ['kind', ...content] }),
);

const fraction = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const text = fc.oneof(fc.constant(''), words);

const figure: Arbitrary<Figure> = fc.record(
  {
    kind: fc.constant('figure' as const),
    media: fc.option(media),
    caption: inlines,
    credit: text,
    source: text,
    alt: text,
    decorative: fc.boolean(),
    focalPoint: fc.record({ x: fraction, y: fraction }),
    gallery: fc.constantFrom('g1', 'g2'),
    width: fc.integer({ min: 1, max: 20_000 }),
    height: fc.integer({ min: 1, max: 20_000 }),
  },
  { requiredKeys: ['kind', 'media', 'caption', 'credit', 'source', 'alt', 'decorative'] },
);

const cell = fc.record({ content: inlines, header: fc.boolean() });

const table: Arbitrary<Table> = fc.record({
  kind: fc.constant('table' as const),
  rows: fc.array(fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 4 }) }), { minLength: 1, maxLength: 4 }),
});

/** Every kind of block; a related card names the first entry of the draft's list. */
export const block: Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: textBlock },
  { weight: 2, arbitrary: figure },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('embed' as const), url, title: text }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'rule' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'relatedCard' as const, related: '0' }) },
);

const moment = fc.constantFrom('', '2026-11-30', '2026-11-30T06:00:00Z', '2026-11-30T06:00:00+02:00');
const list = fc.array(words, { maxLength: 4 });

/** Any choice of metadata fields with well-formed values. */
const metadata: Arbitrary<Partial<Metadata>> = fc.record(
  {
    slug: text,
    urlSlug: text,
    kicker: text,
    bylines: fc.array(fc.record({ name: words, role: text }), { maxLength: 3 }),
    dateline: text,
    desk: text,
    section: text,
    keywords: list,
    topics: fc.array(fc.constantFrom('medtop:20000344', 'medtop:04000000'), { maxLength: 2 }),
    genre: text,
    language,
    priority: fc.integer({ min: 1, max: 9 }),
    status: fc.constantFrom(...STATUSES),
    assignee: text,
    deadline: moment,
    embargo: fc.record({ active: fc.boolean(), until: moment, reason: text }),
    commissionedLength: fc.integer({ min: 0, max: 10_000 }),
    legalFlag: fc.boolean(),
    pictureFlag: fc.boolean(),
    edNote: text,
    editorsNote: text,
    copyright: text,
    canonicalUrl: fc.oneof(fc.constant(''), url),
    printHeadline: text,
    socialHeadline: text,
    searchHeadline: text,
    shareTitle: text,
    shareDescription: text,
    shareImage: fc.oneof(fc.constant('' as const), media),
    published: moment,
    created: moment,
    trashed: fc.boolean(),
  },
  { requiredKeys: [] },
);

export const articleId: Arbitrary<ArticleId> = fc
  .array(fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), { minLength: 26, maxLength: 26 })
  .map((characters) => characters.join('') as ArticleId);

const target: Arbitrary<RelatedTarget> = fc.oneof(
  fc.record({ kind: fc.constant('article' as const), article: articleId }),
  fc.record({ kind: fc.constant('url' as const), url }),
  fc.constant({ kind: 'none' as const }),
);

const relatedLink: Arbitrary<Omit<RelatedLink, 'id'>> = fc.record({
  type: fc.constantFrom(...RELATED_TYPES),
  target,
  headline: text,
  blurb: text,
});

/** A whole article about to be: at least one block, and at least one related entry for related cards to name. */
export const draft: Arbitrary<ArticleDraft> = fc.record({
  headline: inlines,
  standfirst: inlines,
  body: fc.array(block, { minLength: 1, maxLength: 12 }),
  metadata,
  related: fc.array(relatedLink, { minLength: 1, maxLength: 5 }),
});

/** Random bytes from a seed: the same seed, the same world. */
export function seededRandom(seed: number): (bytes: number) => Uint8Array {
  let state = seed >>> 0 || 1;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      return state & 255;
    });
}
