import { ArrowLeft, ArrowRight, Columns2, Eye, ListTree, PanelLeft, CommandIcon, Upload } from 'lucide-react';
import { useStanding } from '#renderer/connection/desk.tsx';
import { ViewMenu } from '#renderer/editor/comfort/view-menu.tsx';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { useMetadata } from '#renderer/editor/use-session.ts';
import { useTextShown } from '#renderer/editor/use-text-shown.ts';
import { StatusSelect } from '#renderer/story/status-select.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton, IconToggle } from '#renderer/ui/icon-button.tsx';
import { StandingMark } from '#renderer/ui/standing-mark.tsx';
import { Hint } from '#renderer/ui/tooltip.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { give } from './offers.ts';
import type { Panels } from './panels.ts';
import { keysOf } from './shortcuts.ts';

export interface EditBarProps {
  /** The article with the keyboard. */
  readonly session: ArticleSession;
  readonly headline: string;
  readonly panels: Panels;
  readonly change: (patch: Partial<Panels>) => void;
  readonly onBack: () => void;
  readonly onShare: () => void;
  readonly onExport: () => void;
  readonly onDesk: () => void;
  readonly onPutOnDesk: () => void;
  /** Asks for an article to stand beside this one; null where two are open. */
  readonly onBeside: (() => void) | null;
}

/** What can be done with the article as a whole; comes once the text is there. */
export function EditBar(props: EditBarProps) {
  const isShown = useTextShown(props.session);
  return <header className="edit-bar">{isShown ? <Doings {...props} /> : null}</header>;
}

function Doings(props: EditBarProps) {
  const { session, headline, panels, change, onBack, onShare, onExport, onBeside } = props;
  const words = useWords();
  const { app } = words;
  const { status } = useMetadata(session);
  const Back = words.direction === 'rtl' ? ArrowRight : ArrowLeft;
  return (
    <>
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
        {onBeside === null ? null : (
          <IconButton
            label={words.comfort.openBeside}
            icon={<Columns2 size={17} />}
            aria-haspopup="dialog"
            onPress={onBeside}
          />
        )}
        <ViewMenu />
        <IconButton
          label={words.commands.palette}
          keys={keysOf('palette')}
          icon={<CommandIcon size={16} />}
          aria-haspopup="dialog"
          onPress={() => give('palette')}
        />
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
    </>
  );
}

/** Private or on the desk, where there is a desk; pressing it leads on. */
function Standing({ session, onDesk, onPutOnDesk }: EditBarProps) {
  const { desk } = useWords();
  const standing = useStanding(session.id);
  if (standing === null) return null;
  const isShared = standing !== 'private';
  return (
    <Hint text={isShared ? desk.onDeskHint : `${desk.privateHint} ${desk.put}…`}>
      <Button
        variant="plain"
        size="small"
        onPress={isShared ? onDesk : onPutOnDesk}
        {...(isShared ? {} : { 'aria-haspopup': 'dialog' as const })}
      >
        <StandingMark isShared={isShared} />
      </Button>
    </Hint>
  );
}
