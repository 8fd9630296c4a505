import type { Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { textDirection } from '#shared/article/direction.ts';
import type { Direction } from '#shared/article/inline.ts';
import { selectedTextBlocks } from '../text-block.ts';

/** Has the blocks the selection touches run that way, whatever is written in them; null: as their first letter says. */
export function setDirection(direction: Direction | null): Command {
  return (state, dispatch) => {
    const blocks = selectedTextBlocks(state);
    if (blocks.length === 0) return false;
    if (dispatch) {
      const { tr } = state;
      for (const { node, pos } of blocks) {
        if (node.attrs['direction'] !== direction) tr.setNodeAttribute(pos, 'direction', direction);
      }
      if (tr.docChanged) dispatch(tr);
    }
    return true;
  };
}

/** Turns the blocks the selection touches the other way round; where that is the way of their text, by themselves. */
export const turnDirection: Command = (state, dispatch, view) => {
  const [first] = selectedTextBlocks(state);
  if (first === undefined) return false;
  const own = textDirection(first.node.textContent);
  const { direction } = first.node.attrs as { readonly direction?: unknown };
  const now = direction === 'ltr' || direction === 'rtl' ? direction : (own ?? shownDirection(view, first.pos));
  const next = now === 'rtl' ? 'ltr' : 'rtl';
  return setDirection(next === own ? null : next)(state, dispatch, view);
};

/** The way a block without a letter runs on the screen. */
function shownDirection(view: EditorView | undefined, pos: number): Direction {
  const block = view?.nodeDOM(pos);
  return block instanceof Element && getComputedStyle(block).direction === 'rtl' ? 'rtl' : 'ltr';
}
