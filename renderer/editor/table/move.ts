import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { asOwnStep, asSameStep } from '../binding/own-step.ts';
import { CellSelection } from './cell-selection.ts';
import { cellPosition, evenOut, rowPosition, selectedCells, tableIn, widthOf } from './grid.ts';

/*
 * Rows and columns trade places with their neighbour. What a colleague types meanwhile stays only in cells that are
 * not made anew, so of the two it is the one with less text that is taken out and put in again; and taking out and
 * putting in are told to the document one after the other, since told at once they would look like a rewriting of both.
 * For undo they are one step.
 */

/** Moves the selected rows one up (`by` -1) or down. */
export function moveRow(by: 1 | -1): Command {
  return (state, dispatch, view) => {
    const area = selectedCells(state);
    if (area === null) return false;
    const { table, pos, top, bottom } = area;
    const other = by === 1 ? bottom + 1 : top - 1;
    if (other < 0 || other >= table.childCount) return false;
    if (!dispatch || view === undefined) return true;
    const caret = caretIn(state);
    const { taken, place } = exchange(by, top, bottom, (row) => table.child(row).textContent.length);
    const rows = range(taken).map((row) => table.child(row));
    const [from, to] = [rowPosition(table, pos, taken[0]), rowPosition(table, pos, taken[1] + 1)];
    dispatch(asOwnStep(state.tr).delete(from, to));
    const transaction = asSameStep(view.state.tr);
    transaction.insert(rowPosition(tableIn(transaction, pos), pos, place), rows);
    putCaret(transaction, pos, { ...caret, row: caret.row + by });
    dispatch(transaction.scrollIntoView());
    return true;
  };
}

/** Moves the selected columns one towards the end of the line (`by` 1) or the start. */
export function moveColumn(by: 1 | -1): Command {
  return (state, dispatch, view) => {
    const area = selectedCells(state);
    if (area === null) return false;
    const { pos, first, last } = area;
    const other = by === 1 ? last + 1 : first - 1;
    if (other < 0 || other >= widthOf(area.table)) return false;
    if (!dispatch || view === undefined) return true;
    const caret = caretIn(state);
    const removal = asOwnStep(state.tr);
    const table = evenOut(removal, pos);
    const { taken, place } = exchange(by, first, last, (column) => lettersIn(table, column));
    const cells = table.content.content.map((row) => range(taken).map((column) => row.child(column)));
    for (let row = table.childCount - 1; row >= 0; row -= 1) {
      removal.delete(cellPosition(table, pos, row, taken[0]), cellPosition(table, pos, row, taken[1] + 1));
    }
    dispatch(removal);
    const transaction = asSameStep(view.state.tr);
    const narrower = tableIn(transaction, pos);
    for (let row = narrower.childCount - 1; row >= 0; row -= 1) {
      transaction.insert(cellPosition(narrower, pos, row, place), cells[row] ?? []);
    }
    putCaret(transaction, pos, { ...caret, column: caret.column + by });
    dispatch(transaction.scrollIntoView());
    return true;
  };
}

interface Exchange {
  /** The first and last of what is taken out. */
  readonly taken: readonly [number, number];
  /** Where it goes, counted without it. */
  readonly place: number;
}

/** What of `first` to `last` and the neighbour they trade places with is taken out, and where it is put in again. */
function exchange(by: 1 | -1, first: number, last: number, letters: (index: number) => number): Exchange {
  const other = by === 1 ? last + 1 : first - 1;
  const own = range([first, last]).reduce((sum, index) => sum + letters(index), 0);
  if (letters(other) <= own) return { taken: [other, other], place: by === 1 ? first : last };
  return { taken: [first, last], place: first + by };
}

function range([first, last]: readonly [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function lettersIn(table: Node, column: number): number {
  return table.content.content.reduce((sum, row) => sum + (row.maybeChild(column)?.textContent.length ?? 0), 0);
}

interface CaretInCell {
  readonly row: number;
  readonly column: number;
  readonly offset: number;
}

function caretIn({ selection }: EditorState): CaretInCell {
  const $place = selection instanceof CellSelection ? selection.$headCell : selection.$head;
  const offset = selection instanceof CellSelection ? 0 : $place.parentOffset;
  return { row: $place.index(1), column: $place.index(2), offset };
}

function putCaret(transaction: Transaction, pos: number, { row, column, offset }: CaretInCell): void {
  const at = cellPosition(tableIn(transaction, pos), pos, row, column) + 1 + offset;
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(at)));
}
