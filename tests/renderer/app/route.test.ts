import { describe, expect, it } from 'vitest';
import { hashOf, routeOf } from '#renderer/app/route.ts';
import type { ArticleId } from '#shared/article/identity.ts';

const ID = '0123456789abcdefghjkmnpqrs' as ArticleId;

describe('route', () => {
  it('goes to the hash and back', () => {
    for (const route of [
      { screen: 'library' },
      { screen: 'desk' },
      { screen: 'edit', id: ID },
      { screen: 'share', id: ID },
    ] as const) {
      expect(routeOf(hashOf(route))).toEqual(route);
    }
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
