import type { EditorView } from '@tiptap/pm/view';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';

/** The field after (or before) another, as the eye meets them on the page; null at the ends. */
export function neighbour(field: TextField, by: 1 | -1): TextField | null {
  return FIELDS_OF_TEXT[FIELDS_OF_TEXT.indexOf(field) + by] ?? null;
}

export type Edge = 'start' | 'end';

/** Whether the caret can go no further that way inside this field. `up` and `down` ask for the first or last line. */
export function atEdge(view: EditorView, way: 'up' | 'down' | 'left' | 'right'): Edge | null {
  const { selection, doc } = view.state;
  if (!(selection instanceof TextSelection) || !selection.empty) return null;
  const edge: Edge = towards(view, way);
  const { $head } = selection;
  const outermost = edge === 'start' ? $head.index(0) === 0 : $head.index(0) === doc.childCount - 1;
  if (!outermost || $head.depth !== 1 || !view.endOfTextblock(way)) return null;
  if (way === 'up' || way === 'down') return edge;
  const end = edge === 'start' ? Selection.atStart(doc).from : Selection.atEnd(doc).to;
  return $head.pos === end ? edge : null;
}

/** Left is towards the start where text runs from left to right, and towards the end where it runs the other way. */
function towards(view: EditorView, way: 'up' | 'down' | 'left' | 'right'): Edge {
  if (way === 'up') return 'start';
  if (way === 'down') return 'end';
  const { node } = view.domAtPos(view.state.selection.head);
  const element = node instanceof Element ? node : node.parentElement;
  const rightToLeft = element !== null && getComputedStyle(element).direction === 'rtl';
  return (way === 'left') === rightToLeft ? 'end' : 'start';
}

/** Puts the caret at an end of the field, or on its first or last line at the height of page coordinate `x`. */
export function enterField(view: EditorView, edge: Edge, x?: number): void {
  const { doc } = view.state;
  const end = edge === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc);
  let selection = end;
  if (x !== undefined) {
    const line = view.coordsAtPos(end.from);
    const found = view.posAtCoords({ left: x, top: (line.top + line.bottom) / 2 });
    if (found !== null) selection = Selection.near(doc.resolve(found.pos), edge === 'start' ? 1 : -1);
  }
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  view.focus();
}

/** Where the caret stands across the page, in pixels of the window. */
export function caretColumn(view: EditorView): number {
  return view.coordsAtPos(view.state.selection.head).left;
}
