import { Fragment, type Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { NODE } from '#shared/document/layout.ts';
import { asOwnStep } from '../binding/own-step.ts';
import { caretTo } from './table-commands.ts';
import { emptyCell, emptyRow, rowPosition, selectedCells, widthOf } from './grid.ts';

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
  const { table, pos, top, first } = area;
  const added = emptyRow(table, Math.max(widthOf(table), first + columns));
  const written = rows.map((cells, index) => writtenRow(table.maybeChild(top + index) ?? added, first, cells));
  // All rows in one replacement: a transaction works through the whole table once more for each.
  const transaction = asOwnStep(view.state.tr);
  transaction.replaceWith(rowPosition(table, pos, top), rowPosition(table, pos, top + rows.length), written);
  caretTo(transaction, pos, top + rows.length - 1, first + (rows.at(-1)?.length ?? 1) - 1);
  view.dispatch(transaction.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
}

/** A row with these cells in place of what it has from column `first` on. */
function writtenRow(row: Node, first: number, contents: readonly CellContent[]): Node {
  const cells = [...row.content.content];
  while (cells.length < first + contents.length) cells.push(emptyCell(row, false));
  for (const [at, content] of contents.entries()) {
    const cell = cells[first + at];
    if (cell !== undefined) cells[first + at] = cell.copy(inlineOf(row, content));
  }
  return row.copy(Fragment.from(cells));
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

function inlineOf({ type }: Node, content: CellContent): Fragment {
  if (typeof content !== 'string') return content;
  const { schema } = type;
  const lineBreak = schema.nodes[NODE.hardBreak];
  const nodes = content.split(/\r?\n/u).flatMap((line, at): Node[] => {
    const words = line === '' ? [] : [schema.text(line)];
    return at === 0 || lineBreak === undefined ? words : [lineBreak.create(), ...words];
  });
  return Fragment.from(nodes);
}
