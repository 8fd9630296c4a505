import type { EditorView } from '@tiptap/pm/view';

/** What ProseMirror's view keeps to itself: not in its types, and used so by Tiptap's and other editors. */
interface ViewInside {
  readonly domObserver: {
    readonly observer: MutationObserver | null;
    readonly queue: MutationRecord[];
    readonly flush: () => void;
    readonly disconnectSelection: () => void;
  };
  readonly input: {
    lastFocus: number;
    /** The code of the key that was pressed last. */
    lastKeyCode: number | null;
    readonly lastTouch: number;
    readonly lastClick: { readonly time: number };
  };
  readonly docView: { readonly markDirty: (from: number, to: number) => void };
}

/** The one place at which the house reaches inside ProseMirror's view. */
export function insideOf(view: EditorView): ViewInside {
  return view as unknown as ViewInside;
}
