import { Editor } from '@tiptap/core';
import * as Y from 'yjs';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { openDocument } from '#shared/document/state.ts';
import { bindingExtension } from '#renderer/editor/binding/binding.ts';
import { createUndoManager } from '#renderer/editor/binding/undo.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';

const REMOTE = { remote: true };

/** A person at a computer of their own: one document, the three real editors bound to it, and what they have sent. */
export interface Writer {
  readonly doc: Y.Doc;
  readonly undoManager: Y.UndoManager;
  readonly editors: Readonly<Record<TextField, Editor>>;
  /** Everything this document emitted by itself, not by `receive`. */
  readonly sent: Uint8Array[];
  receive(update: Uint8Array): void;
  state(): Uint8Array;
  leave(): void;
}

/** jsdom draws nothing, so it has no rectangles; scrolling the caret into view asks for them. */
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

/** Opens the article at one more computer. Fields not in `bound` are left unbound, which is quicker. */
export function openWriter(state: Uint8Array, bound: readonly TextField[] = FIELDS_OF_TEXT): Writer {
  const doc = openDocument([state]);
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE) sent.push(update);
  });
  const undoManager = createUndoManager(doc);
  const editor = (field: TextField): Editor =>
    new Editor({
      element: document.body.appendChild(document.createElement('div')),
      injectCSS: false,
      extensions: [
        ...schemaExtensions(field),
        ...(bound.includes(field) ? [bindingExtension({ fragment: doc.getXmlFragment(field), undoManager })] : []),
      ],
    });
  const editors = { headline: editor('headline'), standfirst: editor('standfirst'), body: editor('body') };
  return {
    doc,
    undoManager,
    editors,
    sent,
    receive: (update) => Y.applyUpdate(doc, update, REMOTE),
    state: () => Y.encodeStateAsUpdate(doc),
    leave: () => {
      for (const field of FIELDS_OF_TEXT) {
        const { element } = editors[field].options;
        editors[field].destroy();
        if (element instanceof Element) element.remove();
      }
      undoManager.destroy();
      doc.destroy();
    },
  };
}
