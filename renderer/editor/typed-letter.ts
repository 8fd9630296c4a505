import { Extension } from '@tiptap/core';
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { insideOf } from './view-inside.ts';

/**
 * A letter that the browser has written where the caret stands is taken over as what it is, at once. ProseMirror would
 * read the whole paragraph from the page again to find out what came into it; the browser has just told that. Whatever
 * is not one letter inside one run of text is left to ProseMirror.
 *
 * Nor is its key offered to every rule for keys, unless something is selected: no rule is for a letter alone.
 */
export const TypedLetter = Extension.create({
  name: 'typedLetter',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: { handleDOMEvents: { keydown: isLetter, keypress: isLetter } },
      view: (view) => ({ destroy: listen(view) }),
    }),
  ],
});

/** A run of text on the page in which a letter was written at the caret, and between which positions it stands. */
interface Written {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function isLetter(view: EditorView, { key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (key.length !== 1 || ctrlKey || metaKey || altKey || isComposing || view.composing || !view.editable) return false;
  if (!hasCaret(view.state)) return false;
  insideOf(view).input.lastKeyCode = null;
  return true;
}

function hasCaret({ selection }: EditorState): boolean {
  return selection instanceof TextSelection && selection.empty;
}

function listen(view: EditorView): () => void {
  const { domObserver } = insideOf(view);
  const hear = (event: InputEvent): void => {
    if (event.inputType !== 'insertText' || event.data?.length !== 1 || event.isComposing || view.composing) return;
    const changes = domObserver.observer?.takeRecords() ?? [];
    const written = domObserver.queue.length === 0 ? writtenIn(view, changes, event.data) : null;
    if (written === null) {
      // As if nobody had looked before.
      domObserver.queue.push(...changes);
      domObserver.flush();
    } else write(view, written);
  };
  view.dom.addEventListener('input', hear, true);
  return () => view.dom.removeEventListener('input', hear, true);
}

/** Where nothing changed but one run of text, which now reads as it did, with the letter at the caret; or null. */
function writtenIn(view: EditorView, changes: readonly MutationRecord[], text: string): Written | null {
  const [change] = changes;
  if (change?.type !== 'characterData' || changes.length > 1 || !hasCaret(view.state)) return null;
  const { target, oldValue } = change;
  const now = target.nodeValue ?? '';
  const { head, $head } = view.state.selection;
  const from = view.posAtDOM(target, 0, 1);
  const to = from + (oldValue?.length ?? 0);
  const start = $head.start();
  if (from < start || to > $head.end() || head < from || head > to || now.length !== to - from + 1) return null;
  const before = $head.parent.textBetween(from - start, to - start, '', OTHER);
  return now === before.slice(0, head - from) + text + before.slice(head - from) ? { text, from, to } : null;
}

/** Stands for what is no text, and is not written by any key. */
const OTHER = '\u{FFFC}';

/** As ProseMirror does once it has read what came. */
function write(view: EditorView, { text, from, to }: Written): void {
  const { head } = view.state.selection;
  insideOf(view).docView.markDirty(from, to);
  const insert = () => view.state.tr.insertText(text, head, head).scrollIntoView();
  const isDone = view.someProp('handleTextInput', (handle) => handle(view, head, head, text, insert));
  if (isDone !== true) view.dispatch(insert());
}
