import { Extension, type JSONContent } from '@tiptap/core';
import { initProseMirrorDoc, type ProsemirrorBinding } from '@tiptap/y-tiptap';
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
  let drawn: ProsemirrorBinding['mapping'] | undefined;
  return Extension.create({
    name: 'binding',
    priority: 1000,
    onBeforeCreate() {
      // The view is made of the text at once, not of an empty one that is then replaced. A field without any block
      // keeps the empty one the editor shows.
      if (fragment.length === 0) return;
      const { doc, mapping } = initProseMirrorDoc(fragment, this.editor.schema);
      mapping.set(fragment, doc);
      drawn = mapping;
      // Tiptap takes a node of its schema as it is; its type speaks of data only.
      this.editor.options.content = doc as unknown as JSONContent;
    },
    addProseMirrorPlugins: () => [
      syncPlugin(fragment, drawn),
      ownSteps(undoManager),
      undoSelection(fragment, undoManager),
      bareBreaks(),
    ],
  });
}
