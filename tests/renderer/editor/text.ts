import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';

/** The schema of these bodies. */
export const schema = getSchema(schemaExtensions('body'));

type Attributes = Readonly<Record<string, unknown>>;

/** A text block; `|` marks where the caret stands. */
export function block(text: string, attributes: Attributes = {}): Node {
  return schema.node('textBlock', attributes, text === '' ? [] : [schema.text(text)]);
}

export function figure(caption: string): Node {
  return schema.node('figure', null, caption === '' ? [] : [schema.text(caption)]);
}

/** A body whose one `|` is the caret. */
export function bodyOf(...blocks: readonly Node[]): EditorState {
  let caret = -1;
  const doc = schema.node('doc', null, [...blocks]);
  doc.descendants((node, pos) => {
    const at = node.text?.indexOf('|') ?? -1;
    if (at >= 0) caret = pos + at;
  });
  const state = EditorState.create({ doc });
  const placed = state.tr.delete(caret, caret + 1);
  return state.apply(placed.setSelection(TextSelection.create(placed.doc, caret)));
}

/** The state after the command; the same one where it did not apply. */
export function after(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}

/** Each block as `kind:text`, with its list, indent and box where it has them, and `|` for the caret. */
export function told(state: EditorState): string[] {
  const lines: string[] = [];
  const { from, $from } = state.selection;
  state.doc.forEach((node, offset) => {
    const { kind, level, list, indent, box } = node.attrs as Attributes;
    const name = node.type.name === 'textBlock' ? [kind, level].filter(Boolean).join('') : node.type.name;
    const more = [list, indent, box].filter((part) => part !== null && part !== undefined).join(' ');
    const at = from - offset - 1;
    const text = node.textContent;
    const here = $from.depth > 0 && $from.before(1) === offset ? `${text.slice(0, at)}|${text.slice(at)}` : text;
    lines.push(`${String(name)}${more === '' ? '' : ` ${more}`}: ${here}`);
  });
  return lines;
}
