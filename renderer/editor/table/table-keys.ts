import { Extension } from '@tiptap/core';
import { GapCursor } from '@tiptap/pm/gapcursor';
import { keydownHandler } from '@tiptap/pm/keymap';
import { Plugin, TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { chordName, pressedName } from '#renderer/ui/chord.ts';
import { cellsBetween, cellsDrawn, CellSelection } from './cell-selection.ts';
import { TABLE_CHORD_NAMES, TABLE_CHORDS, type TableChord } from './chords.ts';
import { cellPosition, selectedCells } from './grid.ts';
import { moveColumn, moveRow } from './move.ts';
import { addColumn, addRow, goToCell } from './table-commands.ts';

/**
 * The keys of tables: Tab goes from cell to cell, arrows leave the table at its edges, a selection drawn over several
 * cells is one of cells. Outside tables every one of these looks at the selection's depth and is done.
 */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 950,
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) => {
        if (!transactions.some((one) => one.selectionSet) || state.selection.$head.depth !== 3) return null;
        const cells = cellsDrawn(state.selection);
        return cells === null ? null : state.tr.setSelection(cells);
      },
      props: {
        handleKeyDown: (view, event) => pressKey(view, event) || pressChord(view, event),
        decorations: ({ selection, doc }) => {
          if (!(selection instanceof CellSelection)) return null;
          const cells = cellsBetween(selection.$anchorCell, selection.$headCell);
          const marks = cells.map(({ pos, cell }) =>
            Decoration.node(pos, pos + cell.nodeSize, { class: 'table-cell-selected' }),
          );
          return DecorationSet.create(doc, marks);
        },
      },
    }),
  ],
});

const pressKey = keydownHandler({
  Tab: goToCell(1),
  'Shift-Tab': goToCell(-1),
  ArrowDown: leaveUpright(1),
  ArrowUp: leaveUpright(-1),
  ArrowLeft: leaveSideways('left'),
  ArrowRight: leaveSideways('right'),
  'Shift-ArrowDown': drawCells(() => [1, 0]),
  'Shift-ArrowUp': drawCells(() => [-1, 0]),
  'Shift-ArrowLeft': drawCells((view) => [0, towards(view, 'left')]),
  'Shift-ArrowRight': drawCells((view) => [0, towards(view, 'right')]),
});

const BY_CHORD: { readonly [Name in TableChord]: Command } = {
  rowAbove: addRow('above'),
  rowBelow: addRow('below'),
  columnLeft: bySide('left', addColumn('before'), addColumn('after')),
  columnRight: bySide('right', addColumn('before'), addColumn('after')),
  rowUp: inTable(moveRow(-1)),
  rowDown: inTable(moveRow(1)),
  moveLeft: inTable(bySide('left', moveColumn(-1), moveColumn(1))),
  moveRight: inTable(bySide('right', moveColumn(-1), moveColumn(1))),
};
const CHORDS = new Map(TABLE_CHORD_NAMES.map((name) => [chordName(TABLE_CHORDS[name]), BY_CHORD[name]]));

/** A plain letter costs a look at what else is held. */
function pressChord(view: EditorView, event: KeyboardEvent): boolean {
  const name = pressedName(event);
  return name !== null && (CHORDS.get(name)?.(view.state, view.dispatch, view) ?? false);
}

/** Nothing else happens on these keys in a table, not even where there is nothing to move past. */
function inTable(command: Command): Command {
  return (state, dispatch, view) => command(state, dispatch, view) || selectedCells(state) !== null;
}

/** Columns follow the table's direction: the key to the left goes to the next column where it runs to the left. */
function bySide(side: 'left' | 'right', before: Command, after: Command): Command {
  return (state, dispatch, view) => {
    if (view === undefined || selectedCells(state) === null) return false;
    return (towards(view, side) === 1 ? after : before)(state, dispatch, view);
  };
}

/** Which way along a row a side of the screen lies, in the table with the caret. */
function towards(view: EditorView, side: 'left' | 'right'): 1 | -1 {
  const pos = selectedCells(view.state)?.pos;
  const table = pos === undefined ? null : view.nodeDOM(pos);
  const runsLeft =
    table instanceof HTMLElement && getComputedStyle(table.querySelector('table') ?? table).direction === 'rtl';
  return (side === 'left') === runsLeft ? 1 : -1;
}

/** Up from the first row and down from the last the caret leaves the table, from whichever column. */
function leaveUpright(by: 1 | -1): Command {
  return (state, dispatch, view) => {
    const { $head, empty } = state.selection;
    const row = $head.depth === 3 ? $head.index(1) + by : 0;
    if (!empty || $head.depth !== 3 || view === undefined) return false;
    if (row >= 0 && row < $head.node(1).childCount) return false;
    return view.endOfTextblock(by === 1 ? 'down' : 'up') && leave(state, dispatch, by);
  };
}

/** Past the last place of the last cell, and before the first of the first, the caret leaves the table. */
function leaveSideways(side: 'left' | 'right'): Command {
  return (state, dispatch, view) => {
    const { $head, empty } = state.selection;
    if (!empty || $head.depth !== 3 || view === undefined) return false;
    const by = textTowards(view, side);
    const table = $head.node(1);
    const row = by === 1 ? table.childCount - 1 : 0;
    const cell = by === 1 ? $head.node(2).childCount - 1 : 0;
    const atEnd = $head.parentOffset === (by === 1 ? $head.parent.content.size : 0);
    return atEnd && $head.index(1) === row && $head.index(2) === cell && leave(state, dispatch, by);
  };
}

function textTowards(view: EditorView, side: 'left' | 'right'): 1 | -1 {
  const { node } = view.domAtPos(view.state.selection.head);
  const element = node instanceof Element ? node : node.parentElement;
  const runsLeft = element !== null && getComputedStyle(element).direction === 'rtl';
  return (side === 'left') === runsLeft ? 1 : -1;
}

/** To the text beside the table, or to the place between it and what is no text, or the end of the page. */
function leave({ selection, doc, tr }: EditorState, dispatch: Parameters<Command>[1], by: 1 | -1): boolean {
  const place = doc.resolve(by === 1 ? selection.$head.after(1) : selection.$head.before(1));
  const beside = by === 1 ? place.nodeAfter : place.nodeBefore;
  // The first block of the page leads on to the field before: that is the page's affair.
  if (beside === null && by === -1) return false;
  const next = beside?.isTextblock === true ? TextSelection.near(place, by) : new GapCursor(place);
  dispatch?.(tr.setSelection(next).scrollIntoView());
  return true;
}

/** Draws the selection over one more cell, once it is one of cells. */
function drawCells(step: (view: EditorView) => readonly [number, number]): Command {
  return ({ selection, doc, tr }, dispatch, view) => {
    if (!(selection instanceof CellSelection) || view === undefined) return false;
    const [down, along] = step(view);
    const { $headCell } = selection;
    const table = $headCell.node(1);
    const row = Math.min(Math.max($headCell.index(1) + down, 0), table.childCount - 1);
    const column = Math.min(Math.max($headCell.index(2) + along, 0), table.child(row).childCount - 1);
    if (column < 0) return true;
    const head = doc.resolve(cellPosition(table, $headCell.before(1), row, column));
    const cells = new CellSelection(selection.$anchorCell, head);
    const isOne = head.pos === selection.$anchorCell.pos;
    dispatch?.(tr.setSelection(isOne ? TextSelection.near(doc.resolve(head.pos + 1)) : cells).scrollIntoView());
    return true;
  };
}
