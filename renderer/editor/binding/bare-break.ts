import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { NODE } from '#shared/document/layout.ts';

/**
 * Line breaks carry no marks: the document stores none on them, so an editor that showed some would show what nobody
 * else sees. Takes them off as soon as a command or a paste puts them on; looks only at what has changed.
 */
export function bareBreaks(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) => {
      const made = transactions.filter((one) => one.docChanged && one.getMeta(ySyncPluginKey) === undefined);
      return made.length === 0 ? null : withoutMarks(state, made);
    },
  });
}

function withoutMarks(state: EditorState, made: readonly Transaction[]): Transaction | null {
  const marked = new Set<number>();
  for (const [from, to] of changedRanges(made)) {
    state.doc.nodesBetween(Math.max(0, from), Math.min(to, state.doc.content.size), (node, pos) => {
      if (node.type.name === NODE.hardBreak && node.marks.length > 0) marked.add(pos);
      return !node.isLeaf;
    });
  }
  if (marked.size === 0) return null;
  const { tr } = state;
  for (const pos of marked) for (const mark of state.doc.nodeAt(pos)?.marks ?? []) tr.removeNodeMark(pos, mark);
  return tr;
}

/** Where the transactions changed something, in positions of the state after all of them. */
function changedRanges(made: readonly Transaction[]): [number, number][] {
  const ranges: [number, number][] = [];
  made.forEach((transaction, at) => {
    const later = made.slice(at + 1);
    transaction.steps.forEach((step, index) => {
      const toEnd = transaction.mapping.slice(index + 1);
      const map = (position: number, side: -1 | 1): number =>
        later.reduce((place, next) => next.mapping.map(place, side), toEnd.map(position, side));
      step.getMap().forEach((_oldFrom, _oldTo, from, to) => ranges.push([map(from, -1), map(to, 1)]));
      // Steps that only add marks move nothing and have empty maps; they say themselves where they are.
      const { from, to } = step as { readonly from?: unknown; readonly to?: unknown };
      if (typeof from === 'number' && typeof to === 'number') ranges.push([map(from, -1), map(to, 1)]);
    });
  });
  return ranges;
}
