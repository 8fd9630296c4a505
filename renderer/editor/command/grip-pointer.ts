import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { asOneStep } from '../binding/undo.ts';
import type { Page } from '../page.ts';
import { blockPosition } from '../sections.ts';
import { moveBlocksTo, movingRange, pastFold } from './move-blocks.ts';

/** Pixels a pressed pointer must go before it drags. */
const DRAGS_AFTER = 4;
/** How near the window's edge (pixels) dragging scrolls, and how far in one frame. */
const SCROLL_ZONE = 48;
const SCROLL_STEP = 12;

interface Drag {
  /** The blocks being dragged, by themselves: others may write above them meanwhile. */
  readonly blocks: readonly Node[];
  readonly startY: number;
  isMoving: boolean;
}

interface GripParts {
  readonly grip: HTMLElement;
  /** Where the block would be dropped. */
  readonly line: HTMLElement;
  /** Lies over the blocks being dragged. */
  readonly shade: HTMLElement;
}

/**
 * Shows the grip beside the block under the pointer and lets it be dragged. The page is looked at once in a frame in
 * which the pointer moved, and never because of a key; writing hides the grip. Returns the way to stop.
 */
export function followPointer(
  page: Page,
  { grip, line, shade }: GripParts,
  openMenu: (at: DOMRect) => void,
): () => void {
  const paper = grip.parentElement;
  const scroller = grip.closest('.article-scroll');
  if (paper === null || scroller === null) return () => undefined;
  let frame = 0;
  let y = 0;
  let shown: Element | null = null;
  let drag: Drag | null = null;

  const view = (): EditorView | undefined => page.editors?.body.view;
  const hide = (): void => {
    if (shown === null || drag !== null) return;
    shown = null;
    grip.removeAttribute('data-shown');
  };
  const show = (): void => {
    const body = view()?.dom;
    const block = body === undefined ? null : blockAt(body, y);
    if (block === null) return hide();
    if (block === shown) return;
    shown = block;
    grip.style.top = `${Math.round(firstLine(block) - paper.getBoundingClientRect().top)}px`;
    grip.setAttribute('data-shown', '');
  };
  const endDrag = (): void => {
    drag = null;
    grip.removeAttribute('data-dragging');
    line.removeAttribute('data-shown');
    shade.removeAttribute('data-shown');
  };
  const dragOn = (current: EditorView, dragged: Drag): void => {
    const window = scroller.getBoundingClientRect();
    const past = y < window.top + SCROLL_ZONE ? -1 : y > window.bottom - SCROLL_ZONE ? 1 : 0;
    if (past !== 0) {
      scroller.scrollTop += past * SCROLL_STEP;
      later();
    }
    const gap = gapAt(current, y);
    const now = rangeIn(current.state.doc, dragged.blocks);
    line.style.top = `${Math.round(gap.y - paper.getBoundingClientRect().top)}px`;
    line.toggleAttribute('data-shown', now !== null && (gap.index < now.from || gap.index > now.to));
  };
  const look = (): void => {
    frame = 0;
    const current = view();
    if (current === undefined) return;
    if (drag?.isMoving === true) dragOn(current, drag);
    else if (drag === null) show();
  };
  const later = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const onMove = (event: PointerEvent): void => {
    y = event.clientY;
    if (drag !== null && !drag.isMoving && Math.abs(y - drag.startY) > DRAGS_AFTER) {
      drag.isMoving = true;
      grip.setAttribute('data-dragging', '');
      const blocks = shownBlocks(view(), drag.blocks);
      const top = (blocks[0]?.getBoundingClientRect().top ?? 0) - 4;
      shade.style.top = `${Math.round(top - paper.getBoundingClientRect().top)}px`;
      shade.style.height = `${Math.round((blocks.at(-1)?.getBoundingClientRect().bottom ?? top) - top + 4)}px`;
      shade.setAttribute('data-shown', '');
    }
    later();
  };
  const onDown = (event: PointerEvent): void => {
    const current = view();
    if (event.button !== 0 || shown === null || current === undefined) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    const { from, to } = rangeOf(current, shown);
    drag = { blocks: current.state.doc.children.slice(from, to), startY: event.clientY, isMoving: false };
  };
  const onUp = (): void => {
    const current = view();
    const dropped = drag;
    endDrag();
    const range = dropped === null || current === undefined ? null : rangeIn(current.state.doc, dropped.blocks);
    if (dropped === null || current === undefined || range === null) return;
    if (dropped.isMoving) {
      move(page, current, range.from, range.to, gapAt(current, y).index);
      hide();
      return;
    }
    select(current, range.from);
    openMenu(grip.getBoundingClientRect());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (drag === null || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    endDrag();
  };
  const stop = page.subscribe('transaction', () => {
    if (shown !== null && drag === null) hide();
  });
  const listeners: [EventTarget, string, (event: never) => void][] = [
    [scroller, 'pointermove', onMove],
    [scroller, 'pointerleave', hide],
    [scroller, 'scroll', hide],
    [grip, 'pointerdown', onDown],
    [grip, 'pointerup', onUp],
    [grip, 'pointercancel', endDrag],
    [window, 'keydown', onKey],
  ];
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener as EventListener, true);
  return () => {
    cancelAnimationFrame(frame);
    stop();
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener as EventListener, true);
  };
}

