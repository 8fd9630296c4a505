import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { asOwnStep } from '../binding/own-step.ts';
import { insertAfterBlock } from '../insert-block.ts';
import {
  cellPosition,
  emptyCell,
  emptyRow,
  evenOut,
  isHeaderColumn,
  isHeaderRow,
  rowPosition,
  selectedCells,
  selectedTable,
  tableIn,
  widthOf,
  type CellArea,
} from './grid.ts';

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
  readonly header: boolean;
}

/** Puts an empty table after the block with the caret (in its place where that is an empty line), the caret in it. */
export function insertTable({ rows, columns, header }: TableSize): Command {
  return (state, dispatch) => {
    const { table: tableType, tableRow, tableCell } = state.schema.nodes;
    if (tableType === undefined || tableRow === undefined || tableCell === undefined) return false;
    const cell = (row: number): Node => tableCell.create(header && row === 0 ? { header: true } : null);
    const row = (at: number): Node =>
      tableRow.create(
        null,
        Array.from({ length: columns }, () => cell(at)),
      );
    const table = tableType.create(
      null,
      Array.from({ length: rows }, (_, at) => row(at)),
    );
    return insertAfterBlock(table, (pos) => pos + 3)(state, dispatch);
  };
}

/** A command on the cells that are selected; not possible outside tables. */
function onCells(change: (transaction: Transaction, area: CellArea) => void): Command {
  return (state, dispatch) => {
    const area = selectedCells(state);
    if (area === null) return false;
    if (dispatch) {
      const transaction = asOwnStep(state.tr);
      change(transaction, area);
      dispatch(transaction.scrollIntoView());
    }
    return true;
  };
}

/** Adds an empty row above or below the selected ones, with the caret in it. */
export function addRow(side: 'above' | 'below'): Command {
  return onCells((transaction, { table, pos, top, bottom, first }) => {
    const row = side === 'above' ? top : bottom + 1;
    insertRow(transaction, table, pos, row);
    caretTo(transaction, pos, row, first);
  });
}

function insertRow(transaction: Transaction, table: Node, pos: number, row: number): void {
  transaction.insert(rowPosition(table, pos, row), emptyRow(table, Math.max(1, widthOf(table))));
}

/** Adds an empty column before or after the selected ones, with the caret in it. */
export function addColumn(side: 'before' | 'after'): Command {
  return onCells((transaction, { pos, top, first, last }) => {
    const column = side === 'before' ? first : last + 1;
    insertColumn(transaction, pos, column);
    caretTo(transaction, pos, top, column);
  });
}

function insertColumn(transaction: Transaction, pos: number, column: number): void {
  const table = evenOut(transaction, pos);
  for (let row = table.childCount - 1; row >= 0; row -= 1) {
    const header = table.childCount > 1 && isHeaderRow(table.child(row)) && !isHeaderColumn(table, column);
    transaction.insert(cellPosition(table, pos, row, column), emptyCell(table, header));
  }
}

/** Takes the selected rows out; the table goes with its last row. */
export const deleteRows: Command = onCells((transaction, { table, pos, top, bottom, first }) => {
  if (bottom - top + 1 >= table.childCount) return removeTable(transaction, table, pos);
  transaction.delete(rowPosition(table, pos, top), rowPosition(table, pos, bottom + 1));
  return caretTo(transaction, pos, top, first);
});

/** Takes the selected columns out; the table goes with its last column. */
export const deleteColumns: Command = onCells((transaction, { table, pos, top, first, last }) => {
  if (first === 0 && last + 1 >= widthOf(table)) return removeTable(transaction, table, pos);
  for (let row = table.childCount - 1; row >= 0; row -= 1) {
    const from = cellPosition(table, pos, row, first);
    const to = cellPosition(table, pos, row, last + 1);
    if (to > from) transaction.delete(from, to);
  }
  return caretTo(transaction, pos, top, first);
});

/** Makes the first row headings, or plain cells where it is headings already. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  const found = selectedTable(state);
  const row = found?.table.firstChild ?? null;
  if (found === null || row === null || row.childCount === 0) return false;
  const header = isHeaderRow(row) ? null : true;
  const transaction = asOwnStep(state.tr);
  for (let column = 0; column < row.childCount; column += 1) {
    transaction.setNodeAttribute(cellPosition(found.table, found.pos, 0, column), 'header', header);
  }
  dispatch?.(transaction);
  return true;
};

/** Takes the whole table out. */
export const deleteTable: Command = (state, dispatch) => {
  const found = selectedTable(state);
  if (found === null) return false;
  if (dispatch) {
    const transaction = asOwnStep(state.tr);
    removeTable(transaction, found.table, found.pos);
    dispatch(transaction.scrollIntoView());
  }
  return true;
};

/** A body is never empty: where the table was all there was, an empty paragraph stands in its place. */
function removeTable(transaction: Transaction, table: Node, pos: number): void {
  const paragraph = table.type.schema.nodes[NODE.textBlock];
  const end = pos + table.nodeSize;
  if (transaction.doc.childCount === 1 && paragraph !== undefined) {
    transaction.replaceWith(pos, end, paragraph.create());
  } else {
    transaction.delete(pos, end);
  }
  const place = transaction.doc.resolve(Math.min(pos, transaction.doc.content.size));
  transaction.setSelection(TextSelection.near(place, place.nodeAfter === null ? -1 : 1));
}

/** Puts the caret at the end of a cell, or of the nearest one there is. */
export function caretTo(transaction: Transaction, pos: number, row: number, column: number): void {
  const table = tableIn(transaction, pos);
  const cells = table.maybeChild(Math.min(row, table.childCount - 1));
  if (cells === null || cells === undefined || cells.childCount === 0) return;
  const at = Math.min(column, cells.childCount - 1);
  const start = cellPosition(table, pos, Math.min(row, table.childCount - 1), at) + 1;
  transaction.setSelection(TextSelection.create(transaction.doc, start + cells.child(at).content.size));
}

/** Goes to the next cell, or the one before. Past the last one a row is added; before the first the caret leaves. */
export function goToCell(by: 1 | -1): Command {
  return (state, dispatch) => {
    const area = selectedCells(state);
    if (area === null) return false;
    const { table, pos } = area;
    let [row, column] = by === 1 ? [area.bottom, area.last + 1] : [area.top, area.first - 1];
    while (row >= 0 && row < table.childCount && (column < 0 || column >= table.child(row).childCount)) {
      row += by;
      column = by === 1 ? 0 : (table.maybeChild(row)?.childCount ?? 0) - 1;
    }
    if (row >= table.childCount) {
      dispatch?.(withRowAtEnd(state.tr, pos));
      return true;
    }
    if (row < 0) return true;
    const transaction = state.tr;
    caretTo(transaction, pos, row, column);
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

function withRowAtEnd(transaction: Transaction, pos: number): Transaction {
  const table = tableIn(transaction, pos);
  insertRow(transaction, table, pos, table.childCount);
  caretTo(transaction, pos, table.childCount, 0);
  return asOwnStep(transaction).scrollIntoView();
}
