import { FileText, Globe } from 'lucide-react';
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import type { Summary } from '#shared/article/summary.ts';
import { isWebUrl } from '#shared/article/url.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';

/** How many stories are offered at once; a longer list wants a better question. */
const OFFERED = 8;

export interface AddRelatedProps {
  readonly of: ArticleId;
  readonly attached: readonly RelatedLink[];
  readonly onAdd: (link: Omit<RelatedLink, 'id'>) => void;
}

/** One field for both: words search the library, a web address offers itself. */
export function AddRelated({ of, attached, onAdd }: AddRelatedProps) {
  const { app } = useWords();
  const [typed, setTyped] = useState('');
  const address = isWebUrl(typed.trim()) ? typed.trim() : null;
  const asked = useDeferredValue(address === null ? typed.trim() : '');
  const found = useFound(asked);
  const wanted = useRef<'add' | 'step' | null>(null);
  const results = useRef<HTMLUListElement>(null);
  const taken = new Set(attached.flatMap(({ target }) => (target.kind === 'article' ? [target.article] : [])));
  const offered = found?.stories.filter((story) => story.id !== of && !taken.has(story.id)).slice(0, OFFERED) ?? null;
  const isAnswered = found?.search === typed.trim();
  const first = offered?.[0];

  const type = (text: string): void => {
    setTyped(text);
    wanted.current = null;
  };
  const add = (target: RelatedLink['target']): void => {
    onAdd({ type: 'related', target, headline: '', blurb: '' });
    type('');
  };
  const step = (event: KeyboardEvent, by: 1 | -1): void => {
    if (address === null && !isAnswered) {
      wanted.current = 'step';
      return;
    }
    const buttons = [...(results.current?.querySelectorAll('button') ?? [])];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const next = buttons[here + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  // A quick hand presses Enter or the arrow before the answer is there; it is done when the answer comes.
  const catchUp = useEffectEvent(() => {
    const what = wanted.current;
    wanted.current = null;
    if (what === 'step') results.current?.querySelector('button')?.focus();
    if (what === 'add' && first !== undefined) add({ kind: 'article', article: first.id });
  });
  useEffect(() => {
    if (isAnswered) catchUp();
  }, [isAnswered]);

  return (
    <section className="add-related" aria-label={app.related.add}>
      <SearchField
        label={app.related.search}
        placeholder={app.related.searchShort}
        value={typed}
        onChange={type}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(event, 1);
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          if (address !== null) add({ kind: 'url', url: address });
          else if (!isAnswered) wanted.current = typed.trim() === '' ? null : 'add';
          else if (first !== undefined) add({ kind: 'article', article: first.id });
        }}
      />
      {typed.trim() === '' ? null : (
        <ul className="add-related-results" aria-label={app.related.results} ref={results}>
          {address === null ? null : (
            <li>
              <Button className="add-related-result" onPress={() => add({ kind: 'url', url: address })}>
                <Globe size={14} aria-hidden />
                <span>
                  <span className="add-related-name">{app.related.addUrl}</span>
                  <bdi className="add-related-about">{address}</bdi>
                </span>
              </Button>
            </li>
          )}
          {offered?.map((story) => (
            <li key={story.id}>
              <Button
                className="add-related-result"
                onPress={() => add({ kind: 'article', article: story.id })}
                onKeyDown={(event) => {
                  if (event.key === 'ArrowDown') step(event, 1);
                  else if (event.key === 'ArrowUp') step(event, -1);
                  else event.continuePropagation();
                }}
              >
                <FileText size={14} aria-hidden />
                <span>
                  <bdi className="add-related-name" dir="auto">
                    {story.headline === '' ? app.untitled : story.headline}
                  </bdi>
                  <StatusMark status={story.status} />
                </span>
              </Button>
            </li>
          ))}
          {offered?.length === 0 && address === null ? (
            <li className="add-related-none">{app.related.noneFound}</li>
          ) : null}
        </ul>
      )}
    </section>
  );
}

interface Found {
  readonly search: string;
  readonly stories: readonly Summary[];
}

/** Stories the words find, newest first, with the words they answer; null while nothing is asked or answered. */
function useFound(search: string): Found | null {
  const client = useClient();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answer =
        search === ''
          ? null
          : await client.call('library.list', { search: search.slice(0, 200), trashed: false, limit: OFFERED * 3 });
      if (!left) setFound(answer?.ok === true ? { search, stories: answer.value.items } : null);
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client, search]);
  return found;
}
