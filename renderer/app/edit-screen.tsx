import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ArticleId } from '#shared/article/identity.ts';
import { CheckingMargin } from '#renderer/editor/checking/checking-margin.tsx';
import { Outline } from '#renderer/editor/outline.tsx';
import { pageOf } from '#renderer/editor/page.ts';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { StatusBar } from '#renderer/editor/status-bar.tsx';
import { useTextShown } from '#renderer/editor/use-text-shown.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { keyboardGoesTo } from '#renderer/ui/keyboard-home.ts';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import { BesideDialog } from './beside-dialog.tsx';
import { EditBar } from './edit-bar.tsx';
import './edit-screen.css';
import { Panes } from './panes.tsx';
import { offerEditing } from './offer-editing.ts';
import { usePanels, type PanelTab } from './panels.ts';
import { useShortcuts } from './shortcuts.ts';
import { SidePanel } from './side-panel.tsx';
import { useHeadline } from './use-headline.ts';
import { useHere } from './use-here.ts';
import { useOtherArticle } from './use-other-article.ts';
import { usePutBack, type TakePassage } from './use-put-back.ts';
import { useSessions, type Opening } from './use-sessions.ts';

export interface EditScreenProps {
  readonly id: ArticleId;
  /** The article beside it, where there is one. */
  readonly beside: ArticleId | null;
  readonly onBack: () => void;
  readonly onShare: (id: ArticleId) => void;
  readonly onExport: (id: ArticleId) => void;
  readonly onDesk: () => void;
  /** Asks whether the story is to go on the desk. */
  readonly onPutOnDesk: (id: ArticleId, headline: string) => void;
  readonly takePassage: TakePassage;
  /** The article with the keyboard, with its headline as it stands. */
  readonly onActive: (id: ArticleId, headline: string) => void;
  /** Shows these articles instead. */
  readonly onArticles: (id: ArticleId, beside: ArticleId | null) => void;
}

/** An article on one page, or two side by side; the outline before and what is said about the article after. */
export function EditScreen(props: EditScreenProps) {
  const words = useWords();
  const openings = useSessions(props.id, props.beside);
  const opening = openings(props.id);
  switch (opening.state) {
    case 'opening':
      return (
        <main className="edit-waiting">
          <Spinner label={words.app.loading} />
        </main>
      );
    case 'failed':
      return (
        <main className="edit-waiting">
          <EmptyState isPage title={words.app.edit.lostTitle} hint={failureSentence(words, opening.failure)}>
            <Button variant="primary" onPress={props.onBack}>
              {words.app.edit.backToLibrary}
            </Button>
          </EmptyState>
        </main>
      );
    case 'open': {
      const second = props.beside === null ? null : { id: props.beside, opening: openings(props.beside) };
      return <OpenArticles session={opening.session} second={second} {...props} />;
    }
  }
}

type OpenProps = EditScreenProps & {
  readonly session: ArticleSession;
  readonly second: { readonly id: ArticleId; readonly opening: Opening } | null;
};

function OpenArticles(props: OpenProps) {
  const { session: first, second, onActive, onArticles } = props;
  const { app } = useWords();
  const [panels, change] = usePanels(second !== null);
  const [activeId, setActive] = useState(first.id);
  const [asksBeside, setAsksBeside] = useState(false);
  const other = second?.opening.state === 'open' ? second.opening.session : null;
  const session = other !== null && other.id === activeId ? other : first;
  const headline = useHeadline(session);
  useEffect(() => onActive(session.id, headline), [session, headline, onActive]);
  usePutBack(first, props.takePassage);
  useEffect(() => offerEditing(pageOf(session)), [session]);
  const goTo = (shown: ArticleSession): void => {
    // At once, or what is typed next would come into the article that is left. Where there is room for one alone, it is
    // shown first.
    flushSync(() => setActive(shown.id));
    pageOf(shown).focus();
  };
  const openBeside = (id: ArticleId): void => {
    const shown = [first, other].find((one) => one?.id === id);
    if (shown === undefined || shown === null) onArticles(session.id, id);
    else keyboardGoesTo(() => goTo(shown));
  };
  const goToOther = other === null ? null : () => goTo(session === first ? other : first);
  useOtherArticle(goToOther);
  useShortcuts({
    outline: () => change({ outline: !panels.outline }),
    panel: () => change({ panel: !panels.panel }),
    storyPanel: () => change({ panel: true, tab: 'story' }),
    relatedPanel: () => change({ panel: true, tab: 'related' }),
    checksPanel: () => change({ panel: true, tab: 'checks' }),
    shareView: () => props.onShare(session.id),
    exportArticle: () => props.onExport(session.id),
    beside: second === null ? () => setAsksBeside(true) : undefined,
    otherArticle: goToOther ?? undefined,
  });
  return (
    <main
      className="edit"
      aria-label={headline === '' ? app.untitled : headline}
      data-outline={panels.outline}
      data-panel={panels.panel}
    >
      <EditBar
        session={session}
        headline={headline}
        panels={panels}
        change={change}
        onBack={props.onBack}
        onShare={() => props.onShare(session.id)}
        onExport={() => props.onExport(session.id)}
        onDesk={props.onDesk}
        onPutOnDesk={() => props.onPutOnDesk(session.id, headline)}
        onBeside={second === null ? () => setAsksBeside(true) : null}
      />
      <div className="edit-columns">
        {panels.outline ? <OutlineColumn key={`outline ${session.id}`} session={session} /> : null}
        <Panes
          first={first}
          second={second}
          active={session.id}
          onActivate={setActive}
          onClose={(id) => {
            const staying = pageOf(id === first.id ? (other ?? first) : first);
            staying.focus();
            onArticles(id === first.id && second !== null ? second.id : first.id, null);
            // Once more, where there was no room for it until now.
            requestAnimationFrame(() => staying.focus());
          }}
        />
        {panels.panel ? (
          <PanelColumn
            key={`panel ${session.id}`}
            session={session}
            headline={headline}
            tab={panels.tab}
            onTab={(tab) => change({ tab })}
            onBeside={openBeside}
          />
        ) : null}
      </div>
      {second === null ? <StatusBar session={session} /> : null}
      <Here session={session} />
      {[first, ...(other === null ? [] : [other])].map((shown) => (
        <CheckingMargin
          key={`checks ${shown.id}`}
          session={shown}
          onShow={() => {
            setActive(shown.id);
            change({ panel: true, tab: 'checks' });
          }}
        />
      ))}
      {asksBeside ? (
        <BesideDialog
          of={first.id}
          onClose={() => setAsksBeside(false)}
          onOpen={(id) => {
            setAsksBeside(false);
            setActive(id);
            onArticles(first.id, id);
          }}
        />
      ) : null}
    </main>
  );
}

function OutlineColumn({ session }: { session: ArticleSession }) {
  const { app } = useWords();
  const isShown = useTextShown(session);
  return (
    <nav className="edit-outline" aria-label={app.edit.outline}>
      {isShown ? <Outline session={session} /> : null}
    </nav>
  );
}

interface PanelColumnProps {
  readonly session: ArticleSession;
  readonly headline: string;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onBeside: (id: ArticleId) => void;
}

function PanelColumn(props: PanelColumnProps) {
  const { app } = useWords();
  const isShown = useTextShown(props.session);
  return (
    <aside className="edit-panel" aria-label={app.edit.panel}>
      {isShown ? <SidePanel {...props} /> : null}
    </aside>
  );
}

/** Apart, so that news of the desk draws nothing else anew. */
function Here({ session }: { session: ArticleSession }) {
  useHere(session);
  return null;
}
