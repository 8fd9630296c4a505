import { FileText, Globe } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react';
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
  const found = useFound(useDeferredValue(address === null ? typed.trim() : ''));
  const results = useRef<HTMLUListElement>(null);
  const taken = new Set(attached.flatMap(({ target }) => (target.kind === 'article' ? [target.article] : [])));
  const offered = found?.filter((story) => story.id !== of && !taken.has(story.id)).slice(0, OFFERED) ?? null;

  const add = (target: RelatedLink['target']): void => {
    onAdd({ type: 'related', target, headline: '', blurb: '' });
    setTyped('');
  };
  const step = (event: KeyboardEvent, by: 1 | -1): void => {
    const buttons = [...(results.current?.querySelectorAll('button') ?? [])];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const next = buttons[here + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <section className="add-related" aria-label={app.related.add}>
      <SearchField
        label={app.related.search}
        placeholder={app.related.searchShort}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(event, 1);
          if (event.key === 'Enter' && address !== null) add({ kind: 'url', url: address });
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

/** Stories the words find, newest first; null while nothing is asked or answered. */
function useFound(search: string): readonly Summary[] | null {
  const client = useClient();
  const [found, setFound] = useState<readonly Summary[] | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answer =
        search === ''
          ? null
          : await client.call('library.list', { search: search.slice(0, 200), trashed: false, limit: OFFERED * 3 });
      if (!left) setFound(answer?.ok === true ? answer.value.items : null);
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client, search]);
  return found;
}
