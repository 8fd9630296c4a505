import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Metadata } from '#shared/article/metadata.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import type { ArticleSession, SessionPart } from './session.ts';

/** The article's metadata, followed. */
export function useMetadata(session: ArticleSession): Metadata {
  return usePart(session, 'metadata', () => session.metadata());
}

/** The article's related list in order, followed. */
export function useRelated(session: ArticleSession): readonly RelatedLink[] {
  return usePart(session, 'related', () => session.related());
}

function usePart<T>(session: ArticleSession, part: SessionPart, read: () => T): T {
  const latest = useRef<{ session: ArticleSession; value: T } | null>(null);
  const subscribe = useCallback(
    (listener: () => void) =>
      session.subscribe(part, () => {
        latest.current = null;
        listener();
      }),
    [session, part],
  );
  return useSyncExternalStore(subscribe, () => {
    if (latest.current?.session !== session) latest.current = { session, value: read() };
    return latest.current.value;
  });
}
