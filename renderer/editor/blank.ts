import { Extension } from '@tiptap/core';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import { isTextBlockNode, shapeOf } from './text-block.ts';

interface BlankOptions {
  readonly placeholder: string;
  /** The field's name for listeners. */
  readonly label: string;
}

/**
 * Marks a field with nothing in it, and gives it its placeholder and its name as attributes of the field's element.
 * The words themselves are drawn by the style sheet, so that typing costs no decoration.
 */
export const Blank = Extension.create<BlankOptions>({
  name: 'blank',
  addProseMirrorPlugins() {
    const { placeholder, label } = this.options;
    const plain = { 'aria-label': label };
    const blank = { 'aria-label': label, 'data-blank': '', 'data-placeholder': placeholder };
    return [new Plugin({ props: { attributes: (state) => (isBlank(state) ? blank : plain) } })];
  },
});

function isBlank({ doc }: EditorState): boolean {
  const first = doc.firstChild;
  if (doc.childCount !== 1 || !isTextBlockNode(first) || first.content.size > 0) return false;
  const shape = shapeOf(first);
  return shape.kind === 'paragraph' && shape.list === null;
}
