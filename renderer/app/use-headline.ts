import { useEffect, useState } from 'react';
import type { ArticleSession } from '#renderer/editor/session.ts';

/** How long after its last change the headline is read again, in milliseconds. */
const PAUSE = 400;

/** The headline as one line, followed after a pause in writing: nothing here renders per key. */
export function useHeadline(session: ArticleSession): string {
  const [headline, setHeadline] = useState(() => session.headline());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => setHeadline(session.headline());
    read();
    const stop = session.subscribe('headline', () => {
      clearTimeout(timer);
      timer = setTimeout(read, PAUSE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session]);
  return headline;
}
