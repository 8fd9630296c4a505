import { describe, expect, test } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import type { Block } from '#shared/article/block.ts';
import { blockText } from '#shared/article/block.ts';
import { run, type Marks } from '#shared/article/inline.ts';
import type { Reading } from '#shared/formats/format.ts';
import { elementsIn, parseHtml } from '#shared/formats/html-element.ts';
import { htmlReader } from '#shared/formats/html-reader.ts';
import { htmlWriter } from '#shared/formats/html-writer.ts';
import { article, context, MEDIA } from './articles.ts';

export function read(html: string): Reading {
  const reading = htmlReader.read(new TextEncoder().encode(html), 'page.html');
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}

function write(of: Article): string {
  return new TextDecoder().decode(htmlWriter.write(of, context(of)).bytes);
}

const words = (text: string, marks: Marks = {}) => [run(text, marks)];

const METADATA = {
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

const FULL = article({
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

describe('HTML out and in', () => {
  test('a full page read back has the same headline, standfirst, body and related list', () => {
    const { draft } = read(write(FULL));
    expect(draft.headline).toEqual(FULL.headline);
    expect(draft.standfirst).toEqual(FULL.standfirst);
    expect(draft.body).toEqual(FULL.body);
    expect(draft.related).toEqual(
      FULL.related.map(({ type, target, headline, blurb }) => ({ type, target, headline, blurb })),
    );
    expect(draft.metadata).toEqual({ ...METADATA, language: 'en' });
  });

  test('nothing in an article can end the linked data or run', () => {
    const html = write(FULL);
    expect(elementsIn(parseHtml(html), (part) => part.tagName === 'script')).toHaveLength(1);
    expect(html).not.toContain('<deal>');
    const data: unknown = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/u.exec(html)?.[1] ?? '');
    expect(data).toMatchObject({ '@type': 'NewsArticle', headline: 'A & B: the <deal>' });
  });

  test('the head carries description, canonical address, Open Graph and card', () => {
    const html = write(FULL);
    for (const part of [
      '<html lang="en" dir="ltr">',
      '<meta name="description" content="What it means.">',
      '<link rel="canonical" href="https://example.com/deal">',
      '<meta property="og:type" content="article">',
      `<meta property="og:image" content="https://example.com/media/${MEDIA}">`,
      '<meta property="article:author" content="Ana Ruiz">',
      '<meta name="twitter:card" content="summary_large_image">',
      '<th scope="col">Year</th>',
      '<th scope="row">2025</th>',
    ]) {
      expect(html).toContain(part);
    }
  });

  test('a Hebrew page runs from right to left and says so in its own words', () => {
    const html = write(article({ ...FULL, metadata: { language: 'he' } }));
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(html).toContain('כתבות קשורות');
  });

  test('a link outside the policy keeps its words and is noted', () => {
    const bad = article({
      body: [{ kind: 'paragraph', content: words('x', { link: { href: 'javascript:alert(1)' } }) }],
    });
    const { bytes, losses } = htmlWriter.write(bad, context(bad));
    expect(new TextDecoder().decode(bytes)).not.toContain('javascript:');
    expect(losses.map((note) => note.code)).toContain('link-refused');
  });
});

describe('HTML of other people', () => {
  test('the story is taken out of the page', () => {
    const { draft, notes } = read(`<!doctype html><html lang="en-GB"><head><title>Site - Story</title>
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Story",
      "author":[{"@type":"Person","name":"Ana Ruiz"}],"datePublished":"2026-01-02T03:04:05+01:00"}]}</script></head>
      <body><nav><ul><li>Home</li></ul></nav><main><article><h1>Story <em>now</em></h1><p>First   paragraph.</p>
      <aside>More from us</aside><h2>Part</h2><p style="font-weight:700">Bold.<br>Next</p><form><button>Buy</button></form>
      <footer><p>Tags</p></footer></article></main><footer>About us</footer></body></html>`);
    expect(draft.headline).toEqual([run('Story '), run('now', { italic: true })]);
    expect(draft.body.map(blockText)).toEqual(['First paragraph.', 'Part', 'Bold.\nNext']);
    expect(draft.metadata).toMatchObject({
      language: 'en-GB',
      bylines: [{ name: 'Ana Ruiz', role: '' }],
      published: '2026-01-02T03:04:05+01:00',
    });
    expect(notes.map((note) => note.code)).toContain('page-furniture-dropped');
  });

  test('lists nest, quotes keep who is quoted, tables and pictures stay', () => {
    const { draft, pictures } = read(`<h1>T</h1><ul><li>a<ol><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>
      <blockquote><p>Quote</p><cite>— Who</cite></blockquote>
      <table><tr><th>h</th><td>1<br>2</td></tr><tr><td>x</td><td>y</td></tr></table>
      <p>text <img src="a.jpg" alt="Alt"></p><pre>one
two</pre><iframe src="https://v.example/1" title="V"></iframe><a href="/rel">rel</a>`);
    expect(draft.body).toMatchObject([
      { list: 'bulleted', content: words('a') },
      { list: 'numbered', indent: 1, content: words('b') },
      { list: 'bulleted', content: [run('c'), { type: 'break' }, run('d')] },
      { kind: 'blockQuote', attribution: 'Who' },
      { kind: 'table' },
      { kind: 'paragraph', content: words('text') },
      { kind: 'figure', media: null, alt: 'Alt' },
      { kind: 'paragraph', content: [run('one'), { type: 'break' }, run('two')] },
      { kind: 'embed', url: 'https://v.example/1', title: 'V' },
      { kind: 'paragraph', content: words('rel') },
    ]);
    expect(pictures).toEqual([{ block: 6, href: 'a.jpg' }]);
  });

  test('a page captured from the customer loses its labels and keeps its related list', () => {
    const { draft } = read(`<body><div>Edit Content</div><h1>Head</h1><p>Body text.</p><h2>Related Articles</h2>
      <p>One blurb.</p><p><a href="https://e.com/2">Two</a></p><div>No More Articles</div><h3>Share the Article</h3>
      <p>Sharing: Head</p></body>`);
    expect(draft.body.map(blockText)).toEqual(['Body text.']);
    expect(draft.related).toMatchObject([
      { blurb: 'One blurb.', target: { kind: 'none' } },
      { headline: 'Two', blurb: '', target: { kind: 'url', url: 'https://e.com/2' } },
    ]);
  });
});
