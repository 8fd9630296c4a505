import type { Node } from '@tiptap/pm/model';
import { AllSelection, EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { NODE } from '#shared/document/layout.ts';
import { FromStart } from './from-start.ts';
import { isTextBlockNode } from './text-block.ts';

/** What is selected in one field. */
export interface FieldPart {
  readonly view: EditorView;
  /** Of the editor, or, where more is meant than can be selected in it, one in which that is. */
  readonly state: EditorState;
}

/**
 * How much of a field is meant: what is selected in its editor; that and whatever stands before it, as where the
 * selection comes from the field above; everything.
 */
export type Extent = 'own' | 'fromStart' | 'whole';

/** The part of a field that is meant. An editor can't select words and blocks without any in one; a part can. */
export function partOf(view: EditorView, extent: Extent): FieldPart {
  const { state } = view;
  const { doc } = state;
  if (extent === 'whole') return { view, state: EditorState.create({ doc, selection: new AllSelection(doc) }) };
  if (extent === 'own' || reachesStart(state)) return { view, state };
  return { view, state: EditorState.create({ doc, selection: new FromStart(doc, endOf(state)) }) };
}

/** Whether nothing that could be selected stands before what is. */
function reachesStart({ doc, selection }: EditorState): boolean {
  return selection.from <= Selection.atStart(doc).from;
}

/** Where what is selected ends: a caret at the beginning of a line stands for the end of what is above it. */
function endOf({ selection: { $to, to, empty } }: EditorState): number {
  return empty && $to.depth === 1 && $to.parentOffset === 0 ? to - 1 : to;
}

/** Where a selection that is extended out of its field begins: a block selected as a whole is in it. */
export function beginOf({ selection }: EditorState, forwards: boolean): number {
  if (!(selection instanceof NodeSelection)) return selection.anchor;
  return forwards ? selection.from : selection.to;
}

/** What is selected between two places of a document; where it ends below a block without words, that block is. */
export function selectionBetween(doc: Node, anchor: number, head: number): Selection {
  const $end = doc.resolve(Math.max(anchor, head));
  const { nodeBefore, nodeAfter } = $end;
  if ($end.depth === 0 && nodeBefore !== null && isSelectedWhole(nodeBefore) && !isTextBlockNode(nodeAfter)) {
    return NodeSelection.create(doc, $end.pos - nodeBefore.nodeSize);
  }
  return TextSelection.between(doc.resolve(anchor), doc.resolve(head));
}

function isSelectedWhole(node: Node): boolean {
  return node.isAtom && NodeSelection.isSelectable(node);
}

/** Takes out the part of a field that is meant. */
export function clearPart(view: EditorView, extent: Extent): void {
  const { state } = partOf(view, extent);
  const cleared = coversAll(state) ? emptied(state) : withoutPart(view.state, state.selection);
  if (cleared !== null) view.dispatch(cleared);
}

/** The words first, as an editor takes them out; then the blocks above them. */
function withoutPart({ tr, doc, selection }: EditorState, part: Selection): Transaction {
  if (part.eq(selection)) return tr.deleteSelection();
  if (part.$to.depth === 0) return tr.delete(part.from, part.to);
  return tr.deleteSelection().delete(0, doc.resolve(selection.from).before(1));
}

/** The same as a passage of the screen. */
export function rangeOf(view: EditorView, extent: Extent): Range {
  const range = document.createRange();
  if (extent === 'whole') {
    range.selectNodeContents(view.dom);
    return range;
  }
  const { from, to } = partOf(view, extent).state.selection;
  const [begin, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  range.setStart(begin.node, begin.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** What of a part stands before all that its editor has selected, which the browser does not draw. */
export function rangesBefore(view: EditorView, extent: Extent): Range[] {
  const { state } = partOf(view, extent);
  if (state === view.state) return [];
  const range = rangeOf(view, extent);
  const end = view.domAtPos(view.state.selection.from, -1);
  range.setEnd(end.node, end.offset);
  return [range];
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
