import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Page } from '../page.ts';
import { followPlace } from './place.ts';

/** Opens an article where it was left, and remembers where it is left next. */
export function usePlace(page: Page, scroller: RefObject<HTMLElement | null>): void {
  const followed = useRef<ReturnType<typeof followPlace> | null>(null);
  useEffect(() => {
    if (scroller.current === null) return undefined;
    const following = followPlace(page, scroller.current);
    followed.current = following;
    return () => {
      followed.current = null;
      following.stop();
    };
  }, [page, scroller]);
  // Before the editors are taken away, which the other effects do.
  useLayoutEffect(() => () => followed.current?.note(), []);
}
