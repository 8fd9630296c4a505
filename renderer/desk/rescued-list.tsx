import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RescuedPassage } from '#shared/contract/desk.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import { DeskSection } from './desk-section.tsx';
import './rescued-list.css';
import { useNow } from './use-now.ts';

export interface RescuedListProps {
  readonly rescued: readonly RescuedPassage[];
  readonly hrefOf: (id: ArticleId) => string;
  readonly onPutBack: (passage: RescuedPassage) => void;
}

/** Words that a merge would have lost, each with the way back into its story. */
export function RescuedList({ rescued, hrefOf, onPutBack }: RescuedListProps) {
  const words = useWords();
  const said = words.desk.rescued;
  const now = useNow();
  const { dismissed, dismiss } = useDismissal();
  const shown = rescued.filter(({ key }) => !dismissed.has(key));
  return (
    <DeskSection title={said.title} count={shown.length}>
      {shown.length === 0 ? (
        <EmptyState title={said.none} hint={said.noneHint} />
      ) : (
        <>
          <p className="rescued-about">{said.about}</p>
          <ol className="rescued">
            {shown.map((passage) => (
              <li className="rescued-entry" key={passage.key}>
                <blockquote className="rescued-words" dir="auto">
                  {passage.text}
                </blockquote>
                <p className="rescued-source">
                  <span>{authorOf(passage, words)}</span>
                  <a href={hrefOf(passage.article)} className="rescued-place">
                    {placeOf(passage, words)}
                  </a>
                  <span>{words.ago(new Date(passage.time).toISOString(), now)}</span>
                </p>
                <div className="rescued-actions">
                  <Button size="small" onPress={() => onPutBack(passage)}>
                    <Undo2 size={14} aria-hidden className="icon-mirrored" />
                    {passage.root === 'metadata' ? said.useInstead : said.putBack}
                  </Button>
                  <Button size="small" variant="plain" onPress={() => dismiss(passage)}>
                    {said.dismiss}
                  </Button>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </DeskSection>
  );
}

/** Dismissing is settled only when the way to undo it has gone; until then the words come back by themselves. */
function useDismissal() {
  const client = useClient();
  const words = useWords();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const show = (key: string): void => setDismissed((before) => new Set([...before].filter((one) => one !== key)));
  const settle = async (key: string): Promise<void> => {
    const settled = await client.call('desk.settle', { key });
    if (settled.ok) return;
    show(key);
    toast({ title: failureSentence(words, settled.error), tone: 'danger' });
  };
  const dismiss = ({ key }: RescuedPassage): void => {
    let undone = false;
    setDismissed((before) => new Set([...before, key]));
    toast({
      title: words.desk.rescued.dismissed,
      action: {
        name: words.app.undo,
        onPress: () => {
          undone = true;
          show(key);
        },
      },
      onClose: () => {
        if (!undone) void settle(key);
      },
    });
  };
  return { dismissed, dismiss };
}

function authorOf({ by }: RescuedPassage, words: Words): string {
  const { rescued, people } = words.desk;
  return by === null ? rescued.byYou : rescued.by(by.memberName === '' ? people.nameless : by.memberName);
}

/** Where the words were written, as far as anybody can tell. */
function placeOf({ root, headline }: RescuedPassage, { app, desk }: Words): string {
  const { at, inStory, where } = desk.rescued;
  const named = headline === '' ? app.untitled : headline;
  switch (root) {
    case 'headline':
    case 'standfirst':
    case 'body':
    case 'metadata':
    case 'related':
      return at(where[root], named);
    default:
      return inStory(named);
  }
}
