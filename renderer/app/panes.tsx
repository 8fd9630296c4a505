import { X } from 'lucide-react';
import { useRef, type CSSProperties } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import { ArticleEditor } from '#renderer/editor/article-editor.tsx';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { StatusBar } from '#renderer/editor/status-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import { Divider, useShare } from './divider.tsx';
import './panes.css';
import { useHeadline } from './use-headline.ts';
import type { Opening } from './use-sessions.ts';

export interface PanesProps {
  readonly first: ArticleSession;
  readonly second: { readonly id: ArticleId; readonly opening: Opening } | null;
  /** The article with the keyboard. */
  readonly active: ArticleId;
  readonly onActivate: (id: ArticleId) => void;
  readonly onClose: (id: ArticleId) => void;
}

/**
 * The page of an article, or those of two beside each other with a divider to move; where there is no room for both, the
 * one with the keyboard and the other's name to press.
 */
export function Panes({ first, second, active, onActivate, onClose }: PanesProps) {
  const [share, setShare] = useShare();
  const box = useRef<HTMLDivElement>(null);
  const isTwo = second !== null;
  const pane = (session: ArticleSession) => (
    <Pane
      key={session.id}
      session={session}
      isTwo={isTwo}
      isActive={session.id === active}
      onActivate={onActivate}
      onClose={onClose}
    />
  );
  const style: CSSProperties & { readonly '--share': number } = { '--share': share };
  return (
    <div className="panes" data-two={isTwo ? '' : undefined}>
      <div className="panes-row" ref={box} style={style}>
        {pane(first)}
        {isTwo ? <Divider key="divider" box={box} share={share} onShare={setShare} /> : null}
        {second === null ? null : second.opening.state === 'open' ? (
          pane(second.opening.session)
        ) : (
          <Coming key={`coming ${second.id}`} opening={second.opening} onClose={() => onClose(second.id)} />
        )}
      </div>
    </div>
  );
}

interface PaneProps {
  readonly session: ArticleSession;
  readonly isTwo: boolean;
  readonly isActive: boolean;
  readonly onActivate: (id: ArticleId) => void;
  readonly onClose: (id: ArticleId) => void;
}

function Pane({ session, isTwo, isActive, onActivate, onClose }: PaneProps) {
  const activate = (): void => {
    if (!isActive) onActivate(session.id);
  };
  return (
    <div className="edit-page" data-active={isActive ? '' : undefined} onFocusCapture={activate}>
      {isTwo ? <PaneBar session={session} isActive={isActive} onActivate={activate} onClose={onClose} /> : null}
      <ArticleEditor session={session} />
      {isTwo ? <PaneStatus session={session} /> : null}
    </div>
  );
}

function PaneStatus({ session }: { session: ArticleSession }) {
  const { app } = useWords();
  const headline = useHeadline(session);
  return <StatusBar session={session} of={headline === '' ? app.untitled : headline} />;
}

type PaneBarProps = Omit<PaneProps, 'isTwo' | 'onActivate'> & { readonly onActivate: () => void };

function PaneBar({ session, isActive, onActivate, onClose }: PaneBarProps) {
  const { app, comfort } = useWords();
  const headline = useHeadline(session);
  const name = headline === '' ? app.untitled : headline;
  return (
    <div className="pane-bar">
      <button type="button" className="pane-name" aria-pressed={isActive} onClick={onActivate}>
        <bdi>{name}</bdi>
      </button>
      <IconButton
        size="small"
        label={comfort.closeArticle(name)}
        icon={<X size={15} />}
        onPress={() => onClose(session.id)}
      />
    </div>
  );
}

function Coming({ opening, onClose }: { opening: Exclude<Opening, { state: 'open' }>; onClose: () => void }) {
  const words = useWords();
  return (
    <div className="edit-page edit-waiting">
      {opening.state === 'opening' ? (
        <Spinner label={words.app.loading} />
      ) : (
        <EmptyState title={words.app.edit.lostTitle} hint={failureSentence(words, opening.failure)}>
          <Button onPress={onClose}>{words.app.close}</Button>
        </EmptyState>
      )}
    </div>
  );
}
