import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Client } from '#shared/contract/client.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';

export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'open'; readonly session: ArticleSession };

const OPENING: Opening = { state: 'opening' };

type Openings = ReadonlyMap<ArticleId, Opening>;

/**
 * Opens one article, or two, for as long as the component is shown and asks for them; what is unsaved then is still
 * brought to the disk. Which of them comes first may change while both stay open.
 */
export function useSessions(first: ArticleId, second: ArticleId | null): (id: ArticleId) => Opening {
  const client = useClient();
  const [openings, setOpenings] = useState<Openings>(new Map());
  const held = useRef(new Map<ArticleId, () => void>());
  useEffect(() => {
    const wanted = second === null ? [first] : [first, second];
    for (const id of wanted) {
      if (held.current.has(id)) continue;
      const letGo = hold(client, id, (now) => setOpenings((all) => new Map(all).set(id, now)));
      held.current.set(id, letGo);
    }
    for (const [id, letGo] of held.current) {
      if (wanted.includes(id)) continue;
      letGo();
      held.current.delete(id);
      setOpenings((all) => new Map([...all].filter(([other]) => other !== id)));
    }
  }, [client, first, second]);
  useEffect(() => {
    const all = held.current;
    return () => {
      for (const letGo of all.values()) letGo();
      all.clear();
    };
  }, []);
  return useCallback((id) => openings.get(id) ?? OPENING, [openings]);
}

/** Opens an article and tells how that went. Returns the way to let it go again. */
function hold(client: Client, id: ArticleId, tell: (opening: Opening) => void): () => void {
  let left = false;
  let session: ArticleSession | null = null;
  const open = async (): Promise<void> => {
    const opened = await openSession(client, id);
    if (!opened.ok) {
      if (!left) tell({ state: 'failed', failure: opened.error });
      return;
    }
    session = opened.value;
    if (left) await session.close();
    else tell({ state: 'open', session });
  };
  void open();
  return () => {
    left = true;
    void session?.close();
  };
}
