import { Plugin, PluginKey, type EditorState, type Transaction as EditorTransaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { defaultDeleteFilter, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { UndoManager, type Doc, type Transaction, type XmlFragment } from 'yjs';
import { FIELDS_OF_TEXT, METADATA_ROOT, NODE, RELATED_ROOT } from '#shared/document/layout.ts';
import { OWN_EDIT } from '#shared/document/origin.ts';
import { findSelection, storeSelection, type StoredSelection } from './selection.ts';

/** How long a pause in typing ends what one undo takes back, in milliseconds. */
const UNDO_PAUSE = 500;

/** Blocks that undo does not remove while somebody else's text stands in them. */
const KEPT_WITH_TEXT: ReadonlySet<string> = new Set([NODE.textBlock, NODE.figure, NODE.tableCell]);

/**
 * One history across headline, standfirst, body, metadata and related list. It holds what was done here, in the bound
 * editors or with `OWN_EDIT`, and nothing of what others wrote. Destroy it with the document.
 */
export function createUndoManager(doc: Doc): UndoManager {
  const texts = FIELDS_OF_TEXT.map((field) => doc.getXmlFragment(field));
  return new UndoManager([...texts, doc.getMap(METADATA_ROOT), doc.getMap(RELATED_ROOT)], {
    captureTimeout: UNDO_PAUSE,
    trackedOrigins: new Set<unknown>([ySyncPluginKey, OWN_EDIT]),
    deleteFilter: (item) => defaultDeleteFilter(item, KEPT_WITH_TEXT),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });
}

/** What the work changes is taken back by one undo, however long it takes, and nothing else with it. */
export function asOneStep<T>(undoManager: UndoManager, work: () => T): T {
  beginStep(undoManager);
  try {
    return work();
  } finally {
    endStep(undoManager);
  }
}

function beginStep(undoManager: UndoManager): void {
  undoManager.stopCapturing();
  undoManager.captureTimeout = Number.MAX_SAFE_INTEGER;
}

function endStep(undoManager: UndoManager): void {
  undoManager.captureTimeout = UNDO_PAUSE;
  undoManager.stopCapturing();
}

/** How long after its end what was composed is in the document, in milliseconds. */
const COMPOSED = 100;

/** The same for what is done from now on until an input method has composed its text in `text`. */
export function asOneStepWithComposition(undoManager: UndoManager, text: HTMLElement): void {
  beginStep(undoManager);
  const end = (): void => {
    text.removeEventListener('compositionend', end);
    text.removeEventListener('blur', end);
    setTimeout(() => endStep(undoManager), COMPOSED);
  };
  text.addEventListener('compositionend', end);
  text.addEventListener('blur', end);
}

type StackItem = UndoManager['undoStack'][number];

interface StackEvent {
  readonly stackItem: StackItem;
  readonly changedParentTypes: ReadonlyMap<unknown, unknown>;
}

/** Where the caret stood before the last change that was typed here. */
const key = new PluginKey<StoredSelection | null>('undo-selection');

/**
 * Brings the caret back when something in this editor is undone or redone: to the place where it stood before, in the
 * editor where it stood. Moving the caret, and leaving or entering an editor, ends what one undo takes back.
 */
export function undoSelection(fragment: XmlFragment, undoManager: UndoManager): Plugin<StoredSelection | null> {
  return new Plugin<StoredSelection | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, value, before) {
        // While one goes on writing, one undo takes back all of it: the caret's place is that of the beginning.
        const goesOn = value !== null && Date.now() - undoManager.lastChange < UNDO_PAUSE / 2;
        return goesOn ? value : selectionBefore(transaction, value, before);
      },
    },
    props: {
      handleDOMEvents: {
        focus: () => {
          undoManager.stopCapturing();
          return false;
        },
      },
    },
    view: (view) => ({
      ...follow(view, fragment, undoManager),
      update({ state }, before) {
        const moved = state.doc === before.doc && !state.selection.eq(before.selection);
        if (moved && undoManager.captureTimeout === UNDO_PAUSE) undoManager.stopCapturing();
      },
    }),
  });
}

function selectionBefore(
  transaction: EditorTransaction,
  value: StoredSelection | null,
  before: EditorState,
): StoredSelection | null {
  const appended = transaction.getMeta('appendedTransaction') !== undefined;
  if (!transaction.docChanged || appended || transaction.getMeta(ySyncPluginKey) !== undefined) return value;
  const binding = bindingOf(before);
  return binding === null ? value : storeSelection(binding, before);
}

function follow(view: EditorView, fragment: XmlFragment, undoManager: UndoManager): { destroy: () => void } {
  // Taken before anything changes: afterwards the place it stood beside is gone from the view.
  let beforeReplay: StoredSelection | null = null;
  const beforeTransaction = ({ origin }: Transaction): void => {
    const binding = origin === undoManager ? bindingOf(view.state) : null;
    if (binding !== null) beforeReplay = storeSelection(binding, view.state);
  };
  const remember = ({ stackItem, changedParentTypes }: StackEvent): void => {
    if (!changedParentTypes.has(fragment) || stackItem.meta.has(fragment)) return;
    const replayed = undoManager.undoing || undoManager.redoing;
    const stored = replayed ? beforeReplay : key.getState(view.state);
    if (stored) stackItem.meta.set(fragment, stored);
  };
  const restore = ({ stackItem, changedParentTypes }: StackEvent): void => {
    const binding = bindingOf(view.state);
    const stored = stackItem.meta.get(fragment) as StoredSelection | undefined;
    if (binding === null || !changedParentTypes.has(fragment)) return;
    const { tr } = view.state;
    const selection = stored === undefined ? null : findSelection(binding, stored, tr);
    if (selection !== null) tr.setSelection(selection);
    view.dispatch(tr.setMeta('addToHistory', false).scrollIntoView());
    if (!view.hasFocus()) view.focus();
  };
  fragment.doc?.on('beforeTransaction', beforeTransaction);
  undoManager.on('stack-item-added', remember);
  undoManager.on('stack-item-updated', remember);
  undoManager.on('stack-item-popped', restore);
  return {
    destroy: () => {
      fragment.doc?.off('beforeTransaction', beforeTransaction);
      undoManager.off('stack-item-added', remember);
      undoManager.off('stack-item-updated', remember);
      undoManager.off('stack-item-popped', restore);
    },
  };
}

/** What binds the editor of a state to its field's text; null where none does. */
export function bindingOf(state: EditorState): ProsemirrorBinding | null {
  const bound = ySyncPluginKey.getState(state) as { readonly binding?: ProsemirrorBinding } | undefined;
  return bound?.binding ?? null;
}
