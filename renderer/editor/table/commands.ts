import { Table as TableIcon } from 'lucide-react';
import type { Command } from '@tiptap/pm/state';
import { chordText } from '#renderer/ui/chord.ts';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import { askingOf } from '../asking.ts';
import { isInBody, runs, type EditCommand } from '../command/command.ts';
import { TABLE_CHORDS, type TableChord } from './chords.ts';
import { moveColumn, moveRow } from './move.ts';
import { addColumn, addRow, deleteColumns, deleteRows, deleteTable, toggleHeaderRow } from './table-commands.ts';

type Named = (words: BlocksWords) => string;

/** Something done to the table with the caret. Its keys are those of tables (table-keys.ts), and mean it only there. */
function onTable(id: string, named: Named, command: Command, keys?: TableChord): EditCommand {
  return {
    id,
    group: 'tools',
    name: ({ blocks }) => named(blocks),
    aliases: ['table', 'cell', 'spreadsheet'],
    ...(keys === undefined ? {} : { typed: chordText(TABLE_CHORDS[keys]) }),
    isPossible: (page) => isInBody(page) && page.run((state) => command(state)),
    run: runs(command),
  };
}

/** Tables: putting one in, and what is done to rows and columns. */
export const TABLE_COMMANDS: readonly EditCommand[] = [
  {
    id: 'table',
    group: 'insert',
    icon: TableIcon,
    name: ({ blocks }) => blocks.table,
    aliases: ['grid', 'spreadsheet', 'rows', 'columns', '|'],
    isPossible: isInBody,
    run: (page) => askingOf(page.session).ask({ kind: 'table-size' }),
  },
  onTable('table-header-row', ({ headerRow }) => headerRow, toggleHeaderRow),
  onTable('table-row-above', ({ rowAbove }) => rowAbove, addRow('above'), 'rowAbove'),
  onTable('table-row-below', ({ rowBelow }) => rowBelow, addRow('below'), 'rowBelow'),
  onTable('table-column-before', ({ columnBefore }) => columnBefore, addColumn('before')),
  onTable('table-column-after', ({ columnAfter }) => columnAfter, addColumn('after')),
  onTable('table-row-up', ({ moveRowUp }) => moveRowUp, moveRow(-1), 'rowUp'),
  onTable('table-row-down', ({ moveRowDown }) => moveRowDown, moveRow(1), 'rowDown'),
  onTable('table-column-back', ({ moveColumnBack }) => moveColumnBack, moveColumn(-1)),
  onTable('table-column-on', ({ moveColumnOn }) => moveColumnOn, moveColumn(1)),
  onTable('table-delete-row', ({ deleteRow }) => deleteRow, deleteRows),
  onTable('table-delete-column', ({ deleteColumn }) => deleteColumn, deleteColumns),
  onTable('table-delete', ({ deleteTable }) => deleteTable, deleteTable),
];
