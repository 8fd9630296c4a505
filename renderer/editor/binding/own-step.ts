import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

const key = new PluginKey<boolean>('own-step');

/** Makes the transaction one undo step, apart from what was typed just before and what is typed just after. */
export function asOwnStep(transaction: Transaction): Transaction {
  return transaction.setMeta(key, 'begins');
}

/** Makes it part of the step that the transaction before it began. */
export function asSameStep(transaction: Transaction): Transaction {
  return transaction.setMeta(key, 'goes on');
}

/** Keeps such steps apart from their neighbours, which else are gathered by time alone. */
export function ownSteps(undoManager: UndoManager): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply(transaction, wasOwn) {
        const own: unknown = transaction.getMeta(key);
        if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined) return wasOwn;
        if (own === 'begins' || (own === undefined && wasOwn)) undoManager.stopCapturing();
        return own !== undefined;
      },
    },
  });
}
