import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { NODE } from '#shared/document/layout.ts';
import { asOwnStep } from './binding/own-step.ts';

/** Takes the caret to the text after the block at `pos`; where there is none, an empty paragraph is made. */
export function goAfterBlock(view: EditorView, pos: number): void {
  const { doc, schema, tr } = view.state;
  const block = doc.nodeAt(pos);
  const paragraph = schema.nodes[NODE.textBlock];
  if (block === null || paragraph === undefined) return;
  const end = pos + block.nodeSize;
  const next = doc.resolve(end).nodeAfter;
  if (next === null || !next.isTextblock) asOwnStep(tr).insert(end, paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, end + 1));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

/** Takes the caret back into the block at `pos`: to the end of its text, or onto all of it where it has none. */
export function goToBlock(view: EditorView, pos: number): void {
  const block = view.state.doc.nodeAt(pos);
  if (block === null) return;
  const { doc, tr } = view.state;
  tr.setSelection(
    block.isAtom ? NodeSelection.create(doc, pos) : TextSelection.create(doc, pos + 1 + block.content.size),
  );
  view.dispatch(tr.scrollIntoView());
  view.focus();
}
