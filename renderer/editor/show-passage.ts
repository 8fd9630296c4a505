import type { EditorView } from '@tiptap/pm/view';

/** Nearer to an edge of the window than this (pixels), a passage counts as out of sight. */
const EDGE = 64;

/** Brings a place of the text in sight, and leaves the page alone where it is in sight already. */
export function showPassage(view: EditorView, scroller: HTMLElement, pos: number): void {
  const { top, bottom } = view.coordsAtPos(pos);
  const box = scroller.getBoundingClientRect();
  if (top >= box.top + EDGE && bottom <= box.bottom - EDGE) return;
  scroller.scrollTop += top - box.top - box.height / 3;
}
