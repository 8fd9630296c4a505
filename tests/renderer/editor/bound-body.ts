import { Editor, type Extensions } from '@tiptap/core';
import { bindingExtension } from '#renderer/editor/binding/binding.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';
import type { ArticleSession } from '#renderer/editor/session.ts';

/** jsdom draws nothing, so it has no rectangles; scrolling the caret into view asks for them. */
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

/** An editor of a session's body with what of the real one a test is about. */
export function boundBody({ doc, undoManager }: ArticleSession, extensions: Extensions = []): Editor {
  return new Editor({
    element: document.body.appendChild(document.createElement('div')),
    injectCSS: false,
    extensions: [
      ...schemaExtensions('body'),
      bindingExtension({ fragment: doc.getXmlFragment('body'), undoManager }),
      ...extensions,
    ],
  });
}
