import { FileText } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Summary } from '#shared/article/summary.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { takeTyping } from '#renderer/ui/typed-ahead.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import './beside-dialog.css';

/** How many stories are offered at once; a longer list wants a better question. */
const OFFERED = 12;

interface BesideDialogProps {
  /** The article that is open. */
  readonly of: ArticleId;
  readonly onOpen: (id: ArticleId) => void;
  readonly onClose: () => void;
}

/** Asks which article is to stand beside the one that is open. */
export function BesideDialog({ of, onOpen, onClose }: BesideDialogProps) {
  const { app, comfort } = useWords();
  const [search, setSearch] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => takeTyping(input.current), []);
  const stories = useStories(useDeferredValue(search.trim()), of);
  return (
    <Dialog title={comfort.openBeside} isOpen onClose={onClose}>
      <div className="beside">
        <Autocomplete>
          <SearchField
            label={app.related.search}
            placeholder={comfort.findBeside}
            value={search}
            onChange={setSearch}
            inputRef={input}
          />
          <ListBox
            className="beside-list"
            aria-label={app.related.results}
            items={stories ?? []}
            selectionMode="none"
            onAction={(key) => {
              const story = stories?.find(({ id }) => id === key);
              if (story !== undefined) onOpen(story.id);
            }}
            renderEmptyState={() => (stories === null ? null : <p className="beside-none">{app.related.noneFound}</p>)}
          >
            {(story) => <Story story={story} untitled={app.untitled} />}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  );
}

function Story({ story, untitled }: { story: Summary; untitled: string }) {
  const name = story.headline === '' ? untitled : story.headline;
  return (
    <ListBoxItem id={story.id} textValue={name} className="menu-item beside-item">
      <FileText size={15} aria-hidden />
      <span className="beside-name">
        <bdi>{name}</bdi>
      </span>
      <StatusMark status={story.status} />
    </ListBoxItem>
  );
}

/** The stories the words find, newest first, without the one that is open; null until there is an answer. */
function useStories(search: string, of: ArticleId): readonly Summary[] | null {
  const client = useClient();
  const [stories, setStories] = useState<readonly Summary[] | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answer = await client.call('library.list', {
        ...(search === '' ? {} : { search: search.slice(0, 200) }),
        trashed: false,
        limit: OFFERED + 1,
      });
      if (!left && answer.ok) setStories(answer.value.items.filter(({ id }) => id !== of).slice(0, OFFERED));
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client, search, of]);
  return stories;
}
