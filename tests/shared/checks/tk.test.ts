import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';
import { checkArticle } from '#shared/checks/catalogue.ts';
import type { Finding } from '#shared/checks/check.ts';
import { countTks, findTks } from '#shared/checks/tk.ts';

function tkLeft(article: Article): readonly Finding[] {
  return checkArticle(article).filter(({ code }) => code === 'tk-left');
}

const EMPTY: Article = {
  id: '0'.repeat(26) as ArticleId,
  headline: [],
  standfirst: [],
  body: [],
  metadata: DEFAULT_METADATA,
  related: [],
};

describe('countTks', () => {
  it.each([
    ['TK', 1],
    ['The mayor, Tk, said (tk) on TK.', 3],
    ['TKTK people', 1],
    ["TK's figure", 1],
    ['עד TK מיליון', 1],
    ['Atkins outkicked the Tkachenko brothers', 0],
    ['tK', 0],
    ['TK2', 0],
    ['TK_1', 0],
    ['see example.tk or www.example.tk/page', 0],
    ['He left.TK', 1],
    ['', 0],
  ])('%j holds %i', (text, count) => {
    expect(countTks(text)).toBe(count);
    expect(findTks(text).map(({ from, to }) => countTks(text.slice(from, to)))).toEqual(
      Array.from({ length: count }, () => 1),
    );
  });
});

describe('TKs left in an article', () => {
  it('looks wherever readers will: fields of text, pictures, tables, quotes, related and published metadata', () => {
    const found = tkLeft({
      ...EMPTY,
      headline: [run('TK')],
      standfirst: [run('tk')],
      body: [
        { kind: 'blockQuote', content: [run('fine')], attribution: 'TK' },
        { kind: 'rule' },
        { kind: 'figure', media: null, caption: [], credit: 'TK', source: 'TK', alt: 'TK', decorative: false },
        { kind: 'table', rows: [{ cells: [{ content: [run('TK')], header: false }] }] },
      ],
      related: [{ id: 'a', type: 'related', target: { kind: 'none' }, headline: 'x', blurb: 'TK' }],
      metadata: { ...DEFAULT_METADATA, kicker: 'TK', edNote: 'TK', bylines: [{ name: 'TK', role: '' }] },
    });
    expect(found.map((finding) => finding.block)).toEqual([
      undefined,
      undefined,
      0,
      2,
      3,
      undefined,
      undefined,
      undefined,
    ]);
    expect(found.every((finding) => finding.code === 'tk-left' && finding.severity === 'blocks')).toBe(true);
    expect(found[3]?.message).toBe('3 TKs are left in the caption, credit, source or alternative text of a picture.');
  });

  it('finds a TK whose letters carry different marks, and passes over one that is marked CQ', () => {
    const split = [run('a T', { bold: true }), run('K b')];
    expect(tkLeft({ ...EMPTY, body: [{ kind: 'paragraph', content: split }] })).toHaveLength(1);
    const checked = [run('flight '), run('TK', { cq: true }), run(' 1980')];
    expect(tkLeft({ ...EMPTY, body: [{ kind: 'paragraph', content: checked }] })).toEqual([]);
  });
});
