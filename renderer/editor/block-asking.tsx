import { lazy, Suspense, useSyncExternalStore } from 'react';
import { askingOf } from './asking.ts';
import type { Page } from './page.ts';

const BlockDialog = lazy(async () => ({ default: (await import('./block-dialogs.tsx')).BlockDialog }));

/** Shows what the blocks ask, when they ask; loaded then. */
export function BlockAsking({ page }: { page: Page }) {
  const asking = askingOf(page.session);
  const question = useSyncExternalStore(asking.subscribe, () => asking.question);
  if (question === null) return null;
  return (
    <Suspense fallback={null}>
      <BlockDialog page={page} asking={asking} question={question} />
    </Suspense>
  );
}
