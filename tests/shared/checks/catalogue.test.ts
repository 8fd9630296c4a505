import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import type { Block, Figure, MediaName } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA, type Metadata } from '#shared/article/metadata.ts';
import { blocking, checkArticle } from '#shared/checks/catalogue.ts';

const picture: Figure = {
  kind: 'figure',
  media: `${'a'.repeat(64)}.jpg` as MediaName,
  caption: [run('The harbour at dawn')],
  credit: 'Ana Ruiz',
  source: '',
  alt: 'Boats in fog',
  decorative: false,
};

function article(body: readonly Block[], metadata: Partial<Metadata> = {}, headline = 'A headline'): Article {
  return {
    id: '0'.repeat(26) as ArticleId,
    headline: headline === '' ? [] : [run(headline)],
    standfirst: [],
    body,
    metadata: { ...DEFAULT_METADATA, ...metadata },
    related: [],
  };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [run(text)] };
}

function codes(subject: Article): string[] {
  return checkArticle(subject).map((finding) => finding.code);
}

describe('checkArticle', () => {
  it('finds nothing in a finished article', () => {
    expect(checkArticle(article([paragraph('A finished paragraph.'), picture]))).toEqual([]);
  });

  it('puts what blocks before what warns, with the place in the body', () => {
    const found = checkArticle(article([paragraph('“Open'), paragraph('TK')], { legalFlag: true }));
    expect(found.map(({ code, severity, block }) => [code, severity, block])).toEqual([
      ['legal-flag', 'blocks', undefined],
      ['tk-left', 'blocks', 1],
      ['quotes-unbalanced', 'warns', 0],
    ]);
    expect(blocking(found)).toHaveLength(2);
  });

  it('blocks an active embargo even when its time is past, and not one that was lifted', () => {
    const until = '2001-01-01T00:00:00Z';
    const active = article([paragraph('x')], { embargo: { active: true, until, reason: 'secret reason' } });
    expect(checkArticle(active)).toEqual([
      {
        code: 'embargo-active',
        severity: 'blocks',
        message: `The article is under embargo until ${until}.`,
        values: { until },
      },
    ]);
    expect(codes(article([paragraph('x')], { embargo: { active: false, until, reason: '' } }))).toEqual([]);
  });

  it('wants alternative text and a credit of every picture', () => {
    expect(codes(article([paragraph('x'), { ...picture, alt: ' ', credit: '' }]))).toEqual([
      'alt-missing',
      'credit-missing',
    ]);
    expect(codes(article([paragraph('x'), { ...picture, alt: '', decorative: true }]))).toEqual([]);
    expect(codes(article([paragraph('x'), { ...picture, media: null }]))).toEqual(['picture-missing']);
  });

  it('warns of what is missing or too long', () => {
    expect(codes(article([], {}, ''))).toEqual(['headline-missing', 'body-empty']);
    expect(codes(article([paragraph('x')], {}, 'h'.repeat(111)))).toEqual(['headline-long']);
    expect(codes(article([paragraph('one two three four')], { commissionedLength: 3 }))).toEqual(['over-length']);
    expect(codes(article([paragraph('x'), { kind: 'heading', level: 2, content: [] }]))).toEqual(['heading-empty']);
    expect(codes(article([paragraph('x')], { status: 'spiked' }))).toEqual(['dropped']);
    expect(codes(article([paragraph('x')], { trashed: true, status: 'spiked' }))).toEqual(['in-trash']);
    expect(codes(article([paragraph('x')], { pictureFlag: true }))).toEqual(['picture-flag']);
    expect(codes(article([paragraph('x'), { kind: 'relatedCard', related: 'gone' }]))).toEqual(['related-card-lost']);
  });
});
