import type { EditorView } from '@tiptap/pm/view';
import { TextSelection } from '@tiptap/pm/state';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import type { PageSelection } from './page-selection.ts';
import type { Views } from './page-selection-history.ts';

/**
 * Follows the pointer from a press in a field until the button is up. A browser selects in the field that was pressed
 * alone; from where the pointer comes over another on, the selection is the page's, wherever it goes then.
 */
export function followPress(pressed: TextField, whole: PageSelection): void {
  const { views } = whole;
  if (views === null) return;
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  const stop = (): void => end.abort();
  let isOver = whole.isSelected;
  let last = '';
  const onMove = (event: MouseEvent): void => {
    if ((event.buttons & 1) === 0) return stop();
    const field = fieldAt(views, event.clientY);
    isOver ||= field !== pressed && isSelecting(views[pressed]);
    if (!isOver) return undefined;
    // The browser would go on selecting in its own field.
    event.preventDefault();
    const pos = placeIn(views[field], event);
    if (pos === null || last === `${field} ${pos}`) return undefined;
    last = `${field} ${pos}`;
    return whole.extendTo(field, pos);
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

/** The place in a field that is nearest to the pointer. */
function placeIn(view: EditorView, { clientX, clientY }: MouseEvent): number | null {
  const box = view.dom.getBoundingClientRect();
  const left = Math.min(Math.max(clientX, box.left + 1), box.right - 1);
  const top = Math.min(Math.max(clientY, box.top + 1), box.bottom - 1);
  return view.posAtCoords({ left, top })?.pos ?? null;
}
