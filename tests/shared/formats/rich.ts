import type { Block } from '#shared/article/block.ts';
import { run, type Marks } from '#shared/article/inline.ts';
import { article, MEDIA } from './articles.ts';

export const words = (text: string, marks: Marks = {}) => [run(text, marks)];

export const METADATA = {
  kicker: 'Analysis',
  bylines: [
    { name: 'Ana Ruiz', role: 'Madrid correspondent' },
    { name: 'Bo Li', role: '' },
  ],
  dateline: 'MADRID',
  section: 'World',
  keywords: ['trade', '</script><script>alert(1)</script>'],
  topics: ['medtop:20000344'],
  published: '2026-11-24T09:00:00Z',
  canonicalUrl: 'https://example.com/deal',
  copyright: '© Example',
} as const;

/** An article with one of everything that a page can show. */
export const RICH = article({
  headline: [run('A & B: '), run('the <deal>', { italic: true })],
  standfirst: words('What it means.'),
  metadata: METADATA,
  body: [
    {
      kind: 'paragraph',
      content: [
        run('One '),
        run('bold', { bold: true }),
        run(' and '),
        run('link', { link: { href: 'https://e.com/?a=1&b=2' } }),
      ],
    },
    { kind: 'heading', level: 2, content: words('Section') },
    { kind: 'paragraph', content: words('a'), list: 'bulleted' },
    { kind: 'paragraph', content: words('a.1'), list: 'numbered', indent: 1 },
    { kind: 'paragraph', content: words('b'), list: 'bulleted' },
    { kind: 'blockQuote', content: words('Said one.') },
    { kind: 'blockQuote', content: words('Said two.'), attribution: 'A minister' },
    { kind: 'pullQuote', content: words('Pulled.'), attribution: 'An aide' },
    { kind: 'heading', level: 3, content: words('Inside'), box: 'What we know' },
    { kind: 'paragraph', content: words('fact'), list: 'bulleted', box: 'What we know' },
    {
      kind: 'figure',
      media: MEDIA,
      caption: [run('The '), run('port', { italic: true })],
      credit: 'Jo Doe',
      source: 'AFP',
      alt: 'A port at dusk',
      decorative: false,
      focalPoint: { x: 0.5, y: 0.25 },
      width: 1200,
      height: 800,
    },
    {
      kind: 'table',
      rows: [
        {
          cells: [
            { content: words('Year'), header: true },
            { content: words('Sum'), header: true },
          ],
        },
        {
          cells: [
            { content: words('2025'), header: true },
            { content: words('3'), header: false },
          ],
        },
      ],
    },
    { kind: 'embed', url: 'https://video.example/1', title: 'The speech' },
    { kind: 'rule' },
    { kind: 'paragraph', content: words('שלום עולם'), language: 'he', direction: 'rtl' },
    { kind: 'correction', content: words('An earlier version said 4.') },
  ] satisfies Block[],
  related: [
    {
      id: 'r1',
      type: 'related',
      target: { kind: 'url', url: 'https://example.com/other' },
      headline: 'Other',
      blurb: 'About it.',
    },
    { id: 'r2', type: 'related', target: { kind: 'none' }, headline: '', blurb: 'Only words.' },
  ],
});
