import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Events of typing that nothing around the editor listens for. */
const ENDED = ['keypress', 'beforeinput', 'textInput', 'input', 'keyup'] as const;

/** Events of typing end at the editor once it has dealt with them: the page around it need not look at each. */
export const QuietEvents = Extension.create({
  name: 'quietEvents',
  addProseMirrorPlugins: () => [new Plugin({ view: endEvents })],
});

function endEvents({ dom }: EditorView): { destroy: () => void } {
  const holder = dom.parentElement;
  const end = (event: Event): void => event.stopPropagation();
  for (const name of ENDED) holder?.addEventListener(name, end);
  return {
    destroy: () => {
      for (const name of ENDED) holder?.removeEventListener(name, end);
    },
  };
}
