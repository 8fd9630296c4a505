import type { Summary } from '#shared/article/summary.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';

export interface Trash {
  readonly throwAway: (story: Summary) => void;
  readonly putBack: (story: Summary) => void;
}

/** Throwing away and putting back, each with the way to undo it. */
export function useTrash(): Trash {
  const client = useClient();
  const words = useWords();
  const { app } = words;
  const mark = async (story: Summary, trashed: boolean, undo: boolean): Promise<void> => {
    const done = await client.call('article.trash', { id: story.id, trashed });
    if (!done.ok) {
      toast({ title: failureSentence(words, done.error), tone: 'danger' });
      return;
    }
    if (!undo) return;
    const headline = story.headline === '' ? app.untitled : story.headline;
    toast({
      title: trashed ? app.library.trashed(headline) : app.library.restored(headline),
      action: { name: app.undo, onPress: () => void mark(story, !trashed, false) },
    });
  };
  return {
    throwAway: (story: Summary) => void mark(story, true, true),
    putBack: (story: Summary) => void mark(story, false, true),
  };
}
