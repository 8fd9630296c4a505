import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { RefObject } from 'react';
import type { Page } from '../page.ts';

/** How long a selection must stay the same before anything appears over it, in milliseconds. */
const REST = 350;
const GAP = 8;
const EDGE = 8;

/**
 * Tells when a selection of words has come to rest (no key held, no button down), and when it is gone. While somebody
 * writes there is no selection, and a letter costs one look at that. Returns the way to stop.
 */
export function followResting(
  page: Page,
  box: RefObject<HTMLElement | null>,
  show: (isShown: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;
  let isPressing = false;
  let shownAt = '';
  const hide = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (isShown) show(false);
    isShown = false;
  };
  const look = (): void => {
    timer = undefined;
    const view = page.editor?.view;
    if (view === undefined || isPressing || !isOfWords(page, view) || !view.hasFocus()) return;
    if (boundsIn(page) === null) return;
    shownAt = nameOf(page);
    isShown = true;
    show(true);
  };
  const onTransaction = (): void => {
    const view = page.editor?.view;
    if (view === undefined || (view.state.selection.empty && !page.isOverFields)) {
      if (isShown || timer !== undefined) hide();
      return;
    }
    // A mark set from the bubble leaves the selection where it is.
    if (isShown && nameOf(page) === shownAt) return;
    hide();
    timer = setTimeout(look, REST);
  };
  const onDown = (event: PointerEvent): void => {
    isPressing = !(event.target instanceof Node && box.current?.contains(event.target));
  };
  const onUp = (): void => {
    isPressing = false;
    if (!isShown && (page.isOverFields || page.editor?.state.selection.empty === false)) onTransaction();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (isShown && event.key === 'Escape') hide();
  };
  const onBlur = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (isShown && to instanceof Node && box.current?.contains(to) !== true && !isText(to)) hide();
  };
  const onScroll = (): void => {
    if (!isShown) return;
    hide();
    timer = setTimeout(look, REST);
  };
  const stop = page.subscribe('transaction', onTransaction);
  // Words may have been selected before anybody followed.
  onTransaction();
  window.addEventListener('pointerdown', onDown, true);
  window.addEventListener('pointerup', onUp, true);
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('focusout', onBlur);
  document.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    stop();
    window.removeEventListener('pointerdown', onDown, true);
    window.removeEventListener('pointerup', onUp, true);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('focusout', onBlur);
    document.removeEventListener('scroll', onScroll, { capture: true });
  };
}

function isText(target: Node): boolean {
  return target instanceof Element && target.classList.contains('prose');
}

function isOfWords({ isOverFields }: Page, { state: { selection } }: EditorView): boolean {
  return isOverFields || (selection instanceof TextSelection && !selection.empty);
}

function nameOf(page: Page): string {
  const parts = page.parts().map(({ state: { selection } }) => `${selection.from} ${selection.to}`);
  return [page.field, ...parts].join(' ');
}

interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  readonly window: DOMRect;
}

/** The lines of the selection in the window; null where neither its first nor its last is in sight. */
function boundsIn(page: Page): Bounds | null {
  const parts = page.parts();
  const [first, last] = [parts[0], parts.at(-1)];
  const scroller = first?.view.dom.closest('.article-scroll');
  if (first === undefined || last === undefined || !scroller) return null;
  const window = scroller.getBoundingClientRect();
  const start = first.view.coordsAtPos(first.state.selection.from, 1);
  const end = last.view.coordsAtPos(last.state.selection.to, -1);
  if (start.top > window.bottom || end.bottom < window.top) return null;
  const isOneLine = Math.abs(start.top - end.top) < 4;
  const field = first.view.dom.getBoundingClientRect();
  const middle = isOneLine ? (start.left + end.left) / 2 : field.left + field.width / 2;
  return { top: Math.min(start.top, end.top), bottom: Math.max(start.bottom, end.bottom), middle, window };
}

/** Puts the box above the selection, or beneath it where there is no room above; never over it. */
export function placeOver(page: Page, box: HTMLElement): void {
  const bounds = boundsIn(page);
  if (bounds === null) return;
  const { offsetWidth: width, offsetHeight: height } = box;
  const above = bounds.top - GAP - height;
  const y = above >= bounds.window.top ? above : bounds.bottom + GAP;
  const x = Math.max(EDGE, Math.min(bounds.middle - width / 2, window.innerWidth - width - EDGE));
  box.style.left = `${Math.round(x)}px`;
  box.style.top = `${Math.round(y)}px`;
  // A selection higher than the window leaves no place beside it.
  box.style.visibility = y + height > bounds.window.bottom ? 'hidden' : 'visible';
}
