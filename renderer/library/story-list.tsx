import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
  type RefObject,
} from 'react';
import type { Summary } from '#shared/article/summary.ts';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import type { StoryPages } from './story-pages.ts';
import { StoryRow } from './story-row.tsx';
import './story-list.css';
import { scrollToRow, useRowsInView } from './use-rows-in-view.ts';

/** Height of a row in pixels; every row is the same, so ten thousand need no measuring. */
const ROW = 124;

/** What others can ask of the list. */
export interface StoryListHandle {
  /** Puts the keyboard on the row that had it last, or on the first. */
  readonly focus: () => void;
}

export interface StoryListProps {
  readonly stories: StoryPages;
  readonly total: number;
  readonly hrefOf: (story: Summary) => string;
  /** What Delete does to a story; null where it does nothing. */
  readonly onDelete: ((story: Summary) => void) | null;
  /** Asks whether a story is to go on the desk; null where none can. */
  readonly onPutOnDesk: ((story: Summary) => void) | null;
  /** Opens a story beside the article that was open last; null where there is none. */
  readonly onBeside: ((story: Summary) => void) | null;
  readonly actionsOf: (story: Summary) => readonly MenuEntry[];
  readonly ref: Ref<StoryListHandle>;
}

/** The stories, of which only those in view exist as elements. Arrows go through them, Enter opens, Delete trashes. */
export function StoryList({ stories, total, hrefOf, onDelete, onPutOnDesk, onBeside, actionsOf, ref }: StoryListProps) {
  const words = useWords();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const { from, to } = useRowsInView(scroller, ROW, total);
  useEffect(() => stories.want(from, to), [stories, from, to]);
  useSteadyView(stories, scroller);

  const place = Math.min(active, Math.max(0, total - 1));
  const focusRow = (index: number): void => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive(next);
    const box = scroller.current;
    if (box === null) return;
    scrollToRow(box, next, ROW);
    whenThere(() => box.querySelector<HTMLElement>(`[data-index="${next}"] a`));
  };
  useImperativeHandle(ref, () => ({ focus: () => focusRow(place) }));

  const press = (event: KeyboardEvent, index: number): void => {
    const story = stories.at(index);
    const step = stepOf(event.key, total, scroller.current?.clientHeight ?? ROW);
    if (step !== null) focusRow(index + step);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && story !== undefined && onDelete !== null) {
      onDelete(story);
    } else return;
    event.preventDefault();
  };

  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  return (
    <div className="story-list" ref={scroller}>
      <ol className="story-list-rows" aria-label={words.app.library.list} style={{ blockSize: total * ROW }}>
        {rows.map((index) => {
          const story = stories.at(index);
          return (
            <li
              key={story?.id ?? `place-${index}`}
              aria-setsize={total}
              aria-posinset={index + 1}
              data-index={index}
              className="story-row"
              style={{ blockSize: ROW, transform: `translateY(${index * ROW}px)` }}
            >
              {story === undefined ? (
                <div className="story-row-waiting" />
              ) : (
                <StoryRow
                  story={story}
                  now={now}
                  href={hrefOf(story)}
                  isActive={index === place}
                  actions={actionsOf(story)}
                  onPutOnDesk={onPutOnDesk}
                  onBeside={onBeside}
                  onFocus={() => setActive(index)}
                  onKeyDown={(event) => press(event, index)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** How many rows a key goes on, or null where it goes nowhere. */
function stepOf(key: string, total: number, viewHeight: number): number | null {
  const page = Math.max(1, Math.floor(viewHeight / ROW) - 1);
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return -total;
    case 'End':
      return total;
    default:
      return null;
  }
}

/** Focuses an element as soon as the list has made it; gives up after a few frames. */
function whenThere(find: () => HTMLElement | null, frames = 10): void {
  const element = find();
  if (element !== null) element.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => whenThere(find, frames - 1));
}

/** Keeps the story at the top of the view where it is when the list changes above it; a new list begins at its top. */
function useSteadyView(stories: StoryPages, scroller: RefObject<HTMLElement | null>): void {
  const anchor = useRef<{ readonly stories: StoryPages; readonly id: string; readonly index: number } | null>(null);
  const remember = useEffectEvent(() => {
    const index = Math.floor((scroller.current?.scrollTop ?? 0) / ROW);
    const story = stories.at(index);
    if (story !== undefined) anchor.current = { stories, id: story.id, index };
  });
  useLayoutEffect(() => {
    const box = scroller.current;
    const last = anchor.current;
    if (box !== null && last !== null) {
      if (last.stories !== stories) box.scrollTo({ top: 0 });
      else if (box.scrollTop > 0) {
        const index = stories.indexOf(last.id);
        if (index >= 0 && index !== last.index) box.scrollBy({ top: (index - last.index) * ROW });
      }
    }
    remember();
  });
  useEffect(() => {
    const box = scroller.current;
    const listener = () => remember();
    box?.addEventListener('scroll', listener, { passive: true });
    return () => box?.removeEventListener('scroll', listener);
  }, [scroller]);
}

/** The time, renewed twice a minute, in milliseconds. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(clock);
  }, []);
  return now;
}
