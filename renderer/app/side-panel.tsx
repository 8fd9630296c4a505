import type { ArticleId } from '#shared/article/identity.ts';
import { useSettings } from '#renderer/connection/settings.tsx';
import { useStoppingCount } from '#renderer/editor/checking/use-checking.ts';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { useMetadata, useRelated } from '#renderer/editor/use-session.ts';
import { RelatedPanel } from '#renderer/story/related-panel.tsx';
import { StoryPanel } from '#renderer/story/story-panel.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import type { PanelTab } from './panels.ts';

export interface SidePanelProps {
  readonly session: ArticleSession;
  readonly headline: string;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  /** Shows an article of the library beside this one. */
  readonly onBeside: (id: ArticleId) => void;
}

/** What is said about an article, page by page. */
export function SidePanel({ session, headline, tab, onTab, onBeside }: SidePanelProps) {
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
              onBeside={onBeside}
            />
          ),
        },
        { id: 'checks', name: <ChecksName session={session} />, content: <ChecksPanel session={session} /> },
      ]}
    />
  );
}

/** Apart, for what stops an export comes and goes while somebody writes. */
function ChecksName({ session }: { session: ArticleSession }) {
  const { app } = useWords();
  return <Counted name={app.edit.checks} count={useStoppingCount(session)} />;
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
