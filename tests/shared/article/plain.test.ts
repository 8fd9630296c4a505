import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';
import { plainArticle } from '#shared/article/plain.ts';

const id = '0'.repeat(26) as ArticleId;
const other = '1'.repeat(26) as ArticleId;

describe('plainArticle', () => {
  it('prints every kind of block flat, with its text and its rich content', () => {
    const bold = [run('bold', { bold: true }), run(' plain')];
    const article: Article = {
      id,
      headline: [run('Head')],
      standfirst: [run('Stand')],
      body: [
        { kind: 'heading', level: 3, content: [run('Part')] },
        { kind: 'paragraph', content: bold, list: 'bulleted', indent: 1, box: 'b', language: 'he', direction: 'rtl' },
        { kind: 'blockQuote', content: [run('q')], attribution: 'Her' },
        { kind: 'figure', media: null, caption: bold, credit: 'C', source: 'S', alt: 'A', decorative: false },
        { kind: 'table', rows: [{ cells: [{ content: [run('x')], header: true }] }] },
        { kind: 'embed', url: 'https://example.org/', title: 'E' },
        { kind: 'rule' },
        { kind: 'relatedCard', related: 'r1' },
      ],
      metadata: { ...DEFAULT_METADATA, slug: 'harbour', language: 'he' },
      related: [],
    };
    const plain = plainArticle(
      article,
      [
        {
          id: 'r1',
          type: 'background',
          target: { kind: 'article', article: other },
          headline: 'O',
          blurb: 'B',
          url: 'https://example.org/o',
        },
        { id: 'r2', type: 'related', target: { kind: 'url', url: 'https://example.org/p' }, headline: 'P', blurb: '' },
        { id: 'r3', type: 'related', target: { kind: 'none' }, headline: 'Q', blurb: 'words only' },
      ],
      '2026-11-24T10:00:00.000Z',
    );
    expect(plain).toMatchObject({ id, headline: 'Head', standfirst: 'Stand', slug: 'harbour', status: 'writing' });
    expect(plain).toMatchObject({ language: 'he', words: 8, modified: '2026-11-24T10:00:00.000Z' });
    expect(plain.body).toEqual([
      { kind: 'heading', text: 'Part', level: 3, content: [run('Part')] },
      {
        kind: 'paragraph',
        text: 'bold plain',
        list: 'bulleted',
        indent: 1,
        box: 'b',
        language: 'he',
        direction: 'rtl',
        content: bold,
      },
      { kind: 'blockQuote', text: 'q', attribution: 'Her', content: [run('q')] },
      {
        kind: 'figure',
        text: 'bold plain',
        caption: 'bold plain',
        media: null,
        credit: 'C',
        source: 'S',
        alt: 'A',
        decorative: false,
        content: bold,
      },
      { kind: 'table', text: 'x', rows: [[{ text: 'x', header: true, content: [run('x')] }]] },
      { kind: 'embed', text: 'E', url: 'https://example.org/', title: 'E' },
      { kind: 'rule', text: '' },
      { kind: 'relatedCard', text: '', related: 'r1' },
    ]);
    expect(plain.related).toEqual([
      { id: 'r1', type: 'background', headline: 'O', blurb: 'B', article: other },
      { id: 'r2', type: 'related', headline: 'P', blurb: '', url: 'https://example.org/p' },
      { id: 'r3', type: 'related', headline: 'Q', blurb: 'words only' },
    ]);
  });
});
