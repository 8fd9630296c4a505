import { useEffect, useState } from 'react';
import type { LibraryStatus } from '#shared/contract/calls.ts';
import { useClient, useEvent } from '#renderer/connection/provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';

/** What there is to say about the library as a whole: its problems, that it is still being read, files coming in. */
export function LibraryNotes({ importing }: { importing: number }) {
  const client = useClient();
  const words = useWords();
  const { app } = words;
  const [status, setStatus] = useState<LibraryStatus | null>(null);
  const [round, setRound] = useState(0);
  useEvent('library.changed', () => setRound((last) => last + 1));
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answer = await client.call('library.status', {});
      if (!left && answer.ok) setStatus(answer.value);
    };
    const timer = setTimeout(() => void ask(), round === 0 ? 0 : 500);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, round]);

  return (
    <>
      {importing > 0 ? <Banner tone="info">{words.count(app.library.importing, importing)}</Banner> : null}
      {status?.indexing === true ? <Banner tone="info">{app.library.indexing}</Banner> : null}
      {status === null || status.problems.length === 0 ? null : (
        <Banner tone="warn" title={words.count(app.library.problems, status.problems.length)}>
          {status.problems.map((problem) => failureSentence(words, problem)).join(' ')}
        </Banner>
      )}
    </>
  );
}
