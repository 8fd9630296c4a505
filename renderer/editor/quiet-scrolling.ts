import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The caret is kept at least this far from the edges of the window it scrolls in, in pixels. */
const MARGIN = 24;
/** How long after a typed letter the page is scrolled to a caret that has left the window, in milliseconds. */
const SCROLL_AFTER = 120;
/** Lines are at most this high (pixels) and hold at least so many letters: careful guesses, they only save asking. */
const LINE = 80;
const LETTERS_PER_LINE = 10;

/** True when the last transaction was a change inside one block, as typing is. */
const key = new PluginKey<boolean>('quiet-scrolling');

/**
 * Whether the caret is still in sight is asked a moment after typing, once in many letters, when the browser has set
 * the lines anyway; asked at once, it makes the browser set them for every letter.
 */
export const QuietScrolling = Extension.create({
  name: 'quietScrolling',
  addProseMirrorPlugins() {
    let asked: ReturnType<typeof setTimeout> | undefined;
    let isScrolling = false;
    // Letters that can't take the caret out of sight, as long as nothing but typing moves it and nobody scrolls.
    let free = 0;
    const look = (view: EditorView): void => {
      asked = undefined;
      if (view.isDestroyed) return;
      const room = roomBelow(view);
      free = Math.floor(room / LINE) * LETTERS_PER_LINE;
      if (room >= MARGIN) return;
      isScrolling = true;
      view.dispatch(view.state.tr.scrollIntoView());
      isScrolling = false;
    };
    const handleScrollToSelection = (view: EditorView): boolean => {
      if (isScrolling) return false;
      if (key.getState(view.state) !== true) {
        free = 0;
        return false;
      }
      if (free > 0) free -= 1;
      else asked ??= setTimeout(look, SCROLL_AFTER, view);
      return true;
    };
    const onScroll = (): void => {
      free = 0;
    };
    return [
      new Plugin({
        key,
        state: { init: () => false, apply: isTyping },
        props: { handleScrollToSelection },
        view: (view) => followScrolling(view, onScroll),
      }),
    ];
  },
});

function isTyping({ steps, doc, before }: Transaction): boolean {
  return steps.length === 1 && doc.childCount === before.childCount;
}

function followScrolling({ dom }: EditorView, onScroll: () => void): { destroy: () => void } {
  const scroller = dom.closest('.article-scroll');
  scroller?.addEventListener('scroll', onScroll, { passive: true });
  return { destroy: () => scroller?.removeEventListener('scroll', onScroll) };
}

/** How far the caret is above the lower edge of the window, in pixels; negative where it is out of sight. */
function roomBelow(view: EditorView): number {
  const { dom, state } = view;
  const scroller = dom.closest('.article-scroll');
  if (scroller === null || !state.selection.empty) return -1;
  const { top, bottom } = view.coordsAtPos(state.selection.head);
  const box = scroller.getBoundingClientRect();
  return top < box.top + MARGIN ? -1 : box.bottom - bottom;
}
