import { useEffect, useEffectEvent } from 'react';
import { shortcutOf } from './shortcuts.ts';

/**
 * While there is another article beside, its key goes from one text to the other whatever else is on the screen: before
 * React Aria, which takes F6 to a message as soon as one stands there. With the keyboard elsewhere F6 stays React
 * Aria's, and Shift with it takes to the message from everywhere.
 */
export function useOtherArticle(go: (() => void) | null): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const inArticle = event.target instanceof Element && event.target.closest('.edit-page') !== null;
    if (!inArticle || event.isComposing || shortcutOf(event) !== 'otherArticle') return;
    event.preventDefault();
    event.stopPropagation();
    go?.();
  });
  const isTwo = go !== null;
  useEffect(() => {
    if (!isTwo) return;
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [isTwo]);
}
