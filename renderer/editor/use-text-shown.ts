import { startTransition, useEffect, useState } from 'react';
import { pageOf } from './page.ts';
import type { ArticleSession } from './session.ts';

/** How long after the text what stands around it comes, in milliseconds: too short to be noticed as waiting. */
const AFTER = 40;

/** False until the text has been painted: what stands around it comes after it. */
export function useTextShown(session: ArticleSession): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const page = pageOf(session);
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A little at a time, so that what is typed meanwhile is not kept waiting.
    const show = (): void => startTransition(() => setShown(true));
    const look = (): void => {
      if (page.editors === null || frame !== 0) return;
      frame = requestAnimationFrame(() => {
        timer = setTimeout(show, AFTER);
      });
      // A page in the background paints nothing.
      if (document.hidden) timer = setTimeout(show, AFTER);
    };
    look();
    const stop = page.subscribe('editors', look);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [session]);
  return isShown;
}
