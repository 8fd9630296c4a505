import { useSyncExternalStore } from 'react';
import { hashOf, LIBRARY, routeOf, type Route } from './route.ts';

/** Goes somewhere; the browser's back button returns. */
export function go(route: Route): void {
  if (hashOf(route) !== window.location.hash) window.location.hash = hashOf(route);
}

let read: { readonly hash: string; readonly route: Route } = { hash: '', route: LIBRARY };

function current(): Route {
  const { hash } = window.location;
  if (hash !== read.hash) read = { hash, route: routeOf(hash) };
  return read.route;
}

function follow(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Where one is now. */
export function useRoute(): Route {
  return useSyncExternalStore(follow, current);
}
