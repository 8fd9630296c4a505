import type { EditorView } from '@tiptap/pm/view';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';

/** The field after (or before) another, as the eye meets them on the page; null at the ends. */
export function neighbour(field: TextField, by: 1 | -1): TextField | null {
  return FIELDS_OF_TEXT[FIELDS_OF_TEXT.indexOf(field) + by] ?? null;
}

/** These two fields and what is between them, in the order of the page. */
export function fieldsBetween(one: TextField, other: TextField): readonly TextField[] {
  const [a, b] = [FIELDS_OF_TEXT.indexOf(one), FIELDS_OF_TEXT.indexOf(other)];
  return FIELDS_OF_TEXT.slice(Math.min(a, b), Math.max(a, b) + 1);
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

/** The same for the end of a selection that is being extended, which may hold something already. */
export function headAtEdge(view: EditorView, way: 'up' | 'down' | 'left' | 'right'): Edge | null {
  const { selection, doc } = view.state;
  if (!(selection instanceof TextSelection)) return null;
  const edge: Edge = towards(view, way);
  const { $head } = selection;
  const end = edge === 'start' ? Selection.atStart(doc).from : Selection.atEnd(doc).to;
  if (way === 'left' || way === 'right') return $head.pos === end ? edge : null;
  const isOutermost = $head.index(0) === (edge === 'start' ? 0 : doc.childCount - 1);
  if (!isOutermost || $head.depth !== 1) return null;
  const [here, last] = [view.coordsAtPos($head.pos), view.coordsAtPos(end)];
  return Math.abs(here.top - last.top) < (last.bottom - last.top) / 2 ? edge : null;
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
  enterAt(view, lineEntered(view, edge, x));
}

/** Gives a field the keyboard with this selected, and shows it: a view scrolls to nothing before it has the focus. */
export function enterAt(view: EditorView, selection: Selection): void {
  view.dispatch(view.state.tr.setSelection(selection));
  view.focus();
  view.dispatch(view.state.tr.scrollIntoView());
}

/** Where a caret that enters the field comes to stand. */
export function lineEntered(view: EditorView, edge: Edge, x?: number): Selection {
  const { doc } = view.state;
  const end = edge === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc);
  if (x === undefined) return end;
  const line = view.coordsAtPos(end.from);
  const found = view.posAtCoords({ left: x, top: (line.top + line.bottom) / 2 });
  return found === null ? end : Selection.near(doc.resolve(found.pos), edge === 'start' ? 1 : -1);
}

/** Where the caret stands across the page, in pixels of the window. */
export function caretColumn(view: EditorView): number {
  return view.coordsAtPos(view.state.selection.head).left;
}

/** What of the page before is still seen when a page is turned, in pixels. */
const KEPT = 72;
/** The caret is put no nearer to the edges of the window than this, in pixels. */
const MARGIN = 32;

/**
 * Scrolls by a window and takes the caret along, into whichever field is there then; at the ends of the page to the
 * very start and end.
 */
export function turnPage(
  views: { readonly [Field in TextField]: EditorView },
  from: TextField,
  scroller: HTMLElement,
  by: 1 | -1,
): boolean {
  const caret = views[from].coordsAtPos(views[from].state.selection.head);
  const before = scroller.scrollTop;
  scroller.scrollTop += by * Math.max(scroller.clientHeight - KEPT, KEPT);
  if (scroller.scrollTop === before) {
    enterField(views[by === 1 ? 'body' : 'headline'], by === 1 ? 'end' : 'start');
    return true;
  }
  const box = scroller.getBoundingClientRect();
  const y = Math.min(Math.max(caret.top, box.top + MARGIN), box.bottom - MARGIN);
  const field = FIELDS_OF_TEXT.findLast((one) => views[one].dom.getBoundingClientRect().top <= y) ?? 'headline';
  const view = views[field];
  const text = view.dom.getBoundingClientRect();
  const found = view.posAtCoords({ left: caret.left, top: Math.min(Math.max(y, text.top + 2), text.bottom - 2) });
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(found?.pos ?? 0), by === 1 ? 1 : -1)));
  view.focus();
  return true;
}
