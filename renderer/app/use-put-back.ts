import { useEffect } from 'react';
import { blockText } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { plainText } from '#shared/article/inline.ts';
import { WRITTEN_METADATA } from '#shared/article/metadata.ts';
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
 * own), or in place of what stands in a detail, and says that they are dealt with once they are on disk.
 */
export function usePutBack(session: ArticleSession, take: TakePassage): void {
  const client = useClient();
  const words = useWords();
  useEffect(() => {
    const passage = take(session.id);
    if (passage === null) return;
    const settle = async (said: string): Promise<void> => {
      await session.flush();
      const settled = await client.call('desk.settle', { key: passage.key });
      if (settled.ok) toast({ title: said });
      else toast({ title: failureSentence(words, settled.error), tone: 'danger' });
    };
    const lost = WRITTEN_METADATA.find((name) => passage.root === 'metadata' && name === passage.name);
    if (lost !== undefined && session.readOnly === undefined) {
      session.undoManager.stopCapturing();
      session.setFields({ [lost]: passage.text });
      session.undoManager.stopCapturing();
      // What the field does not take stays where it can be found.
      if (session.metadata()[lost] === passage.text) void settle(words.desk.rescued.useInsteadDone);
      else toast({ title: words.app.story.expects.text, tone: 'danger' });
      return;
    }
    const field = FIELDS_OF_TEXT.find((name) => name === passage.root) ?? 'body';
    if (standsIn(session, passage)) {
      void settle(words.desk.rescued.putBackThere);
      return;
    }
    if (!session.appendText(field, passage.text)) {
      toast({ title: words.desk.rescued.putBackRefused, tone: 'danger' });
      return;
    }
    pageOf(session).go(field, 'end');
    void settle(words.desk.rescued.putBackDone);
  }, [client, session, take, words]);
}

/** True when somebody has put the words back already, at whatever machine: all have them in their lists. */
function standsIn(session: ArticleSession, { text }: RescuedPassage): boolean {
  const { headline, standfirst, body } = session.article();
  const blocks = [...plainText(headline).split('\n'), ...plainText(standfirst).split('\n'), ...body.map(blockText)];
  const stood = new Set(blocks.map((block) => block.trim()));
  // Whole paragraphs only: a single word may stand in a story anywhere.
  return text.split(/\r?\n/u).every((line) => line.trim() === '' || stood.has(line.trim()));
}
