import type { EditorView } from '@tiptap/pm/view';

const GAP = 6;
const EDGE = 8;

/**
 * Puts a box of the window beneath a place in the text, or above it where there is more room; it begins where the text
 * begins: at its left where it runs to the right, and at its right where it runs to the left. Never outside the window.
 */
export function placeAtCaret(box: HTMLElement, view: EditorView, pos: number): void {
  const { left, right, top, bottom } = view.coordsAtPos(Math.min(pos, view.state.doc.content.size));
  const { node } = view.domAtPos(pos);
  const element = node instanceof Element ? node : node.parentElement;
  const runsLeft = element !== null && getComputedStyle(element).direction === 'rtl';
  const { offsetWidth: width, offsetHeight: height } = box;
  const wanted = runsLeft ? right - width : left;
  const x = Math.max(EDGE, Math.min(wanted, window.innerWidth - width - EDGE));
  const fitsBelow = bottom + GAP + height + EDGE <= window.innerHeight;
  const y = fitsBelow || top < window.innerHeight - bottom ? bottom + GAP : top - GAP - height;
  box.style.left = `${Math.round(x)}px`;
  box.style.top = `${Math.round(Math.max(EDGE, y))}px`;
}
