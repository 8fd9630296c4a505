import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { isTextBlockNode } from '../text-block.ts';
import { forgetPlace, keepPlace, keptPlace, movePlace } from './place-keeper.ts';
import type { OneStep } from './one-step.ts';
import { caretAfter, isPlain, placeBlocks } from './placing.ts';

/** So many blocks go in at once; more are put in slice by slice. */
const AT_ONCE = 40;
/**
 * How long putting a slice in may keep the page, in milliseconds. Drawing comes on top, and takes much the same however
 * small the slice: so slices that are too small make a paste long and help nobody.
 */
const SLICE_LEAST = 16;
const SLICE_MOST = 40;
const SMALLEST_SLICE = 10;
const LARGEST_SLICE = 60;
const GROWTH = 5;

/** Make each block when its turn comes. */
type Makers = readonly (() => Node | null)[];

/** What a long paste says of itself. */
export interface PasteLine {
  readonly element: HTMLElement;
  /** From 0 to 1; null while nothing can be counted. */
  readonly show: (part: number | null) => void;
}

/**
 * A paste that takes time: its place is kept while everybody writes on, the blocks come in slices between which the
 * page answers, and all of it is one step of the history.
 */
export class LongPaste {
  readonly step: OneStep;
  readonly #editor: Editor;
  readonly #line: PasteLine;
  readonly #aborting = new AbortController();
  /** True where an empty block was made for the caret. */
  #hasTail = false;

  /** Begins at the selection, which is replaced. */
  constructor(editor: Editor, step: OneStep, line: PasteLine) {
    this.#editor = editor;
    this.#line = line;
    this.step = step;
    const { view } = editor;
    if (!view.state.selection.empty) this.step.add(() => view.dispatch(view.state.tr.deleteSelection()));
    keepPlace(view, view.state.selection.from, line.element);
    line.show(null);
  }

  /** Aborted when it is cancelled or there is no page any more. */
  get signal(): AbortSignal {
    return this.#aborting.signal;
  }

  /** Takes back what is there of it. */
  cancel(): void {
    this.#aborting.abort();
    this.#forget();
    this.step.undo();
  }

  /** Puts in no more, and leaves what is there. */
  abandon(): void {
    this.#aborting.abort();
  }

  /** Puts the blocks in. Resolves with true when all are there. */
  async insert(makers: Makers): Promise<boolean> {
    if (this.signal.aborted) return false;
    if (makers.length <= AT_ONCE) return this.#insertAtOnce(makers);
    this.#hasTail = this.#open();
    let rest = makers;
    let size = SMALLEST_SLICE;
    while (rest.length > 0) {
      const began = performance.now();
      this.#insert(rest.slice(0, size));
      rest = rest.slice(size);
      this.#line.show(1 - rest.length / makers.length);
      const script = performance.now() - began;
      await nextFrame();
      if (this.signal.aborted) return false;
      if (this.step.isUndone) {
        this.cancel();
        return false;
      }
      if (script > SLICE_MOST) size = Math.max(SMALLEST_SLICE, Math.floor(size / 2));
      else if (script < SLICE_LEAST) size = Math.min(LARGEST_SLICE, size + GROWTH);
    }
    this.#close();
    return true;
  }

  #insertAtOnce(makers: Makers): boolean {
    const { view } = this.#editor;
    const at = keptPlace(view.state);
    const nodes = made(makers);
    if (at === null) return false;
    if (nodes.length === 0) {
      this.#forget();
      return true;
    }
    this.step.add(() => {
      const { tr, selection } = view.state;
      const placed = placeBlocks(tr, at, nodes);
      if (selection.empty && selection.from === at) caretAfter(tr, placed);
      view.dispatch(pasted(forgetPlace(tr)));
    });
    return true;
  }

  /** Makes the place one between blocks, with a block after it where the caret can be. True where that is an empty new one. */
  #open(): boolean {
    const { view } = this.#editor;
    const at = keptPlace(view.state) ?? view.state.selection.from;
    const { tr } = view.state;
    const $at = tr.doc.resolve(at);
    if ($at.depth === 0) return false;
    const whole = $at.depth > 1 || !isTextBlockNode($at.parent);
    const isEmpty = $at.parent.content.size === 0;
    if (!whole && isEmpty && isPlain($at.parent)) {
      view.dispatch(movePlace(tr, $at.before()));
      return true;
    }
    const atEnd = whole || $at.parentOffset === $at.parent.content.size;
    if (!whole && $at.parentOffset === 0) {
      view.dispatch(movePlace(tr, $at.before()));
      return false;
    }
    this.step.add(() => {
      const place = atEnd ? $at.after(1) : at + 1;
      const blank = view.state.schema.nodes[NODE.textBlock]?.create();
      if (!atEnd) tr.split(at);
      else if (blank !== undefined) tr.insert(place, blank);
      if (view.state.selection.from === at) tr.setSelection(TextSelection.create(tr.doc, place + 1));
      view.dispatch(movePlace(tr, place));
    });
    return atEnd;
  }

  #insert(makers: Makers): void {
    const { view } = this.#editor;
    const nodes = made(makers);
    const at = keptPlace(view.state);
    if (at === null || nodes.length === 0) return;
    this.step.add(() => {
      const { tr } = view.state;
      const $at = tr.doc.resolve(at);
      const place = $at.depth === 0 ? at : $at.after(1);
      tr.insert(place, nodes);
      const end = place + nodes.reduce((sum, node) => sum + node.nodeSize, 0);
      view.dispatch(movePlace(tr, end).setMeta('paste', true));
    });
  }

  /** The empty block that held the caret goes, if nobody has written in it. */
  #close(): void {
    const { view } = this.#editor;
    const at = keptPlace(view.state);
    const tail = at === null ? null : view.state.doc.nodeAt(at);
    if (!this.#hasTail || at === null || !isPlain(tail ?? undefined) || tail === null || tail.content.size > 0) {
      this.#forget();
      return;
    }
    this.step.add(() => {
      const { tr, selection } = view.state;
      const hadCaret = selection.from === at + 1;
      const before = tr.doc.resolve(at).nodeBefore;
      if (before?.isTextblock !== true) {
        view.dispatch(forgetPlace(tr));
        return;
      }
      tr.delete(at, at + tail.nodeSize);
      if (hadCaret) tr.setSelection(TextSelection.create(tr.doc, at - 1));
      view.dispatch(hadCaret ? pasted(forgetPlace(tr)) : forgetPlace(tr));
    });
  }

  #forget(): void {
    const { view } = this.#editor;
    if (keptPlace(view.state) !== null) view.dispatch(forgetPlace(view.state.tr));
  }
}

/** As a paste of the editor's own marks itself. */
export function pasted(transaction: Transaction): Transaction {
  return transaction.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste');
}

function made(makers: Makers): Node[] {
  return makers.flatMap((make) => make() ?? []);
}

/** Resolves when what was changed has been drawn; soon after anyway where nothing is drawn. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 200);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
}
