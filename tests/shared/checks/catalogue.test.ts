import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import type { Block, Figure, MediaName } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA, type Metadata } from '#shared/article/metadata.ts';
import { reportOf } from '#shared/checks/block-report.ts';
import { viewOf, viewOfLine } from '#shared/checks/block-view.ts';
import { blocking, checkArticle, findsAsBefore } from '#shared/checks/catalogue.ts';
import { PLAIN_HOUSE } from '#shared/checks/house.ts';

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

describe('findsAsBefore', () => {
  const reported = ({ metadata, related, headline, standfirst, body }: Article) => ({
    metadata,
    related,
    headline: [reportOf(viewOfLine(headline), 'en', PLAIN_HOUSE)],
    standfirst: [reportOf(viewOfLine(standfirst), 'en', PLAIN_HOUSE)],
    body: body.map(viewOf).map((view) => reportOf(view, 'en', PLAIN_HOUSE)),
  });
  const before = reported(article([paragraph('A finished paragraph.'), paragraph('TK')]));
  const with_ = (at: number, text: string) => {
    const block = reportOf(viewOf(paragraph(text)), 'en', PLAIN_HOUSE);
    return { ...before, body: before.body.map((was, index) => (index === at ? block : was)) };
  };

  it('is so while a block without findings stays one', () => {
    expect(findsAsBefore(before, before)).toBe(true);
    expect(findsAsBefore(before, with_(0, 'A finished paragraph, and more.'))).toBe(true);
  });

  it('is not so when something comes, goes or may, or when the length is over', () => {
    expect(findsAsBefore(before, with_(0, 'A finished finished paragraph.'))).toBe(false);
    expect(findsAsBefore(before, with_(0, '“A paragraph that is not.'))).toBe(false);
    expect(findsAsBefore(before, with_(0, ''))).toBe(false);
    expect(findsAsBefore(before, with_(1, 'Known now'))).toBe(false);
    expect(findsAsBefore(before, { ...before, body: before.body.slice(1) })).toBe(false);
    expect(findsAsBefore(before, { ...before, headline: with_(0, 'Other').headline.concat() })).toBe(true);
    expect(findsAsBefore(before, { ...before, headline: with_(0, 'Other').body })).toBe(false);
    const metadata = { ...before.metadata, commissionedLength: 2 };
    expect(findsAsBefore({ ...before, metadata }, { ...with_(0, 'Two words'), metadata })).toBe(false);
  });

  it('is not so where a block after an unended quotation changes', () => {
    const open = { ...before, body: with_(0, '“An unended quotation').body };
    const changed = reportOf(viewOf(paragraph('“Goes on')), 'en', PLAIN_HOUSE);
    const quiet = reportOf(viewOf(paragraph('Quiet')), 'en', PLAIN_HOUSE);
    const [first] = open.body;
    if (first === undefined) throw new Error('no block');
    expect(findsAsBefore({ ...open, body: [first, quiet] }, { ...open, body: [first, changed] })).toBe(false);
  });
});
