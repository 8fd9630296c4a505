import { useEffect, useState } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';

export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'open'; readonly session: ArticleSession };

const OPENING: Opening = { state: 'opening' };

/** Opens an article for as long as the component is shown; what is unsaved then is still brought to the disk. */
export function useSession(id: ArticleId): Opening {
  const client = useClient();
  const [opening, setOpening] = useState<{ readonly id: ArticleId; readonly now: Opening }>({ id, now: OPENING });
  useEffect(() => {
    let left = false;
    let session: ArticleSession | null = null;
    const open = async (): Promise<void> => {
      const opened = await openSession(client, id);
      if (!opened.ok) {
        if (!left) setOpening({ id, now: { state: 'failed', failure: opened.error } });
        return;
      }
      session = opened.value;
      if (left) await session.close();
      else setOpening({ id, now: { state: 'open', session } });
    };
    void open();
    return () => {
      left = true;
      void session?.close();
    };
  }, [client, id]);
  return opening.id === id ? opening.now : OPENING;
}
