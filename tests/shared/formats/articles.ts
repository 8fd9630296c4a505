import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { Article, ArticleDraft } from '#shared/article/article.ts';
import type { Block, Figure, MediaName, TableCell } from '#shared/article/block.ts';
import { articleIdFrom } from '#shared/article/identity.ts';
import { joinRuns, run, type Inline, type Marks } from '#shared/article/inline.ts';
import { DEFAULT_METADATA, type Metadata } from '#shared/article/metadata.ts';
import { RELATED_TYPES, type RelatedLink, type RelatedTarget } from '#shared/article/related.ts';
import { STATUSES } from '#shared/article/status.ts';
import type { WriteContext } from '#shared/formats/format.ts';

const ARTICLE_ID = articleIdFrom(Uint8Array.from({ length: 26 }, (_unused, at) => at));
export const MEDIA = `${'0f'.repeat(32)}.jpg` as MediaName;

/** An article of these parts; whatever is not given is empty or default. */
export function article(
  parts: Partial<Omit<Article, 'metadata'>> & { readonly metadata?: Partial<Metadata> },
): Article {
  return {
    id: ARTICLE_ID,
    headline: parts.headline ?? [],
    standfirst: parts.standfirst ?? [],
    body: parts.body ?? [],
    metadata: { ...DEFAULT_METADATA, ...parts.metadata },
    related: parts.related ?? [],
  };
}

export function draftArticle(draft: ArticleDraft): Article {
  const related = draft.related.map((link, at) => ({ ...link, id: String(at) }));
  return article({ ...draft, related });
}

export function context(of: Article): WriteContext {
  const related = of.related.map((link) => ({
    ...link,
    ...(link.target.kind === 'url' ? { url: link.target.url } : {}),
  }));
  return { related, modified: '2026-11-24T10:00:00Z', mediaHref: (name) => `media/${name}` };
}

/** Text full of everything that formats take for signs, in several scripts. */
const text: Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('word', 'Über', 'שלום', 'سلام', '新闻', 'a', 'Z9', 'é', 'e\u0301', '👩‍👩‍👧'),
      },
      { weight: 3, arbitrary: fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u2009', '\u200f', '\u2028') },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '*',
          '**',
          '_',
          '__',
          '`',
          '~~',
          '[',
          ']',
          '(',
          ')',
          '![',
          '](',
          '<',
          '>',
          '<b>',
          '</b>',
          '<!-- stet: x -->',
          '&',
          '&amp;',
          '&#32;',
          '\\',
          '|',
          '#',
          '##',
          '-',
          '- ',
          '+ ',
          '1. ',
          '1) ',
          '=',
          '===',
          '---',
          '> ',
          ':',
          '://',
          'http://a.b/c',
          'https://x.y',
          'www.example.com',
          'a@b.co',
          '"',
          "'",
          '“',
          '’',
          '—',
          '— ',
          '!',
          '^',
          '[^1]',
          '[x]: y',
          '$',
          '%',
          '{',
          '}',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.join('').replaceAll(/\p{Cc}(?<!\t)/gu, ''));

const address = fc.oneof(
  fc.constantFrom(
    'https://example.com/a',
    'http://e.com/?a=1&copy;=2',
    'mailto:a@b.co',
    'tel:+123',
    'https://e.com/a_(b)_*c*\\d',
  ),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
);
const webAddress = fc.webUrl({ withFragments: true, withQueryParameters: true });
const yes = fc.constant(true as const);
const direction = fc.constantFrom('ltr' as const, 'rtl' as const);
const languageTag = fc.constantFrom('he', 'en-GB', 'ar', 'fa');

const marks: Arbitrary<Marks> = fc.record(
  {
    bold: yes,
    italic: yes,
    underline: yes,
    strike: yes,
    subscript: yes,
    superscript: yes,
    highlight: yes,
    cq: yes,
    link: fc.record({ href: address }),
    language: fc.record({ tag: languageTag, direction }, { requiredKeys: ['tag'] }),
  },
  { requiredKeys: [] },
);
const fewMarks = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Marks>({}) },
  { weight: 2, arbitrary: marks },
  {
    weight: 3,
    arbitrary: fc.record({ bold: yes, italic: yes, strike: yes }, { requiredKeys: [] }),
  },
);

const inlineContent: Arbitrary<readonly Inline[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(text, fewMarks).map(([words, look]): Inline => run(words, look)) },
      { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
    ),
    { maxLength: 5 },
  )
  .map(joinRuns);

