import { Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { textDirection } from '#shared/article/direction.ts';
import type { Summary } from '#shared/article/summary.ts';
import type { DeskStanding } from '#shared/contract/desk.ts';
import { useReaders, useStanding } from '#renderer/connection/desk.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { StandingMark } from '#renderer/ui/standing-mark.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { readersLine } from '#renderer/ui/words/readers.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import './story-row.css';

export interface StoryRowProps {
  readonly story: Summary;
  /** For relative times, milliseconds. */
  readonly now: number;
  readonly actions: readonly MenuEntry[];
  readonly onPutOnDesk: ((story: Summary) => void) | null;
  /** Opens it beside the article that was open last: Mod with a press. Null where there is none. */
  readonly onBeside: ((story: Summary) => void) | null;
  /** Where pressing the headline leads. */
  readonly href: string;
  /** Only one row is in the tab order; arrows go to the others. */
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What a list shows of a story. Each text runs in its own direction. */
export function StoryRow(props: StoryRowProps) {
  const { story, now, href, isActive, onFocus, onKeyDown } = props;
  const words = useWords();
  const { app } = words;
  const written = words.number(story.words);
  const standing = useStanding(story.id);
  const readers = useReaders(story.id);
  return (
    <>
      <div className="story-row-text" {...directionOf(story)}>
        {story.kicker === '' && story.slug === '' ? null : (
          <p className="story-row-over">
            {story.kicker === '' ? null : (
              <bdi className="story-row-kicker" dir="auto">
                {story.kicker}
              </bdi>
            )}
            {story.slug === '' ? null : (
              <bdi className="story-row-slug" dir="auto">
                {story.slug}
              </bdi>
            )}
          </p>
        )}
        <p
          className={story.headline === '' ? 'story-row-headline story-row-untitled' : 'story-row-headline'}
          dir="auto"
        >
          <a
            href={href}
            className="story-row-link"
            tabIndex={isActive ? 0 : -1}
            onFocus={onFocus}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              if (props.onBeside === null || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              props.onBeside(story);
            }}
          >
            {story.headline === '' ? app.untitled : story.headline}
          </a>
        </p>
        {story.intro === '' ? null : (
          <p className="story-row-intro" dir="auto">
            {story.intro}
          </p>
        )}
        <p className="story-row-under">
          {story.byline === '' ? null : <bdi>{app.library.by(story.byline)}</bdi>}
          <bdi>
            {story.commissionedLength > 0
              ? app.library.of(written, words.number(story.commissionedLength))
              : words.count(app.words, story.words)}
          </bdi>
          {story.embargoed ? <bdi className="story-row-embargo">{app.library.embargoed}</bdi> : null}
          {standing === null ? null : (
            <span>
              <StandingMark isShared={standing !== 'private'} />
            </span>
          )}
          {readers.length === 0 ? null : <bdi className="story-row-readers">{readersLine(words, readers)}</bdi>}
        </p>
      </div>
      <div className="story-row-side">
        <StatusMark status={story.status} />
        <time dateTime={story.modified} title={words.moment(story.modified)} className="story-row-time">
          {words.ago(story.modified, now)}
        </time>
        <div className="story-row-menu">
          <Menu label={app.library.more} entries={entriesOf(props, standing, words)}>
            <IconButton label={app.library.more} icon={<Ellipsis size={16} />} size="small" excludeFromTabOrder />
          </Menu>
        </div>
      </div>
    </>
  );
}

/** What can be done with a story; a private one can be put on the desk besides. */
function entriesOf({ story, actions, onPutOnDesk }: StoryRowProps, standing: DeskStanding | null, words: Words) {
  if (standing !== 'private' || onPutOnDesk === null) return actions;
  const put: MenuEntry = { id: 'put-on-desk', name: `${words.desk.put}…`, onChoose: () => onPutOnDesk(story) };
  const last = actions.findIndex(({ apart }) => apart === true);
  return actions.toSpliced(last < 0 ? actions.length : last, 0, put);
}

/** The row runs as its headline does, so that everything said of a story stands on one edge. */
function directionOf(story: Summary): { readonly dir?: 'ltr' | 'rtl' } {
  const direction = textDirection(story.headline) ?? textDirection(story.intro);
  return direction === null ? {} : { dir: direction };
}
