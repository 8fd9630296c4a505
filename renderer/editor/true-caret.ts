import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { insideOf } from './view-inside.ts';

/**
 * Whatever is done to the text is done where the caret stands on the screen. The browser tells of a moved caret a
 * moment later; keys that come sooner (End and at once Enter, on a busy machine) would be done at its old place, over a
 * selection that is no longer there. So the editor looks where the caret is before each of them. Letters need no look:
 * the browser itself writes them where the caret is, unless the editor believes that something is selected.
 *
 * And an editor without the keyboard does not listen for moved carets: each key would tell all three.
 *
 * And a browser that gives an editor the keyboard back (a dialog is closed) puts the caret at its beginning; ProseMirror
 * puts it back a moment later. Of the keys that come sooner the first has it put back at once. From then on a caret at
 * the beginning was led there by a key, and stays: ProseMirror would put that one back as well, for a fifth of a second.
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

/** As long after it got the keyboard, and after it was pressed, as ProseMirror has it, in milliseconds. */
const JUST_FOCUSED = 200;
const JUST_PRESSED = 300;

function beforeKey(view: EditorView, { key }: KeyboardEvent): boolean {
  keepPlace(view);
  return key.length === 1 && view.state.selection.empty ? false : look(view);
}

function keepPlace(view: EditorView): void {
  const { input } = insideOf(view);
  const now = Date.now();
  const pressed = Math.max(input.lastTouch, input.lastClick.time);
  if (input.lastFocus > now - JUST_FOCUSED && pressed < now - JUST_PRESSED && !view.composing) view.focus();
  input.lastFocus = 0;
}

function leave(view: EditorView): boolean {
  // After ProseMirror, which begins to listen again; so it does when the keyboard comes back.
  queueMicrotask(() => rest(view));
  return false;
}

function rest(view: EditorView): void {
  if (view.editable && !view.hasFocus()) insideOf(view).domObserver.disconnectSelection();
}

function look(view: EditorView): boolean {
  if (!view.composing) insideOf(view).domObserver.flush();
  return false;
}
