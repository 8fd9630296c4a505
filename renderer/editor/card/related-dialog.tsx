import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { headlineText } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import type { Summary } from '#shared/article/summary.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { takeTyping } from '#renderer/ui/typed-ahead.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import type { ArticleSession } from '../session.ts';
import { useRelated } from '../use-session.ts';
import './related-dialog.css';

/** How many stories of the library are offered at once; a longer list wants a better question. */
const OFFERED = 8;

interface RelatedDialogProps {
  readonly session: ArticleSession;
  /** Called with the entry of the related list whose card is wanted; an article picked from the library is added first. */
  readonly onPick: (related: string) => void;
  readonly onClose: () => void;
}

/** Picks what a related card is to show: an entry of the article's list, or any article of the library. */
export function RelatedDialog({ session, onPick, onClose }: RelatedDialogProps) {
  const words = useWords().blocks;
  const [asked, setAsked] = useState('');
  const { attached, found } = useOffered(session, asked.trim());
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => takeTyping(field.current), []);
  const pick = (key: string): void => {
    const entry = attached.find((one) => one.id === key);
    if (entry !== undefined) return onPick(entry.id);
    const link = {
      type: 'related',
      target: { kind: 'article', article: key as ArticleId },
      headline: '',
      blurb: '',
    } as const;
    const added = session.addRelated(link);
    return added === null ? onClose() : onPick(added);
  };
  const first = attached[0]?.id ?? found[0]?.id;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
    if (event.key === 'Enter' && first !== undefined) pick(first);
  };
  return (
    <Dialog title={words.relatedTitle} isOpen onClose={onClose}>
      <div className="related-pick">
        <SearchField
          label={words.relatedSearch}
          value={asked}
          onChange={setAsked}
          onKeyDown={onKeyDown}
          inputRef={field}
        />
        <ListBox
          ref={list}
          aria-label={words.relatedTitle}
          className="related-pick-list"
          selectionMode="none"
          onAction={(key) => pick(String(key))}
          renderEmptyState={() => <p className="related-pick-none">{words.relatedNone}</p>}
        >
          {attached.length === 0 ? null : <Offers title={words.relatedAttached} offers={attached} />}
          {found.length === 0 ? null : <Offers title={words.relatedFound} offers={found} />}
        </ListBox>
      </div>
    </Dialog>
  );
}

interface Offer {
  readonly id: string;
  readonly headline: string;
}

function Offers({ title, offers }: { title: string; offers: readonly Offer[] }) {
  return (
    <ListBoxSection>
      <Header className="related-pick-head">{title}</Header>
      {offers.map(({ id, headline }) => (
        <ListBoxItem key={id} id={id} textValue={headline} className="related-pick-item">
          <bdi>{headline}</bdi>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}

/** The entries of the related list and the stories of the library that hold what was asked. */
function useOffered(session: ArticleSession, asked: string): { attached: readonly Offer[]; found: readonly Offer[] } {
  const { blocks: words } = useWords();
  const related = useRelated(session);
  const own = useOwnHeadlines(session, related);
  const stories = useStories(session, asked);
  const folded = asked.toLowerCase();
  const attached = related
    .map((link) => ({ id: link.id, headline: nameOf(link, own) || words.untitled }))
    .filter(({ headline }) => headline.toLowerCase().includes(folded));
  const taken = new Set(related.flatMap(({ target }) => (target.kind === 'article' ? [target.article] : [])));
  const found = stories
    .filter(({ id }) => id !== session.id && !taken.has(id))
    .slice(0, OFFERED)
    .map(({ id, headline }) => ({ id, headline: headline === '' ? words.untitled : headline }));
  return { attached, found };
}

function nameOf({ headline, target }: RelatedLink, own: ReadonlyMap<ArticleId, string>): string {
  if (headline !== '' || target.kind === 'none') return headline;
  return target.kind === 'url' ? target.url : (own.get(target.article) ?? '');
}

function useOwnHeadlines(session: ArticleSession, related: readonly RelatedLink[]): ReadonlyMap<ArticleId, string> {
  const [known, setKnown] = useState<ReadonlyMap<ArticleId, string>>(new Map());
  useEffect(() => {
    let left = false;
    const ask = async (id: ArticleId): Promise<void> => {
      const read = await session.client.call('article.read', { id });
      if (read.ok && !left) setKnown((last) => new Map(last).set(id, headlineText(read.value.article)));
    };
    for (const { target } of related) if (target.kind === 'article') void ask(target.article);
    return () => {
      left = true;
    };
  }, [session, related]);
  return known;
}

function useStories(session: ArticleSession, asked: string): readonly Summary[] {
  const [stories, setStories] = useState<readonly Summary[]>([]);
  useEffect(() => {
    let left = false;
    const search = async (): Promise<void> => {
      const listed = await session.client.call('library.list', { search: asked.slice(0, 200), limit: OFFERED * 3 });
      if (listed.ok && !left) setStories(listed.value.items);
    };
    void search();
    return () => {
      left = true;
    };
  }, [session, asked]);
  return stories;
}
