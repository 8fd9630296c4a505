import { scrollBehavior } from '../calm.ts';
import type { Page } from '../page.ts';

/** Where the line that is written is kept, as a part of the window's height. */
const HEIGHT = 0.42;
/** How long after a key the page follows, in milliseconds: once for several keys of a fast hand. */
const AFTER = 60;
/** Less than this is not worth moving the page for, in pixels. */
const LEAST = 3;

/**
 * Keeps the line that is written at one height, as long as the returned function is not called. Only keys move the page,
 * never the mouse: what is pressed must not run away. Near the top of an article the line comes down to its height first.
 */
export function keepHeight(page: Page, scroller: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const move = (): void => {
    const by = distance(page, scroller);
    if (Math.abs(by) >= LEAST) scroller.scrollBy({ top: by, behavior: scrollBehavior() });
  };
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // In the frame, where the lines are set anyway: asking earlier would have them set twice.
      frame = requestAnimationFrame(move);
    }, AFTER);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (movesCaret(event)) later();
  };
  scroller.addEventListener('input', later);
  scroller.addEventListener('keyup', onKey);
  later();
  return () => {
    scroller.removeEventListener('input', later);
    scroller.removeEventListener('keyup', onKey);
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}

function movesCaret({ key, code }: KeyboardEvent): boolean {
  return /^(?:Arrow|Page|Home|End|Enter|Backspace|Delete)/u.test(key) || code === 'KeyZ' || code === 'KeyY';
}

/** How far the page must be scrolled for the caret to stand at its height, in pixels. */
function distance(page: Page, scroller: HTMLElement): number {
  const view = page.editor?.view;
  if (view === undefined || !view.hasFocus()) return 0;
  const caret = view.coordsAtPos(view.state.selection.head);
  const box = scroller.getBoundingClientRect();
  return (caret.top + caret.bottom) / 2 - (box.top + box.height * HEIGHT);
}
