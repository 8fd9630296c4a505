import type { Page } from '../page.ts';

/** What can be asked of the spelling of a page by key, menu or palette. */
export type SpellingRequest = 'next' | 'previous' | 'suggestions' | 'passageLanguage' | 'blockLanguage';

const listeners = new WeakMap<Page, Set<(request: SpellingRequest) => void>>();

/** Asks it of the page while its spelling is on. */
export function requestSpelling(page: Page, request: SpellingRequest): void {
  for (const listener of listeners.get(page) ?? []) listener(request);
}

/** Hears what is asked of the page. Returns the way to stop. */
export function onSpellingRequest(page: Page, listener: (request: SpellingRequest) => void): () => void {
  const all = listeners.get(page) ?? new Set();
  listeners.set(page, all.add(listener));
  return () => void all.delete(listener);
}
