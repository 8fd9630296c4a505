import type { EditorView } from '@tiptap/pm/view';
import { TextSelection } from '@tiptap/pm/state';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { EdgeScroll } from './edge-scroll.ts';
import type { PageSelection } from './page-selection.ts';
import type { Views } from './page-selection-history.ts';

/** A point of the window, in pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Follows the pointer from a press in a field until the button is up. A browser selects in the field that was pressed
 * alone; from where the pointer comes over another on, the selection is the page's, wherever it goes then.
 */
export function followPress(pressed: TextField, whole: PageSelection): void {
  const { views } = whole;
  if (views === null) return;
  const scroller = views[pressed].dom.closest<HTMLElement>('.article-scroll');
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  let isOver = whole.isSelected;
  let last = '';
  let point: Point = { x: 0, y: 0 };
  const extend = (): void => {
    const { x, y } = seen(point, scroller);
    const field = fieldAt(views, y);
    isOver ||= field !== pressed && isSelecting(views[pressed]);
    const pos = isOver ? placeIn(views[field], { x, y }) : null;
    if (pos === null || last === `${field} ${pos}`) return;
    last = `${field} ${pos}`;
    whole.extendTo(field, pos);
  };
  const edges = scroller === null ? null : new EdgeScroll(scroller, extend);
  const stop = (): void => {
    end.abort();
    edges?.stop();
  };
  const onMove = (event: MouseEvent): void => {
    if ((event.buttons & 1) === 0) return stop();
    point = { x: event.clientX, y: event.clientY };
    extend();
    // In one field alone the browser selects, and scrolls, by itself.
    if (!isOver) return undefined;
    event.preventDefault();
    return edges?.follow(point.y);
  };
  window.addEventListener('mousemove', onMove, options);
  for (const name of ['mouseup', 'dragstart', 'blur'] as const)
    window.addEventListener(name, onlyOfWindow(stop), options);
}

/** Fields lose the keyboard on the way; only when the window does, the button may come up unseen. */
function onlyOfWindow(stop: () => void): (event: Event) => void {
  return ({ type, target }) => {
    if (type !== 'blur' || target === window) stop();
  };
}

/** Words are selected, and not a picture pressed or a selection carried off. */
function isSelecting(view: EditorView): boolean {
  return view.hasFocus() && view.state.selection instanceof TextSelection && view.dragging === null;
}

/** The field at this height, as the eye reads: what is beneath one and above the next belongs to the first. */
function fieldAt(views: Views, y: number): TextField {
  return FIELDS_OF_TEXT.findLast((field) => views[field].dom.getBoundingClientRect().top <= y) ?? 'headline';
}

/** The point itself, or where it is out of sight the nearest that is not: nothing else can be asked what stands there. */
function seen({ x, y }: Point, scroller: HTMLElement | null): Point {
  const box = scroller?.getBoundingClientRect();
  return box === undefined ? { x, y } : { x, y: Math.min(Math.max(y, box.top + 1), box.bottom - 1) };
}

/** The place in a field that is nearest to the pointer. */
function placeIn(view: EditorView, { x, y }: Point): number | null {
  const box = view.dom.getBoundingClientRect();
  const left = Math.min(Math.max(x, box.left + 1), box.right - 1);
  const top = Math.min(Math.max(y, box.top + 1), box.bottom - 1);
  return view.posAtCoords({ left, top })?.pos ?? null;
}
