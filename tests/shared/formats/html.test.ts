import { describe, expect, test } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import { blockText, type Block } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import type { Reading } from '#shared/formats/format.ts';
import { elementsIn, parseHtml } from '#shared/formats/html-element.ts';
import { htmlReader } from '#shared/formats/html-reader.ts';
import { htmlWriter } from '#shared/formats/html-writer.ts';
import { article, context, MEDIA } from './articles.ts';
import { METADATA, RICH, words } from './rich.ts';

function read(html: string): Reading {
  const reading = htmlReader.read(new TextEncoder().encode(html), 'page.html');
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}

function write(of: Article): string {
  return new TextDecoder().decode(htmlWriter.write(of, context(of)).bytes);
}

describe('HTML out and in', () => {
  test('a full page read back has the same headline, standfirst, body and related list', () => {
    const { draft } = read(write(RICH));
    expect(draft.headline).toEqual(RICH.headline);
    expect(draft.standfirst).toEqual(RICH.standfirst);
    expect(draft.body).toEqual(RICH.body);
    expect(draft.related).toEqual(
      RICH.related.map(({ type, target, headline, blurb }) => ({ type, target, headline, blurb })),
    );
    expect(draft.metadata).toEqual({ ...METADATA, language: 'en' });
  });

  test('a gallery is a figure of figures, ours and anybody’s', () => {
    const shown = (alt: string, gallery: string): Block => {
      const texts = { caption: words(alt), credit: '', source: '', alt, decorative: false };
      return { kind: 'figure', media: null, ...texts, gallery };
    };
    const body = [shown('one', 'a'), shown('two', 'a'), shown('three', 'b')];
    const html = write(article({ body }));
    expect(html).toContain('<figure class="gallery" data-gallery="a">');
    const named = read(html).draft.body.map((block) => (block.kind === 'figure' ? block.gallery : block.kind));
    expect(named).toEqual(['a', 'a', 'b']);
    const picture = '<figure><img src="x.jpg"><figcaption>at</figcaption></figure>';
    const others = read(`<article><h1>H</h1><p>Text.</p><figure>${picture}${picture}</figure>${picture}</article>`);
    const galleries = others.draft.body.map((block) => (block.kind === 'figure' ? (block.gallery ?? 'alone') : 'text'));
    expect(galleries).toEqual(['text', 'gallery-2', 'gallery-2', 'alone']);
  });

  test('nothing in an article can end the linked data or run', () => {
    const html = write(RICH);
    expect(elementsIn(parseHtml(html), (part) => part.tagName === 'script')).toHaveLength(1);
    expect(html).not.toContain('<deal>');
    const data: unknown = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/u.exec(html)?.[1] ?? '');
    expect(data).toMatchObject({ '@type': 'NewsArticle', headline: 'A & B: the <deal>' });
  });

  test('the head carries description, canonical address, Open Graph and card', () => {
    const html = write(RICH);
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
    const html = write(article({ ...RICH, metadata: { language: 'he' } }));
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
