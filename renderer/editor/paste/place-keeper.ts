import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from '@tiptap/y-tiptap';

/** A place in the text that waits for what is to stand there, and the line that says so. */
interface KeptPlace {
  readonly at: number;
  readonly line: HTMLElement;
}

type Change = KeptPlace | { readonly at: number } | 'gone';

const key = new PluginKey<KeptPlace | null>('kept-place');

/**
 * Keeps one place of the text while others write: through own typing by counting, through what colleagues send by what
 * it stands beside. Costs nothing while there is none.
 */
export function placeKeeper(): Plugin<KeptPlace | null> {
  let beside: unknown = null;
  return new Plugin<KeptPlace | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, kept, _before, state) => {
        const change = transaction.getMeta(key) as Change | undefined;
        if (change === 'gone') return null;
        if (change !== undefined) return 'line' in change ? change : kept === null ? null : { ...kept, at: change.at };
        if (kept === null || !transaction.docChanged) return kept;
        // Where even that can't be told any more it is still a place: what waits for it is never thrown away.
        const at = isFromElsewhere(transaction)
          ? (found(beside, state) ?? kept.at)
          : transaction.mapping.map(kept.at, -1);
        return { ...kept, at: Math.min(at, state.doc.content.size) };
      },
    },
    props: { decorations: (state) => shownLine(key.getState(state) ?? null, state) },
    view: () => ({
      update: (view) => {
        const kept = key.getState(view.state) ?? null;
        beside = kept === null ? null : storedPlace(kept.at, view.state);
      },
    }),
  });
}

export function keptPlace(state: EditorState): number | null {
  return key.getState(state)?.at ?? null;
}

/** Begins to keep a place. `line` is shown between the blocks there. */
export function keepPlace(view: EditorView, at: number, line: HTMLElement): void {
  view.dispatch(view.state.tr.setMeta(key, { at, line } satisfies Change));
}

/** Says where the place is after a transaction that changed the text around it. */
export function movePlace(transaction: Transaction, at: number): Transaction {
  return transaction.setMeta(key, { at } satisfies Change);
}

export function forgetPlace(transaction: Transaction): Transaction {
  return transaction.setMeta(key, 'gone' satisfies Change);
}

function shownLine(kept: KeptPlace | null, { doc }: EditorState): DecorationSet | null {
  if (kept === null) return null;
  const $at = doc.resolve(Math.min(kept.at, doc.content.size));
  const pos = $at.depth === 0 ? $at.pos : $at.after(1);
  const widget = Decoration.widget(pos, () => kept.line, {
    side: -1,
    key: 'kept-place',
    ignoreSelection: true,
    stopEvent: () => true,
  });
  return DecorationSet.create(doc, [widget]);
}

function isFromElsewhere(transaction: Transaction): boolean {
  const meta = transaction.getMeta(ySyncPluginKey) as { readonly isChangeOrigin?: boolean } | undefined;
  return meta?.isChangeOrigin === true;
}

/** A place between blocks is remembered by the beginning of the block after it. */
function storedPlace(at: number, state: EditorState): { readonly position: unknown; readonly before: boolean } | null {
  const binding = bindingOf(state);
  if (binding === null) return null;
  const before = state.doc.resolve(at).depth === 0;
  try {
    return {
      position: absolutePositionToRelativePosition(before ? at + 1 : at, binding.type, binding.mapping),
      before,
    };
  } catch {
    return null;
  }
}

function found(stored: unknown, state: EditorState): number | null {
  const binding = bindingOf(state);
  const place = stored as ReturnType<typeof storedPlace>;
  if (binding === null || place === null) return null;
  const at = relativePositionToAbsolutePosition(binding.doc, binding.type, place.position, binding.mapping);
  return at === null ? null : place.before ? Math.max(0, at - 1) : at;
}

function bindingOf(state: EditorState): ProsemirrorBinding | null {
  const bound = ySyncPluginKey.getState(state) as { readonly binding?: ProsemirrorBinding } | undefined;
  return bound?.binding ?? null;
}
