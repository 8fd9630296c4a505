import { Editor, Node } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import './bare.css';

/**
 * The yardstick: Tiptap with the least an article needs (paragraphs, headings, three marks, undo) and nothing of ours.
 * `openText` is called with `[kind, text]` pairs; the page does nothing else.
 */
const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'h2' }],
  renderHTML: () => ['h2', 0],
});

declare global {
  interface Window {
    /** Shows this text, `[kind, text]` for each block. */
    openText?: (blocks: readonly (readonly [string, string])[]) => void;
  }
}

window.openText = (blocks) => {
  const content = blocks.map(([kind, text]) => ({ type: kind, content: [{ type: 'text', text }] }));
  // Nothing to keep: the page lives as long as its editor.
  void new Editor({
    element: document.querySelector('#editor') ?? document.body,
    injectCSS: false,
    extensions: [Document, Text, Paragraph, Heading, Bold, Italic, Link, UndoRedo],
    content: { type: 'doc', content },
  });
};
