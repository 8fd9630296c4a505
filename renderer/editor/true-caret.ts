import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Whatever is done to the text is done where the caret stands on the screen. The browser tells of a moved caret a
 * moment later; keys that come sooner (End and at once Enter, on a busy machine) would be done at its old place, over a
 * selection that is no longer there. So the editor looks where the caret is before each of them. Letters need no look:
 * the browser itself writes them where the caret is, unless the editor believes that something is selected.
 *
 * And an editor without the keyboard does not listen for moved carets: each key would tell all three.
 *
 * And where a key leads the caret to the beginning just after an editor got the keyboard, there it stays: ProseMirror
 * would take it for a browser that lost its place, for a fifth of a second, and put it back.
 */
export const TrueCaret = Extension.create({
  name: 'trueCaret',
  priority: 10_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: { handleDOMEvents: { keydown: beforeKey, paste: look, cut: look, copy: look, blur: leave } },
      view: (view) => {
        rest(view);
        return {};
      },
    }),
  ],
});

/** ProseMirror's own look at the page; not in its types, and used so by Tiptap's and other editors. */
interface Looking {
  readonly domObserver?: { readonly flush?: () => void; readonly disconnectSelection?: () => void };
  readonly input?: { lastFocus?: number };
}

function beforeKey(view: EditorView, { key }: KeyboardEvent): boolean {
  const { input } = view as unknown as Looking;
  if (input !== undefined) input.lastFocus = 0;
  return key.length === 1 && view.state.selection.empty ? false : look(view);
}

function leave(view: EditorView): boolean {
  // After ProseMirror, which begins to listen again; so it does when the keyboard comes back.
  queueMicrotask(() => rest(view));
  return false;
}

function rest(view: EditorView): void {
  if (view.editable && !view.hasFocus()) (view as unknown as Looking).domObserver?.disconnectSelection?.();
}

function look(view: EditorView): boolean {
  if (!view.composing) (view as unknown as Looking).domObserver?.flush?.();
  return false;
}
