import { Extension } from '@tiptap/core';
import type { UndoManager, XmlFragment } from 'yjs';
import { bareBreaks } from './bare-break.ts';
import { ownSteps } from './own-step.ts';
import { syncPlugin } from './sync.ts';
import { undoSelection } from './undo.ts';

export interface BindingOptions {
  /** The field's text in the live document. */
  readonly fragment: XmlFragment;
  /** The one history of the document (`createUndoManager`). */
  readonly undoManager: UndoManager;
}

/**
 * Binds an editor to a field of a live document: what is typed goes into the document, what arrives there is shown.
 * Only for documents that `bindingIsSafe` accepts; then binding alone changes nothing in the document.
 */
export function bindingExtension({ fragment, undoManager }: BindingOptions): Extension {
  return Extension.create({
    name: 'binding',
    priority: 1000,
    addProseMirrorPlugins: () => [
      syncPlugin(fragment),
      ownSteps(undoManager),
      undoSelection(fragment, undoManager),
      bareBreaks(),
    ],
  });
}
