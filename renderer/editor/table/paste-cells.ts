import { Fragment, type Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { NODE } from '#shared/document/layout.ts';
import { asOwnStep } from '../binding/own-step.ts';
import { caretTo } from './table-commands.ts';
import { cellPosition, emptyCell, emptyRow, rowPosition, selectedCells, tableIn, widthOf } from './grid.ts';

/** What goes into one cell: its inline content, or plain text. */
export type CellContent = Fragment | string;

/**
 * Writes rows of cells into the table with the caret, from the first selected cell on, in place of what is there. Rows
 * and columns that lack are added. False, and nothing done, where the caret is in no table or there is but one cell
 * (that is pasted like any other text). One undo step; cells that are there already stay the same ones.
 */
export function pasteIntoTable(view: EditorView, rows: readonly (readonly CellContent[])[]): boolean {
  const area = selectedCells(view.state);
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (area === null || rows.length * columns < 2) return false;
  const { pos, top, first } = area;
  const transaction = asOwnStep(view.state.tr);
  const width = Math.max(widthOf(area.table), first + columns);
  for (let row = tableIn(transaction, pos).childCount; row < top + rows.length; row += 1) {
    const table = tableIn(transaction, pos);
    transaction.insert(rowPosition(table, pos, row), emptyRow(table, width));
  }
  for (const [index, cells] of [...rows.entries()].reverse()) {
    const row = top + index;
    const lacking = first + cells.length - tableIn(transaction, pos).child(row).childCount;
    if (lacking > 0) {
      const table = tableIn(transaction, pos);
      const added = Array.from({ length: lacking }, () => emptyCell(table, false));
      transaction.insert(cellPosition(table, pos, row, table.child(row).childCount), added);
    }
    for (const [at, content] of [...cells.entries()].reverse()) {
      const table = tableIn(transaction, pos);
      const column = first + at;
      const start = cellPosition(table, pos, row, column) + 1;
      transaction.replaceWith(start, start + table.child(row).child(column).content.size, inlineOf(table, content));
    }
  }
  caretTo(transaction, pos, top + rows.length - 1, first + (rows.at(-1)?.length ?? 1) - 1);
  view.dispatch(transaction.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
}

/** The rows of a table node, as `pasteIntoTable` takes them. */
export function rowsOfTable(table: Node): Fragment[][] {
  return table.content.content.map((row) => row.content.content.map((cell) => cell.content));
}

/** Plain text with tabs, as spreadsheets copy it, as rows of cells; null for other text. A quoted cell may hold lines. */
export function rowsOfText(text: string): string[][] | null {
  if (!text.includes('\t')) return null;
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\r?\n|$)/gu;
  const source = text.replace(/\r?\n$/u, '');
  for (const [, content = '', end] of source.matchAll(cell)) {
    const quoted = content.startsWith('"') && content.endsWith('"') && content.length > 1;
    rows.at(-1)?.push(quoted ? content.slice(1, -1).replaceAll('""', '"') : content.replace(/\r$/u, ''));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

function inlineOf(table: Node, content: CellContent): Fragment {
  if (typeof content !== 'string') return content;
  const { schema } = table.type;
  const lineBreak = schema.nodes[NODE.hardBreak];
  const nodes = content.split(/\r?\n/u).flatMap((line, at): Node[] => {
    const words = line === '' ? [] : [schema.text(line)];
    return at === 0 || lineBreak === undefined ? words : [lineBreak.create(), ...words];
  });
  return Fragment.from(nodes);
}
