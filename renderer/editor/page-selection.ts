import type { Node } from '@tiptap/pm/model';
import { Selection, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { FIELDS_OF_TEXT, NODE, type TextField } from '#shared/document/layout.ts';
import { lineEntered, neighbour, type Edge } from './field-walk.ts';
import { isTextBlockNode } from './text-block.ts';

/** What selecting over the edges of fields needs of the page. */
interface PageOfFields {
  readonly views: () => { readonly [Field in TextField]: EditorView } | null;
  readonly field: () => TextField;
  readonly go: (field: TextField, edge: Edge) => void;
  /** What is changed from here on is a step of undo of its own. */
  readonly beginStep: () => void;
  /** And so is what is changed until an input method has composed its text in this editor. */
  readonly beginComposition: (view: EditorView) => void;
  readonly readOnly: () => boolean;
}

/** A selection over several fields: where it began and where it is extended; what of each field is selected there. */
interface Span {
  readonly anchor: TextField;
  readonly head: TextField;
  /** All of all three, whatever the editors have selected. */
  readonly isWhole: boolean;
}

const HIGHLIGHT = 'stet-page';

/**
 * What is selected over the edges of headline, standfirst and body. A browser selects in one editor at a time, so this
 * is a state of the page: each editor has its part selected, the one where the selection is extended has the keyboard,
 * and the parts in the others are drawn above them. The next key extends it, ends it, or does to all parts what it does
 * to a selection.
 */
export class PageSelection {
  readonly #page: PageOfFields;
  #span: Span | null = null;
  #isMoving = false;

  constructor(page: PageOfFields) {
    this.#page = page;
  }

  get isSelected(): boolean {
    return this.#span !== null;
  }

  /** True where all of the page is selected, and not parts of it. */
  get isWhole(): boolean {
    return this.#span?.isWhole === true;
  }

  /** Selects all of all three fields. */
  select(): void {
    this.#span = { anchor: 'headline', head: 'body', isWhole: true };
    this.#draw();
  }

  /** Extends the selection from `field` over its edge, to where an arrow leads; false where there is no field that way. */
  extend(field: TextField, by: 1 | -1, x?: number): boolean {
    const views = this.#page.views();
    const next = neighbour(field, by);
    if (views === null || next === null) return false;
    this.extendTo(next, lineEntered(views[next], by === 1 ? 'start' : 'end', x).head);
    return true;
  }

  /** Extends it from where it began to a place in a field. */
  extendTo(head: TextField, pos: number): void {
    const views = this.#page.views();
    if (views === null) return;
    const anchor = this.#span?.anchor ?? this.#page.field();
    const from = this.isWhole ? 0 : views[anchor].state.selection.anchor;
    const forwards = FIELDS_OF_TEXT.indexOf(anchor) < FIELDS_OF_TEXT.indexOf(head);
    for (const field of fieldsBetween(anchor, head)) {
      const { doc, tr } = views[field].state;
      const [first, last] = [Selection.atStart(doc).from, Selection.atEnd(doc).to];
      const begin = field === anchor ? from : forwards ? first : last;
      const end = field === head ? pos : forwards ? last : first;
      const selection = TextSelection.between(doc.resolve(begin), doc.resolve(end));
      views[field].dispatch(field === head ? tr.setSelection(selection).scrollIntoView() : tr.setSelection(selection));
    }
    this.#isMoving = true;
    views[head].focus();
    this.#isMoving = false;
    if (anchor === head) this.end();
    else {
      this.#span = { anchor, head, isWhole: false };
      this.#draw();
    }
  }

  /** Extends it to an end of the page. */
  extendToEnd(edge: Edge): void {
    const views = this.#page.views();
    if (views === null) return;
    const field = edge === 'start' ? 'headline' : 'body';
    const { doc } = views[field].state;
    this.extendTo(field, edge === 'start' ? Selection.atStart(doc).from : Selection.atEnd(doc).to);
  }

  end(): void {
    if (this.#span === null || this.#isMoving) return;
    this.#span = null;
    CSS.highlights.delete(HIGHLIGHT);
  }

  /** Ends it with the caret at an end of the page. */
  leave(edge: Edge): void {
    this.end();
    this.#page.go(edge === 'start' ? 'headline' : 'body', edge);
  }

  /** Ends it with the caret at one of its own ends, or where it was extended last. */
  collapse(edge: Edge | 'head'): void {
    const views = this.#page.views();
    const span = this.#span;
    if (span === null || views === null) return;
    if (span.isWhole) {
      if (edge === 'head') this.end();
      else this.leave(edge);
      return;
    }
    const fields = fieldsBetween(span.anchor, span.head);
    const field = edge === 'head' ? span.head : (fields.at(edge === 'start' ? 0 : -1) ?? span.head);
    const { selection, doc, tr } = views[field].state;
    this.end();
    const pos = edge === 'head' ? selection.head : edge === 'start' ? selection.from : selection.to;
    views[field].dispatch(tr.setSelection(Selection.near(doc.resolve(pos))).scrollIntoView());
    views[field].focus();
  }

  /**
   * Takes out what is selected in every field, as one step of undo that typing goes on, and puts the caret where it
   * began. Fields stay apart: nothing of one ever goes into another.
   */
  clear(): void {
    const views = this.#page.views();
    const span = this.#span;
    this.end();
    if (views === null || span === null || this.#page.readOnly()) return;
    const fields = fieldsBetween(span.anchor, span.head);
    const first = fields[0] ?? 'headline';
    // First the caret: entering an editor ends a step of undo, and a letter that follows belongs to this one.
    if (span.isWhole) this.#page.go(first, 'start');
    else views[first].focus();
    this.#page.beginStep();
    for (const field of fields) clearPart(views[field], span.isWhole);
  }

  /**
   * The same where `field` has the keyboard and what is selected there is replaced by what an input method composes: the
   * editor it composes in is left alone.
   */
  clearAround(field: TextField): void {
    const views = this.#page.views();
    const span = this.#span;
    this.end();
    if (views === null || span === null || this.#page.readOnly()) return;
    this.#page.beginComposition(views[field]);
    for (const other of fieldsBetween(span.anchor, span.head)) {
      if (other !== field) clearPart(views[other], span.isWhole);
    }
  }

  /** The fields in which something is selected, in the order of the page; none while that is one alone. */
  fields(): readonly TextField[] {
    return this.#span === null ? [] : fieldsBetween(this.#span.anchor, this.#span.head);
  }

  /** Everything selected, in order, the headline as a section heading; null while nothing is. */
  nodes(): readonly Node[] | null {
    const span = this.#span;
    const views = span === null ? null : this.#page.views();
    if (span === null || views === null) return null;
    return fieldsBetween(span.anchor, span.head).flatMap((field): Node[] => {
      const { doc, selection } = views[field].state;
      const selected = span.isWhole ? doc.content : selection.content().content;
      // Empty lines are left out; a picture without a caption is none.
      const blocks = selected.content.filter((block) => !isTextBlockNode(block) || block.content.size > 0);
      return field === 'headline' ? blocks.map(asHeading) : [...blocks];
    });
  }

  /** The browser draws the part in the field with the keyboard, unless all is selected. */
  #draw(): void {
    const views = this.#page.views();
    const span = this.#span;
    if (views === null || span === null) return;
    const fields = fieldsBetween(span.anchor, span.head).filter((field) => span.isWhole || field !== span.head);
    const ranges = fields.map((field) => rangeOf(views[field], span.isWhole));
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  }
}

function clearPart(view: EditorView, isWhole: boolean): void {
  const { state } = view;
  const cleared = isWhole || coversAll(state) ? emptied(state) : state.tr.deleteSelection();
  if (cleared !== null) view.dispatch(cleared);
}

function rangeOf(view: EditorView, isWhole: boolean): Range {
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

/** These two fields and what is between them, in the order of the page. */
function fieldsBetween(one: TextField, other: TextField): readonly TextField[] {
  const [a, b] = [FIELDS_OF_TEXT.indexOf(one), FIELDS_OF_TEXT.indexOf(other)];
  return FIELDS_OF_TEXT.slice(Math.min(a, b), Math.max(a, b) + 1);
}

function asHeading(line: Node): Node {
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
