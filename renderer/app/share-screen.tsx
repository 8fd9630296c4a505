import { useEffect, useState } from 'react';
import { headlineText } from '#shared/article/article.ts';
import type { Failure } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { CallOutput } from '#shared/contract/calls.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { openSession } from '#renderer/editor/session.ts';
import { ShareView } from '#renderer/share/share-view.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';

export interface ShareScreenProps {
  readonly id: ArticleId;
  readonly mediaBase: string;
  readonly onBack: () => void;
  readonly onHeadline: (headline: string) => void;
}

/** Reads the article as it is saved and shows it as its readers will have it. */
export function ShareScreen({ id, mediaBase, onBack, onHeadline }: ShareScreenProps) {
  const words = useWords();
  const read = useArticle(id);
  const headline = read !== null && 'article' in read ? headlineText(read.article) : '';
  useEffect(() => onHeadline(headline), [headline, onHeadline]);
  if (read === null) {
    return (
      <main className="edit-waiting">
        <Spinner label={words.app.loading} />
      </main>
    );
  }
  if (!('article' in read)) {
    return (
      <main className="edit-waiting">
        <EmptyState title={words.app.edit.lostTitle} hint={failureSentence(words, read)}>
          <Button variant="primary" onPress={onBack}>
            {words.app.back}
          </Button>
        </EmptyState>
      </main>
    );
  }
  return (
    <ShareView
      article={read.article}
      related={read.related}
      modified={read.modified}
      mediaBase={mediaBase}
      onBack={onBack}
    />
  );
}

type Read = CallOutput<'article.read'> | Failure | null;

/** The article from disk, after whatever this page was still writing in it has arrived there. */
function useArticle(id: ArticleId): Read {
  const client = useClient();
  const [read, setRead] = useState<Read>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const session = await openSession(client, id);
      if (session.ok) await session.value.close();
      const answer = await client.call('article.read', { id });
      if (!left) setRead(answer.ok ? answer.value : answer.error);
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client, id]);
  return read;
}
