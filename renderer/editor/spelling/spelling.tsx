import { useEffect, useState, type ComponentType } from 'react';
import type { Page } from '../page.ts';
import { requestSpelling, type SpellingRequest } from './spelling-request.ts';

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
      void fetchRoom();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [page]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const request = requestOf(event);
      if (request === null || event.defaultPrevented || event.isComposing || !isIn(page, event.target)) return;
      event.preventDefault();
      requestSpelling(page, request);
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [page]);
  return Room === null ? null : <Room page={page} />;
}

/** F7 and Shift+F7 go through the unknown words, Control or Command with the full stop offers suggestions. */
function requestOf({ key, code, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): SpellingRequest | null {
  if (key === 'F7' && !altKey && !ctrlKey && !metaKey) return shiftKey ? 'previous' : 'next';
  return code === 'Period' && (ctrlKey || metaKey) && !shiftKey && !altKey ? 'suggestions' : null;
}

function isIn({ editors }: Page, target: EventTarget | null): boolean {
  if (editors === null || !(target instanceof Node)) return false;
  return [editors.headline, editors.standfirst, editors.body].some(({ view }) => view.dom.contains(target));
}
