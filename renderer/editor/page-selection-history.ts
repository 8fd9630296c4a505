import type { EditorView } from '@tiptap/pm/view';
import type { UndoManager } from 'yjs';
import type { TextField } from '#shared/document/layout.ts';
import { findSelection, storeSelection, type StoredSelection } from './binding/selection.ts';
import { bindingOf } from './binding/undo.ts';

export type Views = { readonly [Field in TextField]: EditorView };
/** A step of the history. */
export type StackItem = UndoManager['undoStack'][number];

/** What was selected over the fields when a step was made: `span` as the page has it, and each field's part. */
interface KeptSelection<Span> {
  readonly span: Span;
  readonly parts: ReadonlyMap<TextField, StoredSelection>;
  /** Whether it is still selected after the step, as after a mark; not after words were taken out. */
  readonly isAfter: boolean;
}

/** What was selected over the edges of fields, kept with the steps of the history that changed it. */
export class SelectionHistory<Span> {
  readonly #history: () => UndoManager;
  readonly #kept = new WeakMap<StackItem, KeptSelection<Span>>();

  constructor(history: () => UndoManager) {
    this.#history = history;
  }

  /** Does the work, and keeps with the step that it begins what is selected before. */
  keep(views: Views, fields: readonly TextField[], kept: { span: Span; isAfter: boolean }, work: () => void): void {
    const parts = new Map(fields.flatMap((field) => storedPart(field, views[field])));
    const before = new Set(this.#history().undoStack.slice(-1));
    work();
    const made = this.#history().undoStack.at(-1);
    if (made !== undefined && !before.has(made)) this.#kept.set(made, { ...kept, parts });
  }

  /** What is to be selected again when a step has been taken back or made again; null where nothing is known. */
  follow(item: StackItem, type: 'undo' | 'redo'): KeptSelection<Span> | null {
    const kept = this.#kept.get(item);
    if (kept === undefined) return null;
    const { undoStack, redoStack } = this.#history();
    // The way back is a step of its own.
    const back = (type === 'undo' ? redoStack : undoStack).at(-1);
    if (back !== undefined) this.#kept.set(back, kept);
    return kept;
  }
}

function storedPart(field: TextField, { state }: EditorView): (readonly [TextField, StoredSelection])[] {
  const binding = bindingOf(state);
  const stored = binding === null ? null : storeSelection(binding, state);
  return stored === null ? [] : [[field, stored]];
}

/** Selects in a field what was selected there; false where it can't be told any more. */
export function selectAgain(view: EditorView, stored: StoredSelection | undefined): boolean {
  const binding = bindingOf(view.state);
  const { tr } = view.state;
  const selection = binding === null || stored === undefined ? null : findSelection(binding, stored, tr);
  if (selection === null) return false;
  view.dispatch(tr.setSelection(selection));
  return true;
}
