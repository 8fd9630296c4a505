import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { pageOf } from './page.ts';
import type { ArticleSession } from './session.ts';

/** How long after the text what stands around it comes, in milliseconds: too short to be noticed as waiting. */
const AFTER = 40;

/** And when it comes at the latest, in milliseconds: who writes on without a pause must not keep it away. */
const AT_LATEST = 300;

/** False until the text has been painted: what stands around it comes after it. */
export function useTextShown(session: ArticleSession): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const page = pageOf(session);
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A little at a time, so that what is typed meanwhile is not kept waiting. But every key begins it anew, so it
    // does not go on for ever.
    const show = (): void => {
      startTransition(() => setShown(true));
      timer = setTimeout(() => flushSync(() => setShown(true)), AT_LATEST);
    };
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
