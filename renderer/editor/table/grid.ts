import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { CellSelection } from './cell-selection.ts';

/** Cells of one table, from the first row and column to the last, both counted in. `pos` is just before the table. */
export interface CellArea {
  readonly table: Node;
  readonly pos: number;
  readonly top: number;
  readonly bottom: number;
  readonly first: number;
  readonly last: number;
}

/** The cells the selection is in; null outside tables. Tables stand at the top of the body, never in one another. */
export function selectedCells(state: EditorState): CellArea | null {
  const { selection } = state;
  const [from, to] =
    selection instanceof CellSelection
      ? [selection.$anchorCell, selection.$headCell]
      : [selection.$from, selection.$to];
  if (!isInCell(from) || !isInCell(to) || from.before(1) !== to.before(1)) return null;
  const [top, bottom] = inOrder(from.index(1), to.index(1));
  const [first, last] = inOrder(from.index(2), to.index(2));
  return { table: from.node(1), pos: from.before(1), top, bottom, first, last };
}

/** The table the selection is in, or that is selected as a whole. */
export function selectedTable(state: EditorState): { readonly table: Node; readonly pos: number } | null {
  const { selection } = state;
  if (selection instanceof NodeSelection && selection.node.type.name === NODE.table) {
    return { table: selection.node, pos: selection.from };
  }
  return selectedCells(state);
}

function isInCell($pos: ResolvedPos): boolean {
  return $pos.depth >= 2 && $pos.node(1).type.name === NODE.table;
}

function inOrder(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one];
}

/** How many cells the longest row has: rows may differ after two people changed a table at once. */
export function widthOf(table: Node): number {
  let width = 0;
  table.forEach((row) => (width = Math.max(width, row.childCount)));
  return width;
}

/** The position just before a row. One past the last is the place after all rows. */
export function rowPosition(table: Node, pos: number, row: number): number {
  let at = pos + 1;
  for (let index = 0; index < Math.min(row, table.childCount); index += 1) at += table.child(index).nodeSize;
  return at;
}

/** The position just before a cell. One past the last of the row is the place after all of its cells. */
export function cellPosition(table: Node, pos: number, row: number, column: number): number {
  let at = rowPosition(table, pos, row) + 1;
  const cells = table.child(row);
  for (let index = 0; index < Math.min(column, cells.childCount); index += 1) at += cells.child(index).nodeSize;
  return at;
}

/** True where every cell of the row is a heading. */
export function isHeaderRow(row: Node): boolean {
  return row.childCount > 0 && row.content.content.every(isHeaderCell);
}

function isHeaderCell(cell: Node): boolean {
  return cell.attrs['header'] === true;
}

/** A new empty cell. */
export function emptyCell(table: Node, header: boolean): Node {
  return nodeType(table, NODE.tableCell).create(header ? { header: true } : null);
}

/** A new empty row beside `like`: headings where its columns are headings all the way down. */
export function emptyRow(table: Node, width: number): Node {
  const cells = Array.from({ length: width }, (_, column) => emptyCell(table, isHeaderColumn(table, column)));
  return nodeType(table, NODE.tableRow).create(null, cells);
}

/** True where the column is headings below the first row, which may be a row of headings by itself. */
export function isHeaderColumn(table: Node, column: number): boolean {
  if (table.childCount < 2) return false;
  return table.content.content.slice(1).every((row) => row.maybeChild(column)?.attrs['header'] === true);
}

function nodeType(table: Node, name: string) {
  const type = table.type.schema.nodes[name];
  if (type === undefined) throw new Error(`The schema has no ${name}.`);
  return type;
}

/** Gives every row as many cells as the longest has. Answers the table as it then is. */
export function evenOut(transaction: Transaction, pos: number): Node {
  const table = tableIn(transaction, pos);
  const width = widthOf(table);
  for (let row = table.childCount - 1; row >= 0; row -= 1) {
    const cells = table.child(row);
    const lacking = Array.from({ length: width - cells.childCount }, () => emptyCell(table, isHeaderRow(cells)));
    if (lacking.length > 0) transaction.insert(cellPosition(table, pos, row, cells.childCount), lacking);
  }
  return tableIn(transaction, pos);
}

/** The table at a position of what the transaction has made so far. */
export function tableIn(transaction: Transaction, pos: number): Node {
  const table = transaction.doc.nodeAt(pos);
  if (table?.type.name !== NODE.table) throw new Error('There is no table here.');
  return table;
}
