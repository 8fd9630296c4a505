import { useLayoutEffect, type RefObject } from 'react';
import { languageDirection } from '#shared/article/direction.ts';
import type { ArticleSession } from './session.ts';

/**
 * Says on the element which language the article is in, for voices, fonts and hyphenation, and which way blocks run in
 * which nothing is written yet (`data-runs`). Follows the article; draws nothing.
 */
export function useLanguage(session: ArticleSession, element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const follow = (): void => {
      if (element.current !== null) mark(element.current, session.metadata().language);
    };
    follow();
    return session.subscribe('metadata', follow);
  }, [session, element]);
}

function mark(element: HTMLElement, language: string): void {
  element.lang = language;
  element.dataset['runs'] = languageDirection(language);
}
