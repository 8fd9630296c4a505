// @vitest-environment jsdom
import type { EditorState, Command } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import { CellSelection } from '#renderer/editor/table/cell-selection.ts';
import { cellPosition, selectedCells } from '#renderer/editor/table/grid.ts';
import { moveColumn, moveRow } from '#renderer/editor/table/move.ts';
import { pasteIntoTable, rowsOfText } from '#renderer/editor/table/paste-cells.ts';
import {
  addColumn,
  addRow,
  deleteColumns,
  deleteRows,
  deleteTable,
  goToCell,
  insertTable,
  toggleHeaderRow,
} from '#renderer/editor/table/table-commands.ts';
import { block, bodyOf } from '../text.ts';
import { rowsOf, table } from './grid-text.ts';

/** The state after a command, as the page runs it. */
function after(state: EditorState, ...commands: readonly Command[]): EditorState {
  const view = new EditorView(document.createElement('div'), { state });
  for (const command of commands) command(view.state, view.dispatch.bind(view), view);
  view.state.doc.check();
  view.destroy();
  return view.state;
}

const drawn =
  (...ends: readonly [readonly [number, number], readonly [number, number]]): Command =>
  ({ doc, tr }, dispatch) => {
    const grid = doc.child(0);
    const [anchor, head] = ends.map(([row, column]) => doc.resolve(cellPosition(grid, 0, row, column)));
    if (anchor !== undefined && head !== undefined) dispatch?.(tr.setSelection(new CellSelection(anchor, head)));
    return true;
  };

