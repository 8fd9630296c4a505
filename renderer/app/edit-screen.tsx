import { ArrowLeft, ArrowRight, Eye, ListTree, PanelLeft, Upload } from 'lucide-react';
import { useEffect } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import { useStanding } from '#renderer/connection/desk.tsx';
import { useSettings } from '#renderer/connection/settings.tsx';
import { ArticleEditor } from '#renderer/editor/article-editor.tsx';
import { Outline } from '#renderer/editor/outline.tsx';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { StatusBar } from '#renderer/editor/status-bar.tsx';
import { useMetadata, useRelated } from '#renderer/editor/use-session.ts';
import { useTextShown } from '#renderer/editor/use-text-shown.ts';
import { RelatedPanel } from '#renderer/story/related-panel.tsx';
import { StatusSelect } from '#renderer/story/status-select.tsx';
import { StoryPanel } from '#renderer/story/story-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton, IconToggle } from '#renderer/ui/icon-button.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { StandingMark } from '#renderer/ui/standing-mark.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { Hint } from '#renderer/ui/tooltip.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import './edit-screen.css';
import { usePanels, type PanelTab } from './panels.ts';
import { keysOf, useShortcuts } from './shortcuts.ts';
import { useHeadline } from './use-headline.ts';
import { useHere } from './use-here.ts';
import { usePutBack, type TakePassage } from './use-put-back.ts';
import { useSession } from './use-session.ts';

export interface EditScreenProps {
  readonly id: ArticleId;
  readonly onBack: () => void;
  readonly onShare: () => void;
  readonly onExport: () => void;
  readonly onDesk: () => void;
  /** Asks whether the story is to go on the desk. */
  readonly onPutOnDesk: (headline: string) => void;
  readonly takePassage: TakePassage;
  /** The headline as it stands, for the window's title. */
  readonly onHeadline: (headline: string) => void;
}

/** The article on one page, its outline before it and what is said about it after. */
export function EditScreen(props: EditScreenProps) {
  const words = useWords();
  const opening = useSession(props.id);
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
          <EmptyState title={words.app.edit.lostTitle} hint={failureSentence(words, opening.failure)}>
            <Button variant="primary" onPress={props.onBack}>
              {words.app.edit.backToLibrary}
            </Button>
          </EmptyState>
        </main>
      );
    case 'open':
      return <OpenArticle key={props.id} session={opening.session} {...props} />;
  }
}

type OpenProps = EditScreenProps & { readonly session: ArticleSession };

function OpenArticle(props: OpenProps) {
  const { session, onHeadline } = props;
  const { app } = useWords();
  const [panels, change] = usePanels();
  const headline = useHeadline(session);
  const isShown = useTextShown(session);
  useEffect(() => onHeadline(headline), [headline, onHeadline]);
  usePutBack(session, props.takePassage);
  useShortcuts({
    outline: () => change({ outline: !panels.outline }),
    panel: () => change({ panel: !panels.panel }),
    storyPanel: () => change({ panel: true, tab: 'story' }),
    relatedPanel: () => change({ panel: true, tab: 'related' }),
    checksPanel: () => change({ panel: true, tab: 'checks' }),
    shareView: props.onShare,
    exportArticle: props.onExport,
  });
  return (
    <main
      className="edit"
      aria-label={headline === '' ? app.untitled : headline}
      data-outline={panels.outline}
      data-panel={panels.panel}
    >
      <TopBar {...props} headline={headline} panels={panels} change={change} />
      <div className="edit-columns">
        {panels.outline ? (
          <nav className="edit-outline" aria-label={app.edit.outline}>
            {isShown ? <Outline session={session} /> : null}
          </nav>
        ) : null}
        <div className="edit-page">
          <ArticleEditor session={session} />
        </div>
        {panels.panel ? (
          <aside className="edit-panel" aria-label={app.edit.panel}>
            {isShown ? (
              <SidePanel session={session} headline={headline} tab={panels.tab} onTab={(tab) => change({ tab })} />
            ) : null}
          </aside>
        ) : null}
      </div>
      <StatusBar session={session} />
      <Here session={session} />
    </main>
  );
}

/** Apart, so that news of the desk draws nothing else anew. */
function Here({ session }: { session: ArticleSession }) {
  useHere(session);
  return null;
}

type PanelState = ReturnType<typeof usePanels>;

interface TopBarProps extends OpenProps {
  readonly headline: string;
  readonly panels: PanelState[0];
  readonly change: PanelState[1];
}

