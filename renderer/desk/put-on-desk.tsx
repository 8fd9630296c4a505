import { useState } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import './put-on-desk.css';

export interface PutOnDeskProps {
  readonly id: ArticleId;
  readonly headline: string;
  readonly onClose: () => void;
}

/** Says what putting a story on the desk means, and does it. */
export function PutOnDesk({ id, headline, onClose }: PutOnDeskProps) {
  const client = useClient();
  const words = useWords();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const named = headline === '' ? words.app.untitled : headline;
  const put = async (): Promise<void> => {
    setRunning(true);
    const shared = await client.call('desk.share', { ids: [id] });
    setRunning(false);
    if (!shared.ok) return setTrouble(failureSentence(words, shared.error));
    toast({ title: words.desk.putDone(named) });
    onClose();
  };
  return (
    <Dialog
      title={words.desk.putTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button variant="primary" onPress={() => void put()} isPending={isRunning}>
            {words.desk.put}
          </Button>
        </>
      }
    >
      {trouble === null ? null : <Banner tone="danger">{trouble}</Banner>}
      <p className="put-headline" dir="auto">
        {named}
      </p>
      <p className="put-means">{words.desk.putMeans}</p>
    </Dialog>
  );
}
