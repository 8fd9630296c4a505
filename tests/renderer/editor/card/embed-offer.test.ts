// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { EmbedOffer } from '#renderer/editor/card/embed-offer.ts';
import { enter } from '#renderer/editor/enter.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';
import { blocks as words } from '#renderer/ui/words/en/blocks.ts';

const ADDRESS = 'https://youtu.be/dQw4w9WgXcQ';

function written(text: string): Editor {
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    content: { type: 'doc', content: [{ type: 'textBlock' }] },
    extensions: [...schemaExtensions('body'), EmbedOffer.configure({ words })],
  });
  editor.view.dispatch(editor.state.tr.insertText(text));
  return editor;
}

const offered = (editor: Editor): boolean => editor.view.dom.querySelector('.embed-offer') !== null;
const press = (editor: Editor, key: string): void => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event) || undefined);
};
const kinds = (editor: Editor): string[] => editor.state.doc.content.content.map((node) => node.type.name);

describe('the offer to show an address as a card', () => {
  it('is made when a line that is only an address is left with Enter, and taken by Tab', () => {
    const editor = written(ADDRESS);
    expect(offered(editor)).toBe(false);
    enter(editor.state, editor.view.dispatch.bind(editor.view));
    expect(offered(editor)).toBe(true);
    press(editor, 'Tab');
    expect(kinds(editor)).toEqual(['embed', 'textBlock']);
    expect(editor.state.doc.firstChild?.attrs).toEqual({ url: ADDRESS, title: null });
    expect(offered(editor)).toBe(false);
    editor.destroy();
  });

  it('is made for a pasted address, and goes by Escape or when somebody writes on', () => {
    const editor = written('');
    editor.view.dispatch(editor.state.tr.insertText(ADDRESS).setMeta('paste', true).setMeta('uiEvent', 'paste'));
    expect(offered(editor)).toBe(true);
    press(editor, 'Escape');
    expect(offered(editor)).toBe(false);
    enter(editor.state, editor.view.dispatch.bind(editor.view));
    expect(offered(editor)).toBe(true);
    editor.view.dispatch(editor.state.tr.insertText('n'));
    expect(offered(editor)).toBe(false);
    expect(kinds(editor)).toEqual(['textBlock', 'textBlock']);
    editor.destroy();
  });

  it.each(['See https://youtu.be/dQw4w9WgXcQ', 'Words', 'javascript:alert(1)'])('is not made for: %s', (text) => {
    const editor = written(text);
    enter(editor.state, editor.view.dispatch.bind(editor.view));
    expect(offered(editor)).toBe(false);
    editor.destroy();
  });
});
