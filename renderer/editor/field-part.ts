import type { Node } from '@tiptap/pm/model';
import { AllSelection, EditorState, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { NODE } from '#shared/document/layout.ts';

/** What is selected in one field. */
export interface FieldPart {
  readonly view: EditorView;
  /** Of the editor, or, where all of the field is meant whatever is selected in it, one in which all is. */
  readonly state: EditorState;
}

/** The part of a field that is selected in its editor, or all of it. */
export function partOf(view: EditorView, isWhole: boolean): FieldPart {
  const { state } = view;
  if (!isWhole) return { view, state };
  return { view, state: EditorState.create({ doc: state.doc, selection: new AllSelection(state.doc) }) };
}

/** Takes out what is selected in a field, or everything in it. */
export function clearPart(view: EditorView, isWhole: boolean): void {
  const { state } = view;
  const cleared = isWhole || coversAll(state) ? emptied(state) : state.tr.deleteSelection();
  if (cleared !== null) view.dispatch(cleared);
}

/** The same as a passage of the screen. */
export function rangeOf(view: EditorView, isWhole: boolean): Range {
  const range = document.createRange();
  if (isWhole) {
    range.selectNodeContents(view.dom);
    return range;
  }
  const { from, to } = view.state.selection;
  const [begin, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  range.setStart(begin.node, begin.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** A headline as it stands among other blocks. */
export function asHeading(line: Node): Node {
  return line.type.create({ ...line.attrs, kind: 'heading', level: 2 }, line.content, line.marks);
}

/** Whether everything in a field is selected. The browser's own way of it covers the same text as ours. */
export function coversAll({ selection, doc }: EditorState): boolean {
  return selection.from <= Selection.atStart(doc).from && selection.to >= Selection.atEnd(doc).to;
}

/** One empty paragraph is left, the first block where that is one of text: somebody may be typing in it. */
function emptied(state: EditorState) {
  const { doc, tr, schema } = state;
  const first = doc.firstChild;
  const type = schema.nodes[NODE.textBlock];
  if (first === null || type === undefined) return null;
  if (first.type !== type) return tr.replaceWith(0, doc.content.size, type.create());
  if (doc.childCount === 1 && first.content.size === 0) return null;
  tr.delete(first.nodeSize, doc.content.size).delete(1, 1 + first.content.size);
  for (const [name, value] of Object.entries(type.create().attrs)) {
    if ((first.attrs as Readonly<Record<string, unknown>>)[name] !== value) tr.setNodeAttribute(0, name, value);
  }
  return tr.setSelection(TextSelection.create(tr.doc, 1));
}