/** The block at that height of the window: found by halves, for there may be thousands. Folded ones have no height. */
function blockAt(body: Element, y: number): Element | null {
  const blocks = body.children;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const seen = seenBefore(blocks, middle, low);
    const box = blocks[seen]?.getBoundingClientRect();
    if (seen < low || (box !== undefined && box.bottom < y)) low = middle + 1;
    else high = seen;
  }
  const block = blocks[Math.max(seenBefore(blocks, low, 0), 0)];
  if (block === undefined || y < body.getBoundingClientRect().top - 8) return null;
  return y > block.getBoundingClientRect().bottom + 24 ? null : block;
}

/** The last block up to `index`, but not before `first`, that is not folded away; else one less than `first`. */
function seenBefore(blocks: HTMLCollection, index: number, first: number): number {
  let at = index;
  while (at >= first && blocks[at]?.getClientRects().length === 0) at -= 1;
  return at;
}

/** Where the grip's upper edge stands beside the first line of a block, in pixels of the window. */
function firstLine(block: Element): number {
  const style = getComputedStyle(block);
  const line = Number.parseFloat(style.lineHeight);
  const inside = block.getBoundingClientRect().top + (Number.parseFloat(style.paddingTop) || 0);
  return block.matches('[data-kind]') && Number.isFinite(line) ? inside + (line - 24) / 2 : inside + 4;
}

function indexOf({ state, posAtDOM }: EditorView, block: Element, view: EditorView): number {
  return state.doc.resolve(posAtDOM.call(view, block, 0)).index(0);
}

/** The block's place; where it is one of several that are selected, theirs. */
function rangeOf(view: EditorView, block: Element): { from: number; to: number } {
  const index = indexOf(view, block, view);
  const selected = movingRange(view.state);
  const isAmong = selected.to - selected.from > 1 && index >= selected.from && index < selected.to;
  return isAmong ? selected : { from: index, to: pastFold(view.state, index) };
}

/** Where blocks stand that were picked up a while ago; null where one of them is no longer what it was. */
export function rangeIn(doc: Node, blocks: readonly Node[]): { readonly from: number; readonly to: number } | null {
  const [first] = blocks;
  const from = first === undefined ? -1 : doc.children.indexOf(first);
  const isWhole = from >= 0 && blocks.every((block, at) => doc.maybeChild(from + at) === block);
  return isWhole ? { from, to: from + blocks.length } : null;
}

function shownBlocks(view: EditorView | undefined, blocks: readonly Node[]): readonly HTMLElement[] {
  const range = view === undefined ? null : rangeIn(view.state.doc, blocks);
  if (view === undefined || range === null) return [];
  const found: HTMLElement[] = [];
  for (let index = range.from; index < range.to; index += 1) {
    const dom = view.nodeDOM(blockPosition(view.state.doc, index));
    if (dom instanceof HTMLElement && dom.getClientRects().length > 0) found.push(dom);
  }
  return found;
}

/** The gap between two blocks that is nearest to that height, and the index of the block after it. */
function gapAt(view: EditorView, y: number): { readonly index: number; readonly y: number } {
  const { childCount } = view.state.doc;
  const body = view.dom.getBoundingClientRect();
  if (y <= body.top) return { index: 0, y: body.top - 4 };
  const block = blockAt(view.dom, Math.min(y, body.bottom));
  if (block === null || y > body.bottom) return { index: childCount, y: body.bottom + 2 };
  const box = block.getBoundingClientRect();
  const index = indexOf(view, block, view);
  const isBefore = y < box.top + box.height / 2;
  return isBefore ? { index, y: box.top - 6 } : { index: pastFold(view.state, index), y: box.bottom + 4 };
}

function move(page: Page, view: EditorView, from: number, to: number, before: number): void {
  asOneStep(page.session.undoManager, () => moveBlocksTo(from, to, before)(view.state, view.dispatch));
}

/** Brings the caret into the block, unless it is there already: commands act where the caret is. */
function select(view: EditorView, index: number): void {
  const { doc, selection, tr } = view.state;
  view.focus();
  if (selection.$from.index(0) === index && selection.$from.depth > 0) return;
  const pos = blockPosition(doc, index);
  const block = doc.child(index);
  const next = block.isAtom ? NodeSelection.create(doc, pos) : TextSelection.near(doc.resolve(pos + 1));
  view.dispatch(tr.setSelection(next));
}
