import { useEffect } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RescuedPassage } from '#shared/contract/desk.ts';
import { FIELDS_OF_TEXT } from '#shared/document/layout.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { pageOf } from '#renderer/editor/page.ts';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';

/** Gives out the words that are to go back into a story, once. */
export type TakePassage = (article: ArticleId) => RescuedPassage | null;

/**
 * Puts rescued words back at the end of the field they were written in (of the text, where that is no field of its
 * own), and says that they are dealt with once they are on disk.
 */
export function usePutBack(session: ArticleSession, take: TakePassage): void {
  const client = useClient();
  const words = useWords();
  useEffect(() => {
    const passage = take(session.id);
    if (passage === null) return;
    const field = FIELDS_OF_TEXT.find((name) => name === passage.root) ?? 'body';
    if (!session.appendText(field, passage.text)) {
      toast({ title: words.desk.rescued.putBackRefused, tone: 'danger' });
      return;
    }
    pageOf(session).go(field, 'end');
    const settle = async (): Promise<void> => {
      await session.flush();
      const settled = await client.call('desk.settle', { key: passage.key });
      if (settled.ok) toast({ title: words.desk.rescued.putBackDone });
      else toast({ title: failureSentence(words, settled.error), tone: 'danger' });
    };
    void settle();
  }, [client, session, take, words]);
}
