import { describe, expect, it } from 'vitest';
import { readPlaces } from '#renderer/connection/places.ts';

const ID = '0123456789abcdefghjkmnpqrs';

describe('readPlaces', () => {
  it('gives back what was kept', () => {
    const place = { field: 'body', anchor: { assoc: 0 }, head: null, top: 40 };
    const places = readPlaces({ open: `#/edit/${ID}`, articles: [[ID, place]] });
    expect(places.open).toBe(`#/edit/${ID}`);
    expect([...places.articles]).toEqual([[ID, place]]);
  });

  it('leaves out whatever is odd', () => {
    for (const kept of [null, 7, 'x', [], { open: 9 }, { open: 'https://example.org' }, { articles: 'x' }]) {
      expect(readPlaces(kept)).toEqual({ open: '', articles: new Map() });
    }
    const articles = [[ID], ['nobody', { field: 'body' }], [ID, { field: 7 }], null, [ID, { field: 'body', top: 'x' }]];
    expect([...readPlaces({ articles }).articles]).toMatchObject([[ID, { field: 'body', top: 0 }]]);
  });

  it('remembers no more than it says', () => {
    const many = Array.from({ length: 500 }, (_, at) => [
      `${String(at).padStart(4, '0')}${ID.slice(4)}`,
      { field: 'body' },
    ]);
    expect(readPlaces({ articles: many }).articles.size).toBe(60);
  });
});
