import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What the browser says of one typed letter. */
const EVENTS = ['keydown', 'keypress', 'beforeinput', 'textInput', 'input', 'keyup'] as const;

/**
 * Keeps a plainly typed letter between the browser and the text: nobody else on the page hears of it. The browser
 * writes it into the line and the editor reads it from there, so neither the editor's key bindings (which have none
 * for plain letters) nor the page's many listeners have to be asked six times for each. Everything else goes the usual
 * way: keys with a modifier, compositions, selections of several blocks, and the first letter after another key, so
 * that the editor knows that the other key is over. Returns the way to stop.
 */
export function quietTyping(focused: () => EditorView | null): () => void {
  let wasLetter = false;
  let isQuiet = false;
  const hear = (event: Event): void => {
    const view = focused();
    if (view === null || event.target !== view.dom || view.composing) return;
    if (event instanceof KeyboardEvent && event.type === 'keydown') {
      const isLetter = isPlainLetter(event);
      isQuiet = isLetter && wasLetter && isInOneBlock(view);
      wasLetter = isLetter;
    }
    if (isQuiet) event.stopPropagation();
  };
  for (const name of EVENTS) window.addEventListener(name, hear, true);
  return () => {
    for (const name of EVENTS) window.removeEventListener(name, hear, true);
  };
}

function isPlainLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}

function isInOneBlock({ state: { selection } }: EditorView): boolean {
  return selection instanceof TextSelection && selection.$from.sameParent(selection.$to);
}
