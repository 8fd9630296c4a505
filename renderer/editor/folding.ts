import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { blockPosition } from './sections.ts';
import { isTextBlockNode, shapeOf } from './text-block.ts';

/** A folded section: its heading, and where that stands. */
interface Fold {
  readonly heading: Node;
  readonly pos: number;
  /** Where the section ends. */
  readonly end: number;
}

/** Says how many blocks are folded away. */
type Sentence = (blocks: number) => string;

interface Folded {
  readonly sentence: Sentence;
  readonly folds: readonly Fold[];
  readonly shown: DecorationSet;
}

const key = new PluginKey<Folded>('folding');
const NOTHING: Folded = { sentence: String, folds: [], shown: DecorationSet.empty };

/**
 * Sections folded away in the text: drawn, never stored. A caret that comes into a folded section (by find, by undo,
 * from the outline) unfolds it. Costs nothing while nothing is folded.
 */
export const Folding = Extension.create({
  name: 'folding',
  addProseMirrorPlugins: () => [
    new Plugin<Folded>({
      key,
      state: { init: () => NOTHING, apply: next },
      props: { decorations: (state) => key.getState(state)?.shown },
    }),
  ],
});

interface Wish {
  readonly positions: readonly number[];
  readonly sentence: Sentence;
}

/** Folds the sections of the headings at these positions, and no others. */
export function foldOnly(view: EditorView, positions: readonly number[], sentence: Sentence): void {
  const { doc, selection, tr } = view.state;
  const wish: Wish = { positions, sentence };
  for (const pos of positions) {
    const heading = doc.nodeAt(pos);
    const level = heading === null ? null : levelOf(heading);
    const end = level === null ? undefined : blocksOf(doc, pos, level).at(-1)?.end;
    const start = pos + (heading?.nodeSize ?? 0);
    // A caret that is folded away would unfold it at once: it waits at the end of the heading.
    if (end !== undefined && selection.head >= start && selection.head < end) {
      tr.setSelection(TextSelection.create(doc, start - 1));
      break;
    }
  }
  view.dispatch(tr.setMeta(key, wish).setMeta('addToHistory', false));
}

/** Where the headings of folded sections stand. */
export function foldedAt(state: EditorState): readonly number[] {
  return key.getState(state)?.folds.map(({ pos }) => pos) ?? [];
}

/** The folded sections, each from its heading to its end. */
export function foldsIn(state: EditorState): readonly { readonly pos: number; readonly end: number }[] {
  return key.getState(state)?.folds ?? [];
}

/** Where the headings of all sections stand. */
export function headingsIn(doc: Node): readonly number[] {
  const positions: number[] = [];
  doc.forEach((block, pos) => {
    if (levelOf(block) !== null) positions.push(pos);
  });
  return positions;
}

/** The last heading at or before the block at `index` that stands higher than `level`. */
export function headingAbove(
  doc: Node,
  index: number,
  level = Infinity,
): { readonly pos: number; readonly index: number; readonly level: number } | null {
  for (let at = Math.min(index, doc.childCount - 1); at >= 0; at -= 1) {
    const own = levelOf(doc.child(at));
    if (own !== null && own < level) return { pos: blockPosition(doc, at), index: at, level: own };
  }
  return null;
}

function next(transaction: Transaction, value: Folded): Folded {
  const { doc, before, docChanged, selection } = transaction;
  const wish = transaction.getMeta(key) as Wish | undefined;
  if (wish !== undefined) return drawn(doc, wish.positions, wish.sentence);
  if (value.folds.length === 0) return value;
  const folds = docChanged ? value.folds.flatMap((fold) => moved(fold, transaction)) : value.folds;
  const shut = folds.filter(
    ({ heading, pos, end }) => selection.head < pos + heading.nodeSize || selection.head >= end,
  );
  const isSync = transaction.getMeta(ySyncPluginKey) !== undefined;
  // What is drawn survives a letter; blocks that come, go or move have to be looked at again.
  const isWhole = isSync || doc.childCount !== before.childCount || transaction.steps.length !== 1;
  if (shut.length < value.folds.length || (docChanged && isWhole)) {
    return drawn(
      doc,
      shut.map(({ pos }) => pos),
      value.sentence,
    );
  }
  return docChanged ? { ...value, folds, shown: value.shown.map(transaction.mapping, doc) } : value;
}

/** The fold after a change: where its heading went, or where it stands again after everything was drawn anew. */
function moved({ heading, pos, end }: Fold, { mapping, doc }: Transaction): readonly Fold[] {
  const mapped = mapping.mapResult(pos, 1);
  const there = mapped.deleted ? null : doc.nodeAt(mapped.pos);
  if (there !== null && levelOf(there) !== null)
    return [{ heading: there, pos: mapped.pos, end: mapping.map(end, -1) }];
  let found: Fold | null = null;
  doc.forEach((block, at) => {
    if (block === heading) found = { heading, pos: at, end: at + end - pos };
  });
  return found === null ? [] : [found];
}

function drawn(doc: Node, positions: readonly number[], sentence: Sentence): Folded {
  const folds: Fold[] = [];
  const decorations: Decoration[] = [];
  for (const pos of positions) {
    const heading = doc.nodeAt(pos);
    const level = heading === null ? null : levelOf(heading);
    if (heading === null || level === null) continue;
    const away = blocksOf(doc, pos, level);
    const last = away.at(-1);
    if (last === undefined) continue;
    folds.push({ heading, pos, end: last.end });
    const words = { class: 'prose-folded', 'data-folded': sentence(away.length) };
    decorations.push(Decoration.node(pos, pos + heading.nodeSize, words));
    for (const block of away) decorations.push(Decoration.node(block.pos, block.end, { class: 'prose-folded-away' }));
  }
  return folds.length === 0 ? NOTHING : { sentence, folds, shown: DecorationSet.create(doc, decorations) };
}

/** The blocks of the section after its heading. */
function blocksOf(doc: Node, pos: number, level: number): readonly { readonly pos: number; readonly end: number }[] {
  const blocks: { pos: number; end: number }[] = [];
  const index = doc.resolve(pos).index(0);
  let at = pos + doc.child(index).nodeSize;
  for (let after = index + 1; after < doc.childCount; after += 1) {
    const block = doc.child(after);
    const other = levelOf(block);
    if (other !== null && other <= level) break;
    blocks.push({ pos: at, end: at + block.nodeSize });
    at += block.nodeSize;
  }
  return blocks;
}

function levelOf(node: Node): number | null {
  return isTextBlockNode(node) ? shapeOf(node).level : null;
}
