import { describe, expect, it } from 'vitest';
import { hashOf, routeOf } from '#renderer/app/route.ts';
import type { ArticleId } from '#shared/article/identity.ts';

const ID = '0123456789abcdefghjkmnpqrs' as ArticleId;
const OTHER = '1123456789abcdefghjkmnpqrs' as ArticleId;

describe('route', () => {
  it('goes to the hash and back', () => {
    for (const route of [
      { screen: 'library' },
      { screen: 'desk' },
      { screen: 'edit', id: ID },
      { screen: 'edit', id: ID, beside: OTHER },
      { screen: 'share', id: ID },
    ] as const) {
      expect(routeOf(hashOf(route))).toEqual(route);
    }
  });

  it('shows an article once', () => {
    expect(routeOf(`#/edit/${ID}/${ID}`)).toEqual({ screen: 'edit', id: ID });
    expect(routeOf(`#/edit/${ID}/nobody`)).toEqual({ screen: 'edit', id: ID });
  });

  it('takes everything unknown for the library', () => {
    for (const hash of [
      '',
      '#',
      '#/',
      '#/edit',
      '#/edit/',
      '#/desk/nobody',
      '#/edit/nobody',
      `#/print/${ID}`,
      `#/edit/${ID.toUpperCase()}`,
    ]) {
      expect(routeOf(hash)).toEqual({ screen: 'library' });
    }
  });
});
