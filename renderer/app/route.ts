import { isArticleId, type ArticleId } from '#shared/article/identity.ts';

/** Where in the application one is. Kept in the hash, so that back and forward work and a reload comes back here. */
export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'desk' }
  /** An article, and another one beside it. */
  | { readonly screen: 'edit'; readonly id: ArticleId; readonly beside?: ArticleId }
  | { readonly screen: 'share'; readonly id: ArticleId };

export const LIBRARY: Route = { screen: 'library' };

/** Reads a hash such as `#/edit/0123…`; everything unknown is the library. */
export function routeOf(hash: string): Route {
  const [screen, id, beside] = hash.replace(/^#\/?/u, '').split('/');
  if (screen === 'edit' && isArticleId(id) && isArticleId(beside) && id !== beside) return { screen, id, beside };
  if ((screen === 'edit' || screen === 'share') && isArticleId(id)) return { screen, id };
  return screen === 'desk' && id === undefined ? { screen } : LIBRARY;
}

/** The hash of a place, `#/` for the library. */
export function hashOf(route: Route): string {
  if (route.screen === 'edit' && route.beside !== undefined) return `#/edit/${route.id}/${route.beside}`;
  if ('id' in route) return `#/${route.screen}/${route.id}`;
  return route.screen === 'library' ? '#/' : `#/${route.screen}`;
}
