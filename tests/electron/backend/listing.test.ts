import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import type { Summary } from '#shared/article/summary.ts';
import type { Holding } from '#electron/backend/holding.ts';
import { fold, Listing, resolveRelated } from '#electron/backend/listing.ts';

const idOf = (number: number): ArticleId => String(number).padStart(26, '0') as ArticleId;

function holding(number: number, headline: string, more: Partial<Summary> = {}): [ArticleId, Holding] {
  const id = idOf(number);
  const summary: Summary = {
    id,
    headline,
    slug: '',
    kicker: '',
    intro: `Intro ${number}`,
    status: 'writing',
    language: 'en',
    section: '',
    assignee: '',
    byline: '',
    words: 1,
    commissionedLength: 0,
    deadline: '',
    embargoed: false,
    trashed: false,
    canonicalUrl: '',
    created: '',
    modified: `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`,
    ...more,
  };
  return [id, { id, summary, modified: 0, schema: 1, snapshot: 0, frames: [], mirror: null, mirrored: 0 }];
}

const holdings = new Map([
  holding(1, 'Élections à Québec', { byline: 'Zoë Łaska' }),
  holding(2, 'الأَخْبَارُ العالميّة', { status: 'ready' }),
  holding(3, 'שָׁלוֹם עולם', { trashed: true }),
  holding(4, 'Budget row goes on', { section: 'Politics', canonicalUrl: 'https://paper.example/budget' }),
]);
const found = (query: Parameters<Listing['list']>[0]): number[] =>
  new Listing(holdings).list(query).items.map((item) => Number(item.id));

describe('a list', () => {
  it('is newest first, without the trash, and in pages', () => {
    expect(found({})).toEqual([4, 2, 1]);
    expect(found({ trashed: true })).toEqual([3]);
    expect(found({ offset: 1, limit: 1 })).toEqual([2]);
    expect(new Listing(holdings).list({ limit: 1 }).total).toBe(3);
    expect(found({ status: 'ready' })).toEqual([2]);
  });

  it('finds all words, folded, in any order', () => {
    expect(found({ search: 'quebec elections' })).toEqual([1]);
    expect(found({ search: 'ZOE' })).toEqual([1]);
    expect(found({ search: 'politics budget' })).toEqual([4]);
    expect(found({ search: 'budget quebec' })).toEqual([]);
    expect(found({ search: 'الاخبار العالمية' })).toEqual([2]);
    expect(found({ search: 'שלום', trashed: true })).toEqual([3]);
  });

  it('folds Persian and Arabic forms alike', () => {
    expect(fold('کتاب‌های')).toBe(fold('كتابهاي'));
    expect(fold('مدرسة')).toBe(fold('مدرسه'));
  });
});

describe('related articles', () => {
  it('get headline, blurb and address from the library unless they have their own', () => {
    const link = (target: RelatedLink['target'], headline = ''): RelatedLink => ({
      id: 'x',
      type: 'related',
      target,
      headline,
      blurb: '',
    });
    const related = [
      link({ kind: 'article', article: idOf(4) }),
      link({ kind: 'article', article: idOf(1) }, 'Own words'),
      link({ kind: 'article', article: idOf(9) }),
      link({ kind: 'url', url: 'https://elsewhere.example/' }, 'Elsewhere'),
      link({ kind: 'none' }, 'Only words'),
    ];
    expect(resolveRelated(holdings, { related }).map(({ headline, blurb, url }) => [headline, blurb, url])).toEqual([
      ['Budget row goes on', 'Intro 4', 'https://paper.example/budget'],
      ['Own words', 'Intro 1', undefined],
      ['', '', undefined],
      ['Elsewhere', '', 'https://elsewhere.example/'],
      ['Only words', '', undefined],
    ]);
  });
});
