import type { ArticleId } from '#shared/article/identity.ts';

const PREFIX = 'stet.ignored.';
/** The most words that are kept for one article. */
const MOST = 500;

/** The words ignored in an article on this computer. Where the browser keeps nothing there are none. */
export function ignoredWords(id: ArticleId): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + id) ?? '[]');
    return Array.isArray(value) ? value.filter((word) => typeof word === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Ignores one more word in the article; the oldest is given up when there are too many. */
export function ignoreWord(id: ArticleId, word: string): void {
  try {
    const words = [...ignoredWords(id).filter((other) => other !== word), word].slice(-MOST);
    localStorage.setItem(PREFIX + id, JSON.stringify(words));
  } catch {
    // Without storage the word is asked about again.
  }
}
