import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';
import { checkArticle } from '#shared/checks/catalogue.ts';

function unbalanced(...paragraphs: string[]): (number | undefined)[] {
  const article: Article = {
    id: '0'.repeat(26) as ArticleId,
    headline: [],
    standfirst: [],
    body: paragraphs.map((text) => ({ kind: 'paragraph', content: [run(text)] })),
    metadata: DEFAULT_METADATA,
    related: [],
  };
  return checkArticle(article)
    .filter(({ code }) => code === 'quotes-unbalanced')
    .map((finding) => finding.block);
}

describe('quotes without end', () => {
  it('finds a mark without its partner', () => {
    expect(unbalanced('“Yes, she said.')).toEqual([0]);
    expect(unbalanced('Fine.', 'Yes,” she said.')).toEqual([1]);
    expect(unbalanced('She said "yes.')).toEqual([0]);
    expect(unbalanced('Elle dit « oui.')).toEqual([0]);
  });

  it('accepts balanced quotes of many languages', () => {
    expect(
      unbalanced('“Yes,” she said.', '"Yes."', '« Oui »', '„Ja“', '”Ja”', '»Ja«', '»Nein«, »doch«', 'It’s fine'),
    ).toEqual([]);
  });

  it('knows a quotation that runs over paragraphs, a gershayim and an inch', () => {
    expect(unbalanced('“One paragraph.', '“And the next.”')).toEqual([]);
    expect(unbalanced('דובר צה"ל אמר', 'a 6" nail')).toEqual([]);
  });
});
