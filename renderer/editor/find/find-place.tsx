import { lazy, memo, Suspense, useSyncExternalStore } from 'react';
import type { Page } from '../page.ts';
import { findDoorOf } from './find-door.ts';

const FindBar = lazy(async () => ({ default: (await import('./find-bar.tsx')).FindBar }));

/** Where the find bar stands above the text. Nothing of it is loaded before it is asked for. */
export const FindPlace = memo(function FindPlace({ page }: { page: Page }) {
  const door = findDoorOf(page);
  const opening = useSyncExternalStore(
    (listener) => door.subscribe(listener),
    () => door.opening,
  );
  return opening === null ? null : (
    <Suspense>
      <FindBar page={page} door={door} opening={opening} />
    </Suspense>
  );
});
