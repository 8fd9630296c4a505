import { Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { textDirection } from '#shared/article/direction.ts';
import type { Summary } from '#shared/article/summary.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import './story-row.css';

export interface StoryRowProps {
  readonly story: Summary;
  /** For relative times, milliseconds. */
  readonly now: number;
  readonly actions: readonly MenuEntry[];
  /** Where pressing the headline leads. */
  readonly href: string;
  /** Only one row is in the tab order; arrows go to the others. */
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What a list shows of a story. Each text runs in its own direction. */
export function StoryRow({ story, now, actions, href, isActive, onFocus, onKeyDown }: StoryRowProps) {
  const words = useWords();
  const { app } = words;
  const written = words.number(story.words);
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
        </p>
      </div>
      <div className="story-row-side">
        <StatusMark status={story.status} />
        <time dateTime={story.modified} title={words.moment(story.modified)} className="story-row-time">
          {words.ago(story.modified, now)}
        </time>
        <div className="story-row-menu">
          <Menu label={app.library.more} entries={actions}>
            <IconButton label={app.library.more} icon={<Ellipsis size={16} />} size="small" excludeFromTabOrder />
          </Menu>
        </div>
      </div>
    </>
  );
}

/** The row runs as its headline does, so that everything said of a story stands on one edge. */
function directionOf(story: Summary): { readonly dir?: 'ltr' | 'rtl' } {
  const direction = textDirection(story.headline) ?? textDirection(story.intro);
  return direction === null ? {} : { dir: direction };
}