describe('tables', () => {
  it('are put in the place of an empty line, with a row of headings and the caret in the first cell', () => {
    const state = after(bodyOf(block('before'), block('|')), insertTable({ rows: 2, columns: 2, header: true }));
    expect(state.doc.childCount).toBe(2);
    expect(rowsOf(state)).toEqual([
      ['#|', '#'],
      ['', ''],
    ]);
  });

  it('get rows and columns beside the caret', () => {
    const state = bodyOf(table(['#a', '#b'], ['c|', 'd']));
    expect(rowsOf(after(state, addRow('below')))).toEqual([
      ['#a', '#b'],
      ['c', 'd'],
      ['|', ''],
    ]);
    expect(rowsOf(after(state, addRow('above')))).toEqual([
      ['#a', '#b'],
      ['|', ''],
      ['c', 'd'],
    ]);
    expect(rowsOf(after(state, addColumn('after')))).toEqual([
      ['#a', '#', '#b'],
      ['c', '|', 'd'],
    ]);
    expect(rowsOf(after(state, addColumn('before')))).toEqual([
      ['#', '#a', '#b'],
      ['|', 'c', 'd'],
    ]);
  });

  it('lose rows and columns, and go with the last of them', () => {
    const state = bodyOf(table(['a', 'b'], ['c|', 'd']), block('after'));
    expect(rowsOf(after(state, deleteRows))).toEqual([['a|', 'b']]);
    expect(rowsOf(after(state, deleteColumns))).toEqual([['b'], ['d|']]);
    expect(after(state, deleteRows, deleteRows).doc.childCount).toBe(1);
    expect(after(state, deleteTable).doc.textContent).toBe('after');
    const alone = after(bodyOf(table(['a|'])), deleteColumns);
    expect(alone.doc.firstChild?.type.name).toBe('textBlock');
  });

  it('move rows and columns with the caret in them', () => {
    const state = bodyOf(table(['a', 'b', 'c'], ['d', 'e|e', 'f'], ['g', 'h', 'i']));
    expect(rowsOf(after(state, moveRow(1)))).toEqual([
      ['a', 'b', 'c'],
      ['g', 'h', 'i'],
      ['d', 'e|e', 'f'],
    ]);
    expect(rowsOf(after(state, moveRow(-1)))).toEqual([
      ['d', 'e|e', 'f'],
      ['a', 'b', 'c'],
      ['g', 'h', 'i'],
    ]);
    expect(rowsOf(after(state, moveColumn(1)))).toEqual([
      ['a', 'c', 'b'],
      ['d', 'f', 'e|e'],
      ['g', 'i', 'h'],
    ]);
    expect(rowsOf(after(state, moveColumn(-1)))).toEqual([
      ['b', 'a', 'c'],
      ['e|e', 'd', 'f'],
      ['h', 'g', 'i'],
    ]);
    expect(moveRow(1)(bodyOf(table(['a'], ['b|'])))).toBe(false);
    const two = after(state, drawn([0, 0], [1, 1]), moveRow(1));
    expect(rowsOf(two).map(([, second]) => second)).toEqual(['h', 'b', '|ee']);
    const wide = after(state, drawn([0, 0], [0, 1]), moveColumn(1));
    expect(rowsOf(wide)[0]).toEqual(['c', 'a', '|b']);
  });

  it('with rows of different length are evened out by what changes their columns', () => {
    const state = bodyOf(table(['a', 'b', 'c'], ['d|'], []));
    expect(rowsOf(after(state, addColumn('after')))).toEqual([
      ['a', '', 'b', 'c'],
      ['d', '|', '', ''],
      ['', '', '', ''],
    ]);
    expect(rowsOf(after(state, moveColumn(1)))).toEqual([
      ['b', 'a', 'c'],
      ['', 'd|', ''],
      ['', '', ''],
    ]);
    expect(rowsOf(after(state, goToCell(1)))).toEqual([['a', 'b', 'c'], ['d'], [], ['|', '', '']]);
    expect(rowsOf(after(state, goToCell(-1)))).toEqual([['a', 'b', 'c|'], ['d'], []]);
  });

  it('make the first row headings and plain again, changing attributes only', () => {
    const state = bodyOf(table(['a|', '#b'], ['c', 'd']));
    const headed = after(state, toggleHeaderRow);
    expect(rowsOf(headed)[0]).toEqual(['#a|', '#b']);
    expect(rowsOf(after(headed, toggleHeaderRow))[0]).toEqual(['a|', 'b']);
  });

  it('go by Tab from cell to cell, and grow past the last', () => {
    const state = bodyOf(table(['a|', 'b'], ['c', 'd']));
    expect(rowsOf(after(state, goToCell(1), goToCell(1)))).toEqual([
      ['a', 'b'],
      ['c|', 'd'],
    ]);
    expect(rowsOf(after(state, goToCell(1), goToCell(1), goToCell(1), goToCell(1)))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['|', ''],
    ]);
    expect(rowsOf(after(state, goToCell(1), goToCell(-1), goToCell(-1)))).toEqual([
      ['a|', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keep their cells when several are emptied or typed over', () => {
    const state = after(bodyOf(table(['a|', 'b', 'c'], ['d', 'e', 'f'])), drawn([0, 0], [1, 1]));
    expect(selectedCells(state)).toMatchObject({ top: 0, bottom: 1, first: 0, last: 1 });
    const emptied = state.apply(state.tr.deleteSelection());
    expect(rowsOf(emptied)).toEqual([
      ['', '', 'c'],
      ['', '|', 'f'],
    ]);
    const typed = state.apply(state.tr.insertText('x'));
    expect(rowsOf(typed)).toEqual([
      ['', '', 'c'],
      ['', 'x|', 'f'],
    ]);
    expect(state.selection.content().content.firstChild?.childCount).toBe(2);
  });

  it('take in any number of rows in one replacement, and leave the cells beside them as they are', () => {
    const start = bodyOf(table(['#a', '#b'], ['c', 'd|'], ['e', 'f']));
    let steps = 0;
    const view = new EditorView(document.createElement('div'), {
      state: start,
      dispatchTransaction: (transaction) => {
        steps += transaction.steps.length;
        view.updateState(view.state.apply(transaction));
      },
    });
    const rows = Array.from({ length: 1_600 }, (_unused, at) => [`${at}`, `x${at}`]);
    expect(pasteIntoTable(view, rows)).toBe(true);
    expect(steps).toBe(1);
    const written = rowsOf(view.state);
    expect(written).toHaveLength(1_601);
    expect([0, 1, 2, 1_600].map((row) => written[row])).toEqual([
      ['#a', '#b'],
      ['c', '0', 'x0'],
      ['e', '1', 'x1'],
      ['', '1599', 'x1599|'],
    ]);
    const [before, now] = [start.doc.firstChild, view.state.doc.firstChild];
    expect(now?.child(0)).toBe(before?.child(0));
    expect(now?.child(1).child(0)).toBe(before?.child(1).child(0));
    view.destroy();
  });

  it('take in rows from a spreadsheet, growing where they must', () => {
    const view = new EditorView(document.createElement('div'), { state: bodyOf(table(['a', 'b'], ['c', 'd|'])) });
    expect(pasteIntoTable(view, [['only one']])).toBe(false);
    expect(
      pasteIntoTable(view, [
        ['1', '2'],
        ['3', 'two\nlines'],
      ]),
    ).toBe(true);
    expect(rowsOf(view.state)).toEqual([
      ['a', 'b'],
      ['c', '1', '2'],
      ['', '3', 'two\nlines|'],
    ]);
    view.destroy();
    expect(rowsOfText('a\tb\r\nc\t"d ""e""\nf"\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd "e"\nf'],
    ]);
    expect(rowsOfText('no tab')).toBeNull();
  });
});
