import { Table as TableIcon } from 'lucide-react';
import type { Command } from '@tiptap/pm/state';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import { askingOf } from '../asking.ts';
import { isInBody, runs, type EditCommand } from '../command/command.ts';
import { shortcutText } from '../shortcut.ts';
import { moveColumn, moveRow } from './move.ts';
import { addColumn, addRow, deleteColumns, deleteRows, deleteTable, toggleHeaderRow } from './table-commands.ts';

type Name = keyof BlocksWords & string;

/** Something done to the table with the caret. Its keys are those of tables (table-keys.ts), and mean it only there. */
function onTable(id: string, word: Name, command: Command, keys?: string): EditCommand {
  return {
    id,
    group: 'tools',
    name: ({ blocks }) => String(blocks[word]),
    aliases: ['table', 'cell', 'spreadsheet'],
    ...(keys === undefined ? {} : { typed: shortcutText(keys) }),
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
  onTable('table-header-row', 'headerRow', toggleHeaderRow),
  onTable('table-row-above', 'rowAbove', addRow('above'), 'Mod-Alt-↑'),
  onTable('table-row-below', 'rowBelow', addRow('below'), 'Mod-Alt-↓'),
  onTable('table-column-before', 'columnBefore', addColumn('before')),
  onTable('table-column-after', 'columnAfter', addColumn('after')),
  onTable('table-row-up', 'moveRowUp', moveRow(-1), 'Alt-Shift-↑'),
  onTable('table-row-down', 'moveRowDown', moveRow(1), 'Alt-Shift-↓'),
  onTable('table-column-back', 'moveColumnBack', moveColumn(-1)),
  onTable('table-column-on', 'moveColumnOn', moveColumn(1)),
  onTable('table-delete-row', 'deleteRow', deleteRows),
  onTable('table-delete-column', 'deleteColumn', deleteColumns),
  onTable('table-delete', 'deleteTable', deleteTable),
];
