import type { Editor } from '@tiptap/core';
import type { ArticleSession } from './session.ts';

/**
 * Takes a page's editors off the screen. What is on its way into the text (a long paste, a picture) still comes in, out
 * of sight and without keeping anybody waiting: only then are they destroyed. The session waits for it before it closes.
 */
export function letGo(session: ArticleSession, editors: readonly Editor[]): void {
  const destroy = (): void => {
    for (const editor of editors) editor.destroy();
  };
  const { arrived } = session;
  if (arrived === null) return destroy();
  for (const { view } of editors) view.dom.remove();
  void arrived.then(destroy);
  return undefined;
}
