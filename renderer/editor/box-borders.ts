import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isWriting } from './is-writing.ts';
import { isTextBlockNode, shapeOf } from './text-block.ts';

const key = new PluginKey<DecorationSet>('boxBorders');

/**
 * Says where a fact box begins right after another one: a style sheet can't compare the names of neighbours. Looked for
 * when blocks come, go or change; what is typed into a block moves nothing.
 */
export const BoxBorders = Extension.create({
  name: 'boxBorders',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: { init: (_config, { doc }) => borders(doc), apply: next },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function next(transaction: Transaction, shown: DecorationSet): DecorationSet {
  if (!transaction.docChanged) return shown;
  if (!isWriting(transaction)) return borders(transaction.doc);
  return shown === DecorationSet.empty ? shown : shown.map(transaction.mapping, transaction.doc);
}

function borders(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  let before: string | null = null;
  doc.forEach((node, pos) => {
    const box = isTextBlockNode(node) ? shapeOf(node).box : null;
    if (box !== null && before !== null && box !== before)
      found.push(Decoration.node(pos, pos + node.nodeSize, { class: 'box-begins' }));
    before = box;
  });
  return found.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, found);
}
