import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The caret is kept at least this far from the edges of the window it scrolls in, in pixels. */
const MARGIN = 24;
/** How long after a key the page is scrolled to a caret that has left the window, in milliseconds. */
const SCROLL_AFTER = 30;

/** Events of typing that the editor has dealt with and that nothing around it listens for. */
const ENDED = ['keypress', 'beforeinput', 'textInput', 'input', 'keyup'] as const;

/**
 * Typing costs as little as it can: its events end here, and whether the caret is still in sight is asked a moment
 * later, when the browser has set the lines anyway, instead of making it set them for every key.
 */
export const Quiet = Extension.create({
  name: 'quiet',
  addProseMirrorPlugins() {
    let asked: ReturnType<typeof setTimeout> | undefined;
    let isScrolling = false;
    const look = (view: EditorView): void => {
      asked = undefined;
      if (view.isDestroyed || isInSight(view)) return;
      isScrolling = true;
      view.dispatch(view.state.tr.scrollIntoView());
      isScrolling = false;
    };
    const handleScrollToSelection = (view: EditorView): boolean => {
      if (isScrolling) return false;
      asked ??= setTimeout(look, SCROLL_AFTER, view);
      return true;
    };
    return [new Plugin({ props: { handleScrollToSelection }, view: endEvents })];
  },
});

function endEvents({ dom }: EditorView): { destroy: () => void } {
  const holder = dom.parentElement;
  const end = (event: Event): void => event.stopPropagation();
  for (const name of ENDED) holder?.addEventListener(name, end);
  return {
    destroy: () => {
      for (const name of ENDED) holder?.removeEventListener(name, end);
    },
  };
}

function isInSight(view: EditorView): boolean {
  const scroller = view.dom.closest('.article-scroll');
  if (scroller === null || !view.state.selection.empty) return false;
  const { top, bottom } = view.coordsAtPos(view.state.selection.head);
  const box = scroller.getBoundingClientRect();
  return top >= box.top + MARGIN && bottom <= box.bottom - MARGIN;
}
