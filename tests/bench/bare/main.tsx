import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Editor, Node } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Dropcursor, Gapcursor, TrailingNode, UndoRedo } from '@tiptap/extensions';
import '#renderer/ui/tokens.css';
import './bare.css';

/**
 * The yardstick: Tiptap on a React page with what its starter kit gives an article (paragraphs, headings, the common
 * marks, links, cursors, trailing line, undo) and nothing of ours: no document behind it, no saving, no toolbar, no
 * outline, no panels. `openText` is called with `[kind, text]` pairs.
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

const KIT = [
  Document,
  Text,
  Paragraph,
  Heading,
  HardBreak,
  Bold,
  Italic,
  Strike,
  Underline,
  Link,
  Dropcursor,
  Gapcursor,
  TrailingNode,
  UndoRedo,
];

type Blocks = readonly (readonly [string, string])[];

declare global {
  interface Window {
    openText?: (text: Blocks) => void;
  }
}

function Bare() {
  const [text, setText] = useState<Blocks | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.openText = setText;
  }, []);
  useEffect(() => {
    if (text === null) return undefined;
    const content = text.map(([kind, words]) => ({ type: kind, content: [{ type: 'text', text: words }] }));
    const editor = new Editor({
      element: place.current,
      injectCSS: false,
      extensions: KIT,
      content: { type: 'doc', content },
    });
    return () => editor.destroy();
  }, [text]);
  return <div ref={place} />;
}

const root = document.querySelector('#editor');
if (root !== null) createRoot(root).render(<Bare />);
