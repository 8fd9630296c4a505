import { useLayoutEffect, useState } from 'react';
import { useClient, useEvent } from '#renderer/connection/provider.tsx';
import { openStoryPages, type StoryPages } from './story-pages.ts';
import type { StoryQuery } from './story-query.ts';

/** Changes of the library that come within this many milliseconds are taken together. */
const SETTLE = 150;

/**
 * The stories a query finds. While a new query is being answered the old list stays, so nothing flickers.
 * Null until the very first answer.
 */
export function useStories({ search, status, trashed }: StoryQuery): StoryPages | null {
  const client = useClient();
  const [shown, setShown] = useState<{ readonly pages: StoryPages; readonly version: number } | null>(null);

  // Before the first painting, for the answer may be here already.
  useLayoutEffect(() => {
    const pages = openStoryPages(client, { search, status, trashed }, () =>
      setShown((last) => ({ pages, version: (last?.version ?? 0) + 1 })),
    );
    return () => pages.close();
  }, [client, search, status, trashed]);

  useEvent('library.changed', ({ items }) => later(shown?.pages, items));
  return shown?.pages ?? null;
}

const waiting = new WeakMap<StoryPages, { items: Parameters<StoryPages['update']>[0] }>();

function later(pages: StoryPages | undefined, items: Parameters<StoryPages['update']>[0]): void {
  if (pages === undefined) return;
  const gathered = waiting.get(pages);
  if (gathered !== undefined) {
    gathered.items = [...gathered.items, ...items];
    return;
  }
  waiting.set(pages, { items });
  setTimeout(() => {
    pages.update(waiting.get(pages)?.items ?? []);
    waiting.delete(pages);
  }, SETTLE);
}
