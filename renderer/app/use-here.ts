import { useEffect } from 'react';
import { useStanding } from '#renderer/connection/desk.tsx';
import { useClient } from '#renderer/connection/provider.tsx';
import { pageOf, type Page } from '#renderer/editor/page.ts';
import { titleAt } from '#renderer/editor/sections.ts';
import type { ArticleSession } from '#renderer/editor/session.ts';

/** How long after the caret moved colleagues are told of its section, in milliseconds. */
const PAUSE = 2_000;
/** Longer headings are told by their beginning. */
const LONGEST = 100;

/** Lets colleagues see that this story is open here, and in which section; only of a story that is on the desk. */
export function useHere(session: ArticleSession): void {
  const client = useClient();
  const standing = useStanding(session.id);
  const isShared = standing !== null && standing !== 'private';
  useEffect(() => {
    if (!isShared) return undefined;
    const page = pageOf(session);
    let told: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      timer = undefined;
      const section = sectionOf(page);
      if (section === told) return;
      told = section;
      void client.call('desk.here', { place: { article: session.id, section } });
    };
    const later = (): void => {
      timer ??= setTimeout(tell, PAUSE);
    };
    tell();
    const stop = page.subscribe('transaction', later);
    return () => {
      stop();
      clearTimeout(timer);
      void client.call('desk.here', { place: null });
    };
  }, [client, session, isShared]);
}

function sectionOf({ editors, field }: Page): string {
  const state = field === 'body' ? editors?.body.state : undefined;
  return state === undefined ? '' : titleAt(state.doc, state.selection.$from.index(0)).slice(0, LONGEST);
}
