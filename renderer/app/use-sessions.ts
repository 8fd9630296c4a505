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
 * brought to the disk. Which of them comes first may change while both stay open. What is open when the component goes
 * (to the share view, to the library) is kept until other articles are opened: who comes back can still take back what
 * was written before.
 */
export function useSessions(first: ArticleId, second: ArticleId | null): (id: ArticleId) => Opening {
  const client = useClient();
  const [openings, setOpenings] = useState<Openings>(new Map());
  const held = useRef(new Map<ArticleId, LetGo>());
  useEffect(() => {
    const wanted = second === null ? [first] : [first, second];
    for (const session of kept) if (!wanted.includes(session.id)) forget(session);
    for (const id of wanted) {
      if (held.current.has(id)) continue;
      const letGo = hold(client, id, (now) => setOpenings((all) => new Map(all).set(id, now)));
      held.current.set(id, letGo);
    }
    for (const [id, letGo] of held.current) {
      if (wanted.includes(id)) continue;
      letGo(false);
      held.current.delete(id);
      setOpenings((all) => new Map([...all].filter(([other]) => other !== id)));
    }
  }, [client, first, second]);
  useEffect(() => {
    const all = held.current;
    return () => {
      for (const letGo of all.values()) letGo(true);
      all.clear();
    };
  }, []);
  return useCallback((id) => openings.get(id) ?? OPENING, [openings]);
}

/** What was open last, while no article is on the screen: at most two. */
const kept = new Set<ArticleSession>();

function keep(session: ArticleSession): void {
  if (session.hold()) kept.add(session);
}

function forget(session: ArticleSession): void {
  if (kept.delete(session)) void session.close();
}

/** Lets an article go; `isKept`: not yet for good. */
type LetGo = (isKept: boolean) => void;

/** Opens an article and tells how that went. Returns the way to let it go again. */
function hold(client: Client, id: ArticleId, tell: (opening: Opening) => void): LetGo {
  let left = false;
  let session: ArticleSession | null = null;
  const open = async (): Promise<void> => {
    const opened = await openSession(client, id);
    if (!opened.ok) {
      if (!left) tell({ state: 'failed', failure: opened.error });
      return;
    }
    session = opened.value;
    forget(session);
    if (left) await session.close();
    else tell({ state: 'open', session });
  };
  void open();
  return (isKept) => {
    left = true;
    if (session === null) return;
    if (isKept) keep(session);
    void session.close();
  };
}
