import { Extension } from '@tiptap/core';
import { keydownHandler } from '@tiptap/pm/keymap';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import { goToTitle } from './card/embed-view.ts';
import { goToAttribution } from './quote/quote-commands.ts';
import { isQuote } from './quote/quote-view.ts';
import { isTextBlockNode } from './text-block.ts';

/** Tab goes from a block to the line in it that can be written; the quote with the caret shows that line. */
export const BlockKeys = Extension.create<{ words: EditorWords }>({
  name: 'blockKeys',
  priority: 930,
  addProseMirrorPlugins() {
    const { words } = this.options;
    return [
      new Plugin({
        props: {
          handleKeyDown: keydownHandler({
            Tab: (state, dispatch, view) => goToAttribution(state, dispatch, view) || goToTitle(state, dispatch, view),
          }),
        },
        view: (view) => {
          // Drawn before corrections and boxes by the style sheet, in the language of the interface.
          view.dom.style.setProperty('--word-correction', JSON.stringify(words.correction));
          view.dom.style.setProperty('--word-box', JSON.stringify(words.factBox));
          return { update: quoteMarker() };
        },
      }),
    ];
  },
});

/** Marks the quote with the caret. Costs one look at the caret's block while there is none. */
function quoteMarker(): (view: EditorView) => void {
  let marked: HTMLElement | null = null;
  return (view) => {
    const { $from } = view.state.selection;
    const isIn = $from.depth === 1 && isTextBlockNode($from.parent) && isQuote($from.parent);
    if (!isIn && marked === null) return;
    const dom = isIn ? view.nodeDOM($from.before()) : null;
    if (dom === marked) return;
    marked?.removeAttribute('data-here');
    marked = dom instanceof HTMLElement ? dom : null;
    marked?.setAttribute('data-here', '');
  };
}
