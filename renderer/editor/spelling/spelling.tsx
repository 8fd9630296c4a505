import { useEffect, useState, type ComponentType } from 'react';
import type { Page } from '../page.ts';
import { quietly } from '../quietly.ts';

/** The spelling of a page. It is fetched when writing rests for the first time, so that opening waits for nothing. */
export function Spelling({ page }: { page: Page }) {
  const [Room, setRoom] = useState<ComponentType<{ page: Page }> | null>(null);
  useEffect(() => {
    let isGone = false;
    const fetchRoom = async (): Promise<void> => {
      const { SpellingRoom } = await import('./spelling-room.tsx');
      if (!isGone) setRoom(() => SpellingRoom);
    };
    const stop = page.subscribe('pause', () => {
      stop();
      quietly(fetchRoom)();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [page]);
  return Room === null ? null : <Room page={page} />;
}
