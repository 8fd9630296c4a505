import type { EditorView } from '@tiptap/pm/view';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { blocksNear } from './marking/blocks-near.ts';

export type FieldViews = { readonly [Field in TextField]: EditorView };

/** What somebody has before their eyes, and how far below the upper edge of the window it stands, in pixels. */
export interface Sight {
  readonly field: TextField;
  /** The caret's place, or the one before the first block that is to be seen. */
  readonly pos: number;
  readonly isCaret: boolean;
  readonly top: number;
}

/** The caret's line where it is in the window, else the uppermost block there; null where there is none. */
export function sightOf(views: FieldViews, field: TextField, scroller: HTMLElement): Sight | null {
  const { top, bottom } = scroller.getBoundingClientRect();
  // Not on the screen: nobody looks.
  if (bottom <= top) return null;
  const { head } = views[field].state.selection;
  const caret = views[field].coordsAtPos(head);
  if (caret.top >= top && caret.bottom <= bottom) return { field, pos: head, isCaret: true, top: caret.top - top };
  for (const name of FIELDS_OF_TEXT) {
    const [first] = blocksNear(views[name], { top: top + 1, bottom });
    const height = first === undefined ? null : heightOf(views[name], first.pos, false);
    if (first !== undefined && height !== null)
      return { field: name, pos: first.pos, isCaret: false, top: height - top };
  }
  return null;
}

/** Scrolls so that it stands where it stood, whatever became of the lines above it. */
export function bringInSight(views: FieldViews, scroller: HTMLElement, { field, pos, isCaret, top }: Sight): void {
  const view = views[field];
  if (pos > view.state.doc.content.size) return;
  const height = heightOf(view, pos, isCaret);
  if (height === null) return;
  const by = height - scroller.getBoundingClientRect().top - top;
  if (Math.abs(by) >= 1) scroller.scrollBy({ top: by, behavior: 'instant' });
}

function heightOf(view: EditorView, pos: number, isCaret: boolean): number | null {
  if (isCaret) return view.coordsAtPos(pos).top;
  const block = view.nodeDOM(pos);
  return block instanceof HTMLElement ? block.getBoundingClientRect().top : null;
}
