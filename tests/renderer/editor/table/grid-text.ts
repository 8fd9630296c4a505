import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { schema } from '../text.ts';

/** A table: rows of texts; `#` before a text makes its cell a heading, `|` in one is the caret. */
export function table(...rows: readonly (readonly string[])[]): Node {
  return schema.node(
    'table',
    null,
    rows.map((row) => schema.node('tableRow', null, row.map(cell))),
  );
}

function cell(text: string): Node {
  const header = text.startsWith('#');
  const words = header ? text.slice(1) : text;
  return schema.node('tableCell', header ? { header: true } : null, words === '' ? [] : [schema.text(words)]);
}

/** The rows of the first table, as `table` takes them, with the caret. */
export function rowsOf(state: EditorState): string[][] {
  const { $head, head } = state.selection;
  const rows: string[][] = [];
  state.doc.descendants((node, pos) => {
    if (node.type.name === 'tableRow') rows.push([]);
    if (node.type.name !== 'tableCell') return true;
    const text = node.textBetween(0, node.content.size, '', '\n');
    const at = head - pos - 1;
    const withCaret = $head.parent === node ? `${text.slice(0, at)}|${text.slice(at)}` : text;
    rows.at(-1)?.push(`${node.attrs['header'] === true ? '#' : ''}${withCaret}`);
    return false;
  });
  return rows;
}
