import { useLayoutEffect } from 'react';
import type { Theme } from '#shared/contract/settings.ts';
import { useWords } from '#renderer/ui/words/words.tsx';

/** Puts language, direction and theme on the document's root, where tokens.css and every reader look for them. */
export function InterfaceFace({ theme }: { theme: Theme }) {
  const words = useWords();
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = words.language;
    root.dir = words.direction;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [words.language, words.direction, theme]);
  return null;
}
