import { Extension } from '@tiptap/core';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isTextBlockNode, shapeOf } from './text-block.ts';

/**
 * Marks a field with nothing in it, by an attribute of the field's element. Its placeholder's words are another one,
 * always there and drawn by the style sheet, so that typing costs no decoration.
 */
export const Blank = Extension.create({
  name: 'blank',
  addProseMirrorPlugins: () => [new Plugin({ view: (view) => (mark(view), { update: mark }) })],
});

function mark({ dom, state }: EditorView): void {
  const is = isBlank(state);
  if (dom.hasAttribute('data-blank') !== is) dom.toggleAttribute('data-blank', is);
}

function isBlank({ doc }: EditorState): boolean {
  const first = doc.firstChild;
  if (doc.childCount !== 1 || !isTextBlockNode(first) || first.content.size > 0) return false;
  const shape = shapeOf(first);
  return shape.kind === 'paragraph' && shape.list === null;
}