function TopBar(props: TopBarProps) {
  const { session, headline, panels, change, onBack, onShare, onExport } = props;
  const words = useWords();
  const { app } = words;
  const { status } = useMetadata(session);
  const Back = words.direction === 'rtl' ? ArrowRight : ArrowLeft;
  return (
    <header className="edit-bar">
      <div className="edit-bar-start">
        <IconButton label={app.shortcuts.library} keys={keysOf('library')} icon={<Back size={18} />} onPress={onBack} />
        <IconToggle
          label={panels.outline ? app.edit.hideOutline : app.edit.showOutline}
          keys={keysOf('outline')}
          icon={<ListTree size={17} className="icon-mirrored" />}
          isSelected={panels.outline}
          onChange={(outline) => change({ outline })}
        />
      </div>
      <h1 className="edit-title" dir="auto">
        {headline === '' ? app.untitled : headline}
      </h1>
      <div className="edit-bar-end">
        <Standing {...props} />
        <div className="edit-status">
          <StatusSelect
            labelHidden
            size="small"
            status={status}
            isDisabled={session.readOnly !== undefined}
            onChange={(next) => session.setFields({ status: next })}
          />
        </div>
        <Hint text={app.edit.share} keys={keysOf('shareView')}>
          <Button variant="plain" onPress={onShare}>
            <Eye size={16} aria-hidden />
            <span className="edit-bar-word">{app.edit.share}</span>
          </Button>
        </Hint>
        <Hint text={app.edit.export} keys={keysOf('exportArticle')}>
          <Button onPress={onExport} aria-haspopup="dialog">
            <Upload size={15} aria-hidden />
            <span className="edit-bar-word">{app.edit.export}</span>
          </Button>
        </Hint>
        <IconToggle
          label={panels.panel ? app.edit.hidePanel : app.edit.showPanel}
          keys={keysOf('panel')}
          icon={<PanelLeft size={17} className="edit-panel-icon" />}
          isSelected={panels.panel}
          onChange={(panel) => change({ panel })}
        />
      </div>
    </header>
  );
}

/** Private or on the desk, where there is a desk; pressing it leads on. */
function Standing({ session, headline, onDesk, onPutOnDesk }: TopBarProps) {
  const { desk } = useWords();
  const standing = useStanding(session.id);
  if (standing === null) return null;
  const isShared = standing !== 'private';
  return (
    <Hint text={isShared ? desk.onDeskHint : `${desk.privateHint} ${desk.put}…`}>
      <Button
        variant="plain"
        size="small"
        onPress={isShared ? onDesk : () => onPutOnDesk(headline)}
        {...(isShared ? {} : { 'aria-haspopup': 'dialog' as const })}
      >
        <StandingMark isShared={isShared} />
      </Button>
    </Hint>
  );
}

interface SidePanelProps {
  readonly session: ArticleSession;
  readonly headline: string;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
}

function SidePanel({ session, headline, tab, onTab }: SidePanelProps) {
  const { app } = useWords();
  const { settings } = useSettings();
  const metadata = useMetadata(session);
  const related = useRelated(session);
  const isReadOnly = session.readOnly !== undefined;
  return (
    <Tabs
      label={app.edit.panel}
      selected={tab}
      onSelect={onTab}
      pages={[
        {
          id: 'story',
          name: app.edit.story,
          content: (
            <StoryPanel
              metadata={metadata}
              author={settings.name}
              headline={headline}
              isReadOnly={isReadOnly}
              onChange={(patch) => session.setFields(patch)}
            />
          ),
        },
        {
          id: 'related',
          name: <Counted name={app.edit.related} count={related.length} />,
          content: (
            <RelatedPanel
              of={session.id}
              related={related}
              isReadOnly={isReadOnly}
              onAdd={(link) => session.addRelated(link)}
              onChange={(id, patch) => session.changeRelated(id, patch)}
              onMove={(id, to) => session.moveRelated(id, to)}
              onRemove={(id) => session.removeRelated(id)}
            />
          ),
        },
        { id: 'checks', name: app.edit.checks, content: <ChecksPanel session={session} /> },
      ]}
    />
  );
}

function Counted({ name, count }: { name: string; count: number }) {
  const words = useWords();
  if (count === 0) return name;
  return (
    <>
      {name} <span className="edit-count">{words.number(count)}</span>
    </>
  );
}
