import { useState } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import { useEvent } from '#renderer/connection/provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';

/** What must be seen on every screen for as long as it is so: the back end is out of reach, the disk takes nothing. */
export function Notices() {
  const words = useWords();
  const [connected, setConnected] = useState(true);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  useEvent('host.connection', (state) => setConnected(state.connected));
  useEvent('disk.state', (state) => setTrouble(state.trouble));
  return (
    <>
      {connected ? null : <Banner tone="danger">{words.app.connection.lost}</Banner>}
      {trouble === null ? null : (
        <Banner tone="danger" title={words.app.disk.heading}>
          {failureSentence(words, trouble)}
        </Banner>
      )}
    </>
  );
}
