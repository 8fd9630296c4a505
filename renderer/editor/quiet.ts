import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The caret is kept at least this far from the edges of the window it scrolls in, in pixels. */
const MARGIN = 24;

/** Events of typing that the editor has dealt with and that nothing around it listens for. */
const ENDED = ['keypress', 'beforeinput', 'textInput', 'input', 'keyup'] as const;

/** Typing costs as little as it can: its events end here, and a caret that is in sight scrolls nothing. */
export const Quiet = Extension.create({
  name: 'quiet',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleScrollToSelection: isInSight }, view: endEvents })],
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
