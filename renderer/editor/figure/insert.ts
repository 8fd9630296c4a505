import type { Node, Schema } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { StoredMedia } from '#shared/contract/calls.ts';
import { NODE } from '#shared/document/layout.ts';
import { asOwnStep } from '../binding/own-step.ts';

/** Where figures go: between blocks, after the block at `at` or at the caret; before it where that is an empty line. */
export function figurePlace(state: EditorState, at?: number): number {
  const $place = state.doc.resolve(Math.min(at ?? state.selection.to, state.doc.content.size));
  if ($place.depth === 0) return $place.pos;
  const block = $place.node(1);
  const isEmptyLine = block.isTextblock && block.content.size === 0 && block.type.name !== NODE.figure;
  return isEmptyLine ? $place.before(1) : $place.after(1);
}

/** A figure of a stored picture, with the words its file had for readers. */
function figureOf(schema: Schema, { name, width, height, words }: StoredMedia): Node | null {
  const { caption, credit, source, alt } = words;
  const given = (text: string): string | null => (text === '' ? null : text);
  const attributes = { media: name, width, height, credit: given(credit), source: given(source), alt: given(alt) };
  return schema.nodes[NODE.figure]?.create(attributes, caption === '' ? null : schema.text(caption)) ?? null;
}

/** Puts figures between blocks in their order, as one undo step. `enter` takes the caret into the first caption. */
export function insertFigures(
  state: EditorState,
  media: readonly StoredMedia[],
  o: { readonly at: number; readonly enter: boolean },
): Transaction {
  const figures = media.map((one) => figureOf(state.schema, one)).filter((figure) => figure !== null);
  const transaction = asOwnStep(state.tr);
  transaction.insert(o.at, figures);
  const [first] = figures;
  if (o.enter && first !== undefined) {
    transaction.setSelection(TextSelection.create(transaction.doc, o.at + 1 + first.content.size));
    transaction.scrollIntoView();
  }
  return transaction;
}
