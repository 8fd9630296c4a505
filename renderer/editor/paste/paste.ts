import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { TextField } from '#shared/document/layout.ts';
import { clippingOf, isPicturesAlone, PLAIN_KEYS, type Clipping } from './clipping.ts';
import { copySelection } from './copying.ts';
import { OneStep } from './one-step.ts';
import { Paster, type PasteContext } from './paster.ts';
import { placeKeeper } from './place-keeper.ts';

/** How long after its keys a paste without formatting comes at the latest, in milliseconds. */
const PLAIN_FOLLOWS = 500;

declare module '@tiptap/core' {
  interface Storage {
    pasting: { paster: Paster | null };
  }
}

interface PasteOptions {
  readonly field: TextField;
  readonly context: PasteContext;
  /** Takes picture files, to stand at a place in the document or, without one, at the caret. */
  readonly onPictures: (files: readonly File[], at?: number) => void;
}

/**
 * What comes from the clipboard or is dropped, and what is copied. All of it goes through here: nothing of another
 * program is ever parsed into elements of a page, and nothing remote is loaded.
 */
export const Paste = Extension.create<PasteOptions, { paster: Paster | null }>({
  name: 'pasting',
  priority: 950,
  addStorage: () => ({ paster: null }),
  // The page lets an editor go only when what was on its way into it is there.
  onDestroy() {
    this.storage.paster?.end();
  },
  addProseMirrorPlugins() {
    const { field, context, onPictures } = this.options;
    const paster = new Paster(this.editor, field, context);
    this.storage.paster = paster;
    let plainAt = -Infinity;
    const take = (clipping: Clipping, at?: number, step?: OneStep): void => {
      if (field === 'body' && isPicturesAlone(clipping)) onPictures(clipping.files, at);
      else paster.paste(clipping, step);
    };
    return [
      placeKeeper(),
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            if (event.shiftKey && event.code === PLAIN_KEYS.code) plainAt = performance.now();
            return event.key === 'Escape' && paster.cancel();
          },
          handleDOMEvents: {
            paste: (view, event) => {
              if (!view.editable || event.clipboardData === null) return false;
              event.preventDefault();
              const isPlain = performance.now() - plainAt < PLAIN_FOLLOWS;
              const clipping = { ...clippingOf(event.clipboardData), isPlain };
              const step = new OneStep(context.history);
              const { whole } = context;
              const isOver = whole?.isSelected === true;
              if (isOver) step.add(() => whole.clear());
              take(isPlain ? { ...clipping, own: '', html: '', files: [] } : clipping, undefined, step);
              if (isOver) view.focus();
              return true;
            },
            copy: (view, event) => copied(view, event, context),
            cut: (view, event) => {
              if (!view.editable || !copied(view, event, context)) return false;
              if (context.whole?.isSelected === true) context.whole.clear();
              else view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'));
              return true;
            },
            drop: (view, event) => {
              if (!view.editable || event.dataTransfer === null || view.dragging !== null) return false;
              event.preventDefault();
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              const clipping = clippingOf(event.dataTransfer);
              if (!isPicturesAlone(clipping)) paster.goTo(place?.pos);
              take(clipping, place?.pos);
              return true;
            },
          },
        },
      }),
    ];
  },
});

function copied(view: EditorView, event: ClipboardEvent, context: PasteContext): boolean {
  if (event.clipboardData === null || !copySelection(view, event.clipboardData, context)) return false;
  event.preventDefault();
  return true;
}
