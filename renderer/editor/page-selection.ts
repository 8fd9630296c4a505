import type { Node } from '@tiptap/pm/model';
import { Selection, type Command, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { asOneStepWithComposition } from './binding/undo.ts';
import { beginOf, clearPart, selectionBetween, type FieldPart } from './field-part.ts';
import { enterAt, fieldsBetween, lineEntered, neighbour, type Edge } from './field-walk.ts';
import { SelectionHistory, selectAgain, type StackItem, type Views } from './page-selection-history.ts';
import { extentOf, nodesOf, partsOf, rangesOf, type Span } from './page-selection-span.ts';

/** What selecting over the edges of fields needs of the page. */
interface PageOfFields {
  readonly views: () => Views | null;
  readonly field: () => TextField;
  readonly go: (field: TextField, edge: Edge) => void;
  readonly history: () => UndoManager;
  readonly readOnly: () => boolean;
  /** Tells that more, or less, or nothing any more is selected over the edges. */
  readonly tell: () => void;
}

const HIGHLIGHT = 'stet-page';

/**
 * What is selected over the edges of headline, standfirst and body. A browser selects in one editor at a time, so this
 * is a state of the page: each editor has its part selected, the one where the selection is extended has the keyboard,
 * and the parts in the others are drawn above them. The next key extends it, ends it, or does to all parts what it does
 * to a selection.
 */
export class PageSelection {
  readonly #page: PageOfFields;
  readonly #history: SelectionHistory<Span>;
  #span: Span | null = null;
  /** Where the selection in the field with the keyboard begins. */
  #begin = 0;
  #isMoving = false;

  constructor(page: PageOfFields) {
    this.#page = page;
    this.#history = new SelectionHistory(page.history);
  }

  get isSelected(): boolean {
    return this.#span !== null;
  }

  /** True where all of the page is selected, and not parts of it. */
  get isWhole(): boolean {
    return this.#span?.isWhole === true;
  }

  /** The editors it may go over, while they are on the screen. */
  get views(): Views | null {
    return this.#page.views();
  }

  /** Selects all of all three fields. */
  select(): void {
    this.#hold({ anchor: 'headline', head: 'body', isWhole: true, holder: this.#page.field() });
  }

  /** Extends the selection from `field` over its edge, to where an arrow leads; false where there is no field that way. */
  extend(field: TextField, by: 1 | -1, x?: number): boolean {
    const views = this.#page.views();
    const next = neighbour(field, by);
    if (views === null || next === null) return false;
    this.extendTo(next, lineEntered(views[next], by === 1 ? 'start' : 'end', x).head);
    return true;
  }

  /** Extends it from where it began to a place in a field. */
  extendTo(head: TextField, pos: number): void {
    const views = this.#page.views();
    if (views === null) return;
    const anchor = this.#span?.anchor ?? this.#page.field();
    const forwards = FIELDS_OF_TEXT.indexOf(anchor) < FIELDS_OF_TEXT.indexOf(head);
    const from = this.isWhole ? 0 : beginOf(views[anchor].state, forwards);
    this.#quietly(() => {
      for (const field of fieldsBetween(anchor, head)) {
        const { doc, tr } = views[field].state;
        const [first, last] = [Selection.atStart(doc).from, Selection.atEnd(doc).to];
        const begin = field === anchor ? from : forwards ? first : last;
        const end = field === head ? pos : forwards ? last : first;
        const selection = selectionBetween(doc, begin, end);
        if (field === head) enterAt(views[field], selection);
        else views[field].dispatch(tr.setSelection(selection));
      }
    });
    if (anchor === head) this.end();
    else this.#hold({ anchor, head, isWhole: false, holder: head });
  }

  /** Extends it to an end of the page. */
  extendToEnd(edge: Edge): void {
    const views = this.#page.views();
    if (views === null) return;
    const field = edge === 'start' ? 'headline' : 'body';
    const { doc } = views[field].state;
    this.extendTo(field, edge === 'start' ? Selection.atStart(doc).from : Selection.atEnd(doc).to);
  }

  end(): void {
    if (this.#span === null || this.#isMoving) return;
    this.#span = null;
    CSS.highlights.delete(HIGHLIGHT);
    this.#page.tell();
  }

  /** The keyboard came into a field: if that is another than it was left in, something else begins. */
  enter(field: TextField): void {
    if (this.#span === null || this.#isMoving) return;
    if (this.#span.holder === field) this.#draw();
    else this.end();
  }

  /** The keyboard went to the toolbar, a menu, a dialog: what is selected stays. */
  rest(): void {
    if (!this.#isMoving) this.#draw();
  }

  /** Follows what is done in a field. Whatever else changes words or selects some ends it; colleagues' writing does not. */
  follow(field: TextField, transaction: Transaction, { state: { selection } }: EditorView): void {
    const span = this.#span;
    if (span === null || this.#isMoving) return;
    if (transaction.getMeta(ySyncPluginKey) !== undefined) {
      if (field === span.holder) this.#begin = selection.anchor;
      return;
    }
    const isStill = field === span.holder && (span.isWhole ? !selection.empty : selection.anchor === this.#begin);
    if (transaction.docChanged || (transaction.selectionSet && !isStill)) this.end();
  }

  /** Runs a command on what is selected in each field, or in these alone. True when it applied in one. */
  run(command: Command, parts = this.parts()): boolean {
    let done: boolean[] = [];
    this.#asStep(true, () => {
      done = parts.map(({ view, state }) => {
        const { selection } = view.state;
        return command(
          state,
          (transaction) => {
            // What was selected in the editor itself stays so.
            if (state !== view.state) transaction.setSelection(selection.map(transaction.doc, transaction.mapping));
            view.dispatch(transaction);
          },
          view,
        );
      });
    });
    // Blocks were taken out, or the caret put elsewhere: then nothing is selected over the edges any more.
    if (parts.every(({ view }) => this.parts().some((part) => part.view === view))) this.#draw();
    else this.end();
    return done.includes(true);
  }

  /** What is selected in each field, in the order of the page, fields with nothing left out; none while it is one alone. */
  parts(): readonly FieldPart[] {
    const span = this.#span;
    const views = span === null ? null : this.#page.views();
    if (span === null || views === null) return [];
    return partsOf(span, views).filter(({ state }) => !state.selection.empty);
  }

  /** Ends it with the caret at an end of the page. */
  leave(edge: Edge): void {
    this.end();
    this.#page.go(edge === 'start' ? 'headline' : 'body', edge);
  }

  /** Ends it with the caret at one of its own ends, or where it was extended last. */
  collapse(edge: Edge | 'head'): void {
    const views = this.#page.views();
    const span = this.#span;
    if (span === null || views === null) return;
    if (span.isWhole) {
      if (edge === 'head') this.end();
      else this.leave(edge);
      return;
    }
    const fields = fieldsBetween(span.anchor, span.head);
    const field = edge === 'head' ? span.head : (fields.at(edge === 'start' ? 0 : -1) ?? span.head);
    const { selection, doc } = views[field].state;
    this.end();
    const pos = edge === 'head' ? selection.head : edge === 'start' ? selection.from : selection.to;
    enterAt(views[field], Selection.near(doc.resolve(pos)));
  }

  /**
   * Takes out what is selected in every field, as one step of undo that typing goes on, and puts the caret where it
   * began. Fields stay apart: nothing of one ever goes into another.
   */
  clear(): void {
    const views = this.#page.views();
    const span = this.#span;
    if (views === null || span === null || this.#page.readOnly()) return this.end();
    const fields = fieldsBetween(span.anchor, span.head);
    const first = fields[0] ?? 'headline';
    this.#asStep(false, () => {
      // First the caret: entering an editor ends a step of undo, and a letter that follows belongs to this one.
      if (span.isWhole) this.#page.go(first, 'start');
      else views[first].focus();
      this.#page.history().stopCapturing();
      for (const field of fields) clearPart(views[field], extentOf(field, span));
    });
    this.end();
  }

  /**
   * The same where `field` has the keyboard and what is selected there is replaced by what an input method composes: the
   * editor it composes in is left alone.
   */
  clearAround(field: TextField): void {
    const views = this.#page.views();
    const span = this.#span;
    if (views === null || span === null || this.#page.readOnly()) return this.end();
    this.#asStep(false, () => {
      asOneStepWithComposition(this.#page.history(), views[field].dom);
      for (const other of fieldsBetween(span.anchor, span.head)) {
        if (other !== field) clearPart(views[other], extentOf(other, span));
      }
    });
    this.end();
  }

  /** Selects again what was selected when a step that is taken back or made again was made. Returns the way to stop. */
  followHistory(): () => void {
    const history = this.#page.history();
    const again = ({ stackItem, type }: { stackItem: StackItem; type: 'undo' | 'redo' }): void =>
      this.#again(stackItem, type);
    history.on('stack-item-popped', again);
    return () => history.off('stack-item-popped', again);
  }

  #again(item: StackItem, type: 'undo' | 'redo'): void {
    const views = this.#page.views();
    const kept = this.#history.follow(item, type);
    if (views === null || kept === null) return this.end();
    const { span, parts, isAfter } = kept;
    if (type === 'redo' && !isAfter) {
      this.end();
      views[fieldsBetween(span.anchor, span.head)[0] ?? 'headline'].focus();
      return undefined;
    }
    const isThere = this.#quietly(() => {
      const found = fieldsBetween(span.anchor, span.head).map((field) => selectAgain(views[field], parts.get(field)));
      views[span.holder].focus();
      return !found.includes(false);
    });
    return isThere ? this.#hold(span) : this.end();
  }

  /** Everything selected, in order, the headline as a section heading; null while nothing is. */
  nodes(): readonly Node[] | null {
    const span = this.#span;
    const views = span === null ? null : this.#page.views();
    if (span === null || views === null) return null;
    return nodesOf(span, views);
  }

  #hold(span: Span): void {
    this.#span = span;
    this.#begin = this.#page.views()?.[span.holder].state.selection.anchor ?? 0;
    this.#draw();
    this.#page.tell();
  }

  /** Does the work as a step of the history that knows what was selected before; `isAfter`: and is still. */
  #asStep(isAfter: boolean, work: () => void): void {
    const views = this.#page.views();
    const span = this.#span;
    if (views === null || span === null) return;
    if (isAfter) this.#page.history().stopCapturing();
    const fields = fieldsBetween(span.anchor, span.head);
    this.#history.keep(views, fields, { span, isAfter }, () => this.#quietly(work));
  }

  #quietly<T>(work: () => T): T {
    this.#isMoving = true;
    try {
      return work();
    } finally {
      this.#isMoving = false;
    }
  }

  #draw(): void {
    const views = this.#page.views();
    const span = this.#span;
    if (views === null || span === null) return;
    CSS.highlights.set(HIGHLIGHT, new Highlight(...rangesOf(span, views)));
  }
}