const line = fc.oneof(fc.constant(''), text);
const common = {
  list: fc.constantFrom('bulleted' as const, 'numbered' as const),
  indent: fc.integer({ min: 1, max: 8 }),
  box: fc.oneof(fc.constant('Facts'), text),
  language: languageTag,
  direction,
};
const filledLine = text.filter((words) => words !== '');
const optional = { requiredKeys: ['kind', 'content'] } as { requiredKeys: ['kind', 'content'] };
const textBlock: Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), content: inlineContent, ...common }, optional),
  fc.record({ kind: fc.constant('paragraph' as const), content: inlineContent }),
  fc.record(
    { kind: fc.constant('paragraph' as const), content: inlineContent, list: common.list, indent: common.indent },
    {
      requiredKeys: ['kind', 'content', 'list'],
    },
  ),
  fc.record(
    {
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      content: inlineContent,
      ...common,
    },
    { requiredKeys: ['kind', 'level', 'content'] },
  ),
  fc.record(
    { kind: fc.constant('blockQuote' as const), content: inlineContent, attribution: filledLine, ...common },
    optional,
  ),
  fc.record(
    { kind: fc.constant('pullQuote' as const), content: inlineContent, attribution: filledLine, ...common },
    optional,
  ),
  fc.record({ kind: fc.constant('correction' as const), content: inlineContent, ...common }, optional),
);
const fraction = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const figure: Arbitrary<Figure> = fc.record(
  {
    kind: fc.constant('figure' as const),
    media: fc.constantFrom(MEDIA, null),
    caption: inlineContent,
    credit: line,
    source: line,
    alt: line,
    decorative: fc.boolean(),
    focalPoint: fc.record({ x: fraction, y: fraction }),
    gallery: fc.constantFrom('g1', 'g2'),
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 9000 }),
  },
  { requiredKeys: ['kind', 'media', 'caption', 'credit', 'source', 'alt', 'decorative'] },
);
const cell: Arbitrary<TableCell> = fc.record({ content: inlineContent, header: fc.boolean() });
const table: Arbitrary<Block> = fc.record({
  kind: fc.constant('table' as const),
  rows: fc.array(fc.record({ cells: fc.array(cell, { maxLength: 3 }) }), { maxLength: 3 }),
});

const target: Arbitrary<RelatedTarget> = fc.oneof(
  fc.constant<RelatedTarget>({ kind: 'none' }),
  fc.constant<RelatedTarget>({ kind: 'article', article: ARTICLE_ID }),
  webAddress.map((url): RelatedTarget => ({ kind: 'url', url })),
);
const relatedList = fc
  .array(fc.record({ type: fc.constantFrom(...RELATED_TYPES), target, headline: line, blurb: line }), { maxLength: 3 })
  .map((links): readonly RelatedLink[] => links.map((link, at) => ({ ...link, id: String(at) })));

const moment = fc.constantFrom('', '2026-11-30', '2026-11-30T06:00:00Z', '2026-11-30T06:00:00.5+02:00');
const metadata: Arbitrary<Partial<Metadata>> = fc.record(
  {
    slug: line,
    kicker: line,
    bylines: fc.array(fc.record({ name: line, role: line }), { maxLength: 2 }),
    dateline: line,
    keywords: fc.array(line, { maxLength: 3 }),
    topics: fc.constant(['medtop:20000344']),
    language: fc.constantFrom('en', 'he', 'fa'),
    priority: fc.integer({ min: 1, max: 9 }),
    status: fc.constantFrom(...STATUSES),
    embargo: fc.record({ active: fc.boolean(), until: moment, reason: line }),
    commissionedLength: fc.integer({ min: 0, max: 5000 }),
    legalFlag: fc.boolean(),
    edNote: fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n')),
    editorsNote: line,
    canonicalUrl: fc.oneof(fc.constant(''), webAddress),
    shareImage: fc.constantFrom('' as const, MEDIA),
    published: moment,
    trashed: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Any article that formats can be asked to write. */
export const anyArticle: Arbitrary<Article> = relatedList.chain((related) => {
  const card = fc
    .integer({ min: 0, max: Math.max(0, related.length - 1) })
    .map((at): Block => ({ kind: 'relatedCard', related: String(at) }));
  const block: Arbitrary<Block> = fc.oneof(
    { weight: 8, arbitrary: textBlock },
    { weight: 1, arbitrary: figure },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('embed' as const), url: webAddress, title: line }) },
    { weight: 1, arbitrary: fc.constant<Block>({ kind: 'rule' }) },
    ...(related.length > 0 ? [{ weight: 1, arbitrary: card }] : []),
  );
  return fc
    .record({ headline: inlineContent, standfirst: inlineContent, body: fc.array(block, { maxLength: 8 }), metadata })
    .map((parts) => article({ ...parts, related }));
});
