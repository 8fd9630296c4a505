import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { createRelativePositionFromJSON, relativePositionToJSON, type RelativePosition } from 'yjs';
import { FIELDS_OF_TEXT } from '#shared/document/layout.ts';
import { placesOf, type Place } from '#renderer/connection/places.ts';
import { isKeyboardFree } from '#renderer/ui/keyboard-home.ts';
import { findSelection, storeSelection } from '../binding/selection.ts';
import type { Page } from '../page.ts';

/** The place is remembered when caret and window have rested for so long, in milliseconds: not while somebody writes on. */
const REST = 1_000;
/** And while they never do, so often. */
const AT_LEAST = 15_000;

/** How long after the text the keyboard comes, in milliseconds: before anybody could have read where to write. */
const AFTER = 30;

/** By these somebody goes elsewhere, or writes on. */
const HANDS = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;

/**
 * Brings the caret and the window back to where they were when the article was last on the screen, and remembers where
 * they are from now on. The caret's place is told by what it stands beside, so that changes meanwhile do not move it. In
 * an article that was never on the screen the caret is at the beginning of the text.
 */
export function followPlace(
  page: Page,
  scroller: HTMLElement,
): { readonly note: () => void; readonly stop: () => void } {
  const keeper = placesOf(page.session.client);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [first, last] = [0, 0];
  const note = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const place = placeOf(page, scroller);
    if (place !== null) keeper?.remember(page.session.id, place);
  };
  // One timer that looks again, not one per key.
  const look = (): void => {
    const now = performance.now();
    const goesOn = now - last < REST - 1 && now - first < AT_LEAST;
    if (goesOn) timer = setTimeout(look, REST - (now - last));
    else note();
  };
  const later = (): void => {
    if (page.editor?.view.hasFocus() !== true) return;
    last = performance.now();
    if (timer !== undefined) return;
    first = last;
    timer = setTimeout(look, REST);
  };
  const known = keeper?.placeOf(page.session.id) ?? null;
  const returning = known === null ? null : comeBack(page, scroller, known);
  const stopWaiting = oncePainted(() => {
    if (isKeyboardFree() && page.session.readOnly === undefined) (returning?.view ?? page.editor?.view)?.focus();
  });
  const stop = page.subscribe('transaction', later);
  scroller.addEventListener('scrollend', later);
  return {
    note: () => {
      if (timer !== undefined) note();
    },
    stop: () => {
      stop();
      stopWaiting();
      returning?.stop();
      clearTimeout(timer);
      scroller.removeEventListener('scrollend', later);
    },
  };
}

function placeOf(page: Page, scroller: HTMLElement): Place | null {
  const view = page.editor?.view;
  const binding = view === undefined ? null : bindingOf(view);
  const stored = view === undefined || binding === null ? null : storeSelection(binding, view.state);
  if (view === undefined || stored === null) return null;
  const json = (position: unknown): unknown => relativePositionToJSON(position as RelativePosition);
  return { field: page.field, anchor: json(stored.anchor), head: json(stored.head), top: heightOf(view, scroller) };
}

/** Sets the caret at once, and the window once more when what stands around the text has come. */
function comeBack(page: Page, scroller: HTMLElement, place: Place) {
  const field = FIELDS_OF_TEXT.find((name) => name === place.field);
  const view = field === undefined ? undefined : page.editors?.[field].view;
  if (view === undefined || !setCaret(view, place)) return null;
  const scroll = (): void => void scroller.scrollBy({ top: heightOf(view, scroller) - place.top, behavior: 'instant' });
  scroll();
  let isTaken = false;
  const take = (): void => {
    isTaken = true;
  };
  for (const event of HANDS) scroller.addEventListener(event, take, { passive: true });
  const stop = page.subscribe('pause', () => {
    stop();
    if (view.isDestroyed) return;
    // Where somebody has been quicker, they are not brought back.
    if (!isTaken && view.hasFocus()) scroll();
  });
  return {
    view,
    stop: () => {
      stop();
      for (const event of HANDS) scroller.removeEventListener(event, take);
    },
  };
}

/** Once the text has been painted: taking the keyboard has the browser lay all of it out once more. */
function oncePainted(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work, AFTER);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

function setCaret(view: EditorView, { anchor, head }: Place): boolean {
  const binding = bindingOf(view);
  const from = positionFrom(anchor);
  const to = positionFrom(head);
  if (binding === null || from === null || to === null) return false;
  const { tr } = view.state;
  try {
    const selection = findSelection(binding, { type: 'text', anchor: from, head: to } as never, tr);
    if (selection === null) return false;
    view.dispatch(tr.setSelection(selection).setMeta('addToHistory', false));
    return true;
  } catch {
    return false;
  }
}

/** A position as it was stored; null for anything that is none. */
function positionFrom(json: unknown): RelativePosition | null {
  if (typeof json !== 'object' || json === null) return null;
  const { type, item, tname, assoc } = json as Readonly<Record<string, unknown>>;
  const isName = tname === undefined || typeof tname === 'string';
  if (!isIdentity(type) || !isIdentity(item) || !isName) return null;
  if (assoc !== undefined && typeof assoc !== 'number') return null;
  return createRelativePositionFromJSON(json);
}

function isIdentity(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'object') return false;
  const { client, clock } = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock) && Number(client) >= 0 && Number(clock) >= 0;
}

function heightOf(view: EditorView, scroller: HTMLElement): number {
  return Math.round(view.coordsAtPos(view.state.selection.head).top - scroller.getBoundingClientRect().top);
}

function bindingOf({ state }: EditorView): ProsemirrorBinding | null {
  const bound = ySyncPluginKey.getState(state) as { readonly binding?: ProsemirrorBinding } | undefined;
  return bound?.binding ?? null;
}
