import { lazy, memo, Suspense, useEffect, useSyncExternalStore } from 'react';
import type { Page } from '../page.ts';
import { quietly } from '../quietly.ts';
import { findDoorOf } from './find-door.ts';

const loadBar = () => import('./find-bar.tsx');
const FindBar = lazy(async () => ({ default: (await loadBar()).FindBar }));

/**
 * Where the find bar stands above the text. It is loaded when writing first rests: one who presses the keys and writes
 * on at once must not find the letters in the article.
 */
export const FindPlace = memo(function FindPlace({ page }: { page: Page }) {
  const door = findDoorOf(page);
  const opening = useSyncExternalStore(
    (listener) => door.subscribe(listener),
    () => door.opening,
  );
  useEffect(() => {
    const stop = page.subscribe('pause', () => {
      stop();
      quietly(loadBar)();
    });
    return stop;
  }, [page]);
  // Who goes elsewhere finds the text again, and not the bar.
  useEffect(() => () => door.close(), [door]);
  return opening === null ? null : (
    <Suspense>
      <FindBar page={page} door={door} opening={opening} />
    </Suspense>
  );
});
