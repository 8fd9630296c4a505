import { TextSelection } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import * as fc from 'fast-check';
import { replaceText } from '#shared/document/replace.ts';
import { setKind, toggleBox, toggleList } from '#renderer/editor/block-commands.ts';
import type { Writer } from './writer.ts';

/** What a person may do to a text; `a` and `b` choose where, scaled to what is there when it is done. */
const EDITS = [
  'type',
  'type',
  'type',
  'heading',
  'list',
  'quote',
  'box',
  'mark',
  'unmark',
  'break',
  'split',
  'join',
  'deleteText',
  'deleteBlocks',
  'moveSection',
  'replace',
  'alt',
  'undo',
  'redo',
] as const;

export interface Edit {
  readonly edit: (typeof EDITS)[number];
  readonly a: number;
  readonly b: number;
}

const fraction = fc.integer({ min: 0, max: 999 }).map((part) => part / 1_000);
export const edit: fc.Arbitrary<Edit> = fc.record({ edit: fc.constantFrom(...EDITS), a: fraction, b: fraction });

/** Hands out characters that occur nowhere else, so that each can be looked for. */
export class Ink {
  #next = 0x4e00;
  take(count: number): string {
    const from = this.#next;
    this.#next += count;
    return String.fromCodePoint(...Array.from({ length: count }, (_, at) => from + at));
  }
}

/** Does one edit in the body's editor, as its commands do it. Nothing where there is no place for it. */
export function perform(writer: Writer, { edit, a, b }: Edit, ink: Ink): void {
  const { body } = writer.editors;
  const { state, view } = body;
  const { doc, tr, schema } = state;
  const [from, to] = range(doc, a, b);
  const select = (): typeof state => {
    view.dispatch(state.tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
    return view.state;
  };
  const dispatch = view.dispatch.bind(view);
  switch (edit) {
    case 'type':
      dispatch(tr.insertText(ink.take(1 + Math.floor(b * 4)), textPlace(doc, a)));
      return;
    case 'heading':
      setKind(b < 0.5 ? 'heading2' : 'paragraph')(select(), dispatch);
      return;
    case 'list':
      toggleList(b < 0.5 ? 'bulleted' : 'numbered')(select(), dispatch);
      return;
    case 'quote':
      setKind(b < 0.5 ? 'blockQuote' : 'pullQuote')(select(), dispatch);
      return;
    case 'box':
      toggleBox(() => 'box')(select(), dispatch);
      return;
    case 'mark':
      dispatch(tr.addMark(from, to, schema.mark(b < 0.5 ? 'bold' : 'link', b < 0.5 ? null : { href: 'https://a.b/' })));
      return;
    case 'unmark':
      dispatch(tr.removeMark(from, to));
      return;
    case 'break':
      dispatch(tr.insert(textPlace(doc, a), schema.node('hardBreak')));
      return;
    case 'split': {
      const at = textPlace(doc, a);
      if (doc.resolve(at).parent.type.name === 'textBlock') dispatch(tr.split(at));
      return;
    }
    case 'join': {
      const at = boundary(doc, a);
      const { nodeBefore, nodeAfter } = doc.resolve(at);
      if (nodeBefore?.type.name === 'textBlock' && nodeAfter?.type.name === 'textBlock') dispatch(tr.join(at));
      return;
    }
    case 'deleteText':
      dispatch(tr.delete(from, Math.min(to, from + 8)));
      return;
    case 'deleteBlocks':
      dispatch(tr.delete(...between(doc, a, Math.min(b, 0.3))));
      return;
    case 'moveSection': {
      const [start, end] = between(doc, a, 0.25);
      const moved = doc.slice(start, end).content;
      if (moved.childCount === doc.childCount) return;
      tr.delete(start, end);
      dispatch(tr.insert(boundary(tr.doc, b), moved));
      return;
    }
    case 'replace': {
      const text = doc.textBetween(0, doc.content.size, '\n');
      const at = Math.floor(a * text.length);
      const found = text.slice(at, at + 2);
      if (found.length === 2 && !found.includes('\n')) {
        replaceText(writer.doc, found, found.slice(0, 1) + ink.take(1) + found.slice(1), { all: true });
      }
      return;
    }
    case 'alt':
      doc.forEach((node, pos) => {
        if (node.type.name === 'figure') dispatch(view.state.tr.setNodeAttribute(pos, 'alt', ink.take(2)));
      });
      return;
    case 'undo':
      writer.undoManager.undo();
      return;
    case 'redo':
      writer.undoManager.redo();
  }
}

/** A place in running text, a caption or a cell. */
function textPlace(doc: Node, at: number): number {
  const places: number[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) for (let offset = 0; offset <= node.content.size; offset += 1) places.push(pos + 1 + offset);
  });
  return places[Math.floor(at * places.length)] ?? 1;
}

/** A place between top-level blocks. */
function boundary(doc: Node, at: number): number {
  const places = [0];
  doc.forEach((node, pos) => places.push(pos + node.nodeSize));
  return places[Math.floor(at * places.length)] ?? 0;
}

function between(doc: Node, from: number, share: number): [number, number] {
  const start = boundary(doc, from);
  const end = boundary(doc, Math.min(from + share, 0.999));
  return [start, end];
}

function range(doc: Node, a: number, b: number): [number, number] {
  const one = textPlace(doc, a);
  const other = textPlace(doc, b);
  return one < other ? [one, other] : [other, one];
}
