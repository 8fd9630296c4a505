import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { XmlFragment } from 'yjs';

/** Pictures on their way to one place, shown there until they have arrived. */
interface Group {
  readonly id: object;
  readonly dom: HTMLElement;
  /** The block they stand after, in the document that all share; null at the beginning. */
  readonly after: unknown;
}

type Change = { readonly add: Group; readonly pos: number } | { readonly remove: object };

interface Arriving {
  readonly shown: DecorationSet;
  readonly groups: readonly Group[];
}

const NONE: Arriving = { shown: DecorationSet.empty, groups: [] };
const key = new PluginKey<Arriving>('arriving');

/** Shows pictures on their way between the blocks without touching the document. Costs nothing while none are. */
export const ArrivingPictures = Extension.create<{ fragment: XmlFragment }>({
  name: 'arrivingPictures',
  addProseMirrorPlugins() {
    const { fragment } = this.options;
    return [
      new Plugin<Arriving>({
        key,
        state: {
          init: () => NONE,
          apply: (transaction, before) => applied(transaction, before, fragment),
        },
        props: { decorations: (state) => key.getState(state)?.shown },
      }),
    ];
  },
});

/** Shows `dom` at a place between blocks. */
export function showArriving(
  state: EditorState,
  o: { id: object; dom: HTMLElement; pos: number; fragment: XmlFragment },
) {
  const index = state.doc.resolve(o.pos).index(0);
  const after: unknown = index === 0 ? null : o.fragment.get(index - 1);
  const change: Change = { add: { id: o.id, dom: o.dom, after }, pos: o.pos };
  return state.tr.setMeta(key, change).setMeta('addToHistory', false);
}

/** Takes it away again, in a transaction that may do more. */
export function endArriving(transaction: Transaction, id: object): Transaction {
  const change: Change = { remove: id };
  return transaction.setMeta(key, change);
}

/** Where it stands now; null when its place has gone. */
export function arrivingPlace(state: EditorState, id: object): number | null {
  const found = key.getState(state)?.shown.find(undefined, undefined, (spec) => spec['id'] === id) ?? [];
  return found[0]?.from ?? null;
}

function applied(transaction: Transaction, before: Arriving, fragment: XmlFragment): Arriving {
  const change = transaction.getMeta(key) as Change | undefined;
  if (change === undefined && before.groups.length === 0) return before;
  let { groups } = before;
  // What others write comes as one replacement of everything: the places are found anew by the blocks.
  const isForeign = transaction.docChanged && transaction.getMeta(ySyncPluginKey) !== undefined;
  let shown = isForeign
    ? DecorationSet.create(
        transaction.doc,
        groups.map((group) => decoration(group, placeAfter(group.after, transaction, fragment))),
      )
    : before.shown.map(transaction.mapping, transaction.doc);
  if (change !== undefined && 'add' in change) {
    groups = [...groups, change.add];
    shown = shown.add(transaction.doc, [decoration(change.add, change.pos)]);
  } else if (change !== undefined) {
    groups = groups.filter(({ id }) => id !== change.remove);
    shown = shown.remove(shown.find(undefined, undefined, (spec) => spec['id'] === change.remove));
  }
  return groups.length === 0 ? NONE : { groups, shown };
}

function decoration({ id, dom }: Group, pos: number): Decoration {
  return Decoration.widget(pos, dom, { id, side: -1, ignoreSelection: true, stopEvent: () => true });
}

function placeAfter(block: unknown, { doc }: Transaction, fragment: XmlFragment): number {
  if (block === null) return 0;
  const index = fragment.toArray().findIndex((candidate) => candidate === block);
  if (index < 0) return doc.content.size;
  let pos = 0;
  for (let at = 0; at <= Math.min(index, doc.childCount - 1); at += 1) pos += doc.child(at).nodeSize;
  return pos;
}
