import { mergeDeleteSets, type UndoManager } from 'yjs';

type StackItem = UndoManager['undoStack'][number];

/**
 * Several changes that are one step of the history, with whatever the person writes between them in steps of its own.
 */
export class OneStep {
  readonly #history: UndoManager;
  #item: StackItem | null = null;

  constructor(history: UndoManager) {
    this.#history = history;
  }

  /** True when the step was made and has been taken back since. */
  get isUndone(): boolean {
    return this.#item !== null && !this.#history.undoStack.includes(this.#item);
  }

  /** Makes a change, which is to be over when `change` returns. */
  add(change: () => void): void {
    const { undoStack } = this.#history;
    this.#history.stopCapturing();
    const before = undoStack.length;
    change();
    this.#history.stopCapturing();
    const made = undoStack.length > before ? undoStack.at(-1) : undefined;
    if (made === undefined) return;
    if (this.#item === null) {
      this.#item = made;
      return;
    }
    undoStack.pop();
    this.#item.insertions = mergeDeleteSets([this.#item.insertions, made.insertions]);
    this.#item.deletions = mergeDeleteSets([this.#item.deletions, made.deletions]);
  }

  /** Takes the step back, and nothing that was done before or after it. */
  undo(): void {
    const { undoStack } = this.#history;
    const at = this.#item === null ? -1 : undoStack.indexOf(this.#item);
    if (at < 0) return;
    undoStack.push(...undoStack.splice(at, 1));
    this.#history.undo();
  }
}
