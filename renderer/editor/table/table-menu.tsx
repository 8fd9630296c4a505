import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Check, Plus, Trash2 } from 'lucide-react';
import type { Command } from '@tiptap/pm/state';
import { chordText } from '#renderer/ui/chord.ts';
import { MenuAt, type MenuEntry } from '#renderer/ui/menu.tsx';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import type { Question } from '../asking.ts';
import type { Page } from '../page.ts';
import { TABLE_CHORDS } from './chords.ts';
import { isHeaderRow, selectedCells, widthOf, type CellArea } from './grid.ts';
import { moveColumn, moveRow } from './move.ts';
import { addColumn, addRow, deleteColumns, deleteRows, deleteTable, toggleHeaderRow } from './table-commands.ts';

interface TableMenuProps {
  readonly page: Page;
  readonly question: Question & { readonly kind: 'table-menu' };
  /** Closes the menu and does what was chosen. */
  readonly onRun: (command: Command) => void;
  readonly onClose: () => void;
}

/** What can be done to the row or column that was pressed, or to all of the table around a cell. */
export function TableMenu({ page, question, onRun: run, onClose }: TableMenuProps) {
  const words = useWords().blocks;
  const area = page.editor === null ? null : selectedCells(page.editor.state);
  if (area === null) return null;
  const { part, at, runsLeft } = question;
  const rows = part === 'column' ? [] : rowEntries(words, area, run);
  const columns = part === 'row' ? [] : columnEntries(words, area, runsLeft, run);
  const whole: MenuEntry[] = [
    ...(part === 'column' ? [] : [headerEntry(words, area, run)]),
    ...(part === 'cell'
      ? [
          {
            id: 'delete-table',
            name: words.deleteTable,
            icon: <Trash2 size={14} />,
            danger: true,
            onChoose: () => run(deleteTable),
          },
        ]
      : []),
  ];
  const entries = [rows, columns, whole].flatMap((group, place) =>
    group.map((entry, index) => (index === 0 && place > 0 && part === 'cell' ? { ...entry, apart: true } : entry)),
  );
  const label = { row: words.rowMenu, column: words.columnMenu, cell: words.tableMenu }[part];
  return <MenuAt label={label} entries={entries} at={at} onClose={onClose} />;
}

type Run = (command: Command) => void;

function headerEntry(words: BlocksWords, { table }: CellArea, run: Run): MenuEntry {
  const isOn = table.firstChild !== null && isHeaderRow(table.firstChild);
  return {
    id: 'header-row',
    name: words.headerRow,
    icon: <Check size={14} className={isOn ? '' : 'toolbar-unchecked'} />,
    onChoose: () => run(toggleHeaderRow),
  };
}

function rowEntries(words: BlocksWords, { table, top, bottom }: CellArea, run: Run): MenuEntry[] {
  return [
    {
      id: 'row-above',
      name: words.rowAbove,
      icon: <Plus size={14} />,
      keys: chordText(TABLE_CHORDS.rowAbove),
      onChoose: () => run(addRow('above')),
    },
    {
      id: 'row-below',
      name: words.rowBelow,
      icon: <Plus size={14} />,
      keys: chordText(TABLE_CHORDS.rowBelow),
      onChoose: () => run(addRow('below')),
    },
    {
      id: 'row-up',
      name: words.moveRowUp,
      icon: <ArrowUp size={14} />,
      keys: chordText(TABLE_CHORDS.rowUp),
      isDisabled: top === 0,
      onChoose: () => run(moveRow(-1)),
    },
    {
      id: 'row-down',
      name: words.moveRowDown,
      icon: <ArrowDown size={14} />,
      keys: chordText(TABLE_CHORDS.rowDown),
      isDisabled: bottom + 1 >= table.childCount,
      onChoose: () => run(moveRow(1)),
    },
    { id: 'delete-row', name: words.deleteRow, icon: <Trash2 size={14} />, onChoose: () => run(deleteRows) },
  ];
}

function columnEntries(words: BlocksWords, { table, first, last }: CellArea, runsLeft: boolean, run: Run): MenuEntry[] {
  const [left, right] = runsLeft ? (['after', 'before'] as const) : (['before', 'after'] as const);
  const [toLeft, toRight] = runsLeft ? ([1, -1] as const) : ([-1, 1] as const);
  const isPossible = (by: 1 | -1): boolean => (by === 1 ? last + 1 < widthOf(table) : first > 0);
  return [
    {
      id: 'column-left',
      name: words.columnLeft,
      icon: <Plus size={14} />,
      keys: chordText(TABLE_CHORDS.columnLeft),
      onChoose: () => run(addColumn(left)),
    },
    {
      id: 'column-right',
      name: words.columnRight,
      icon: <Plus size={14} />,
      keys: chordText(TABLE_CHORDS.columnRight),
      onChoose: () => run(addColumn(right)),
    },
    {
      id: 'move-left',
      name: words.moveColumnLeft,
      icon: <ArrowLeft size={14} />,
      keys: chordText(TABLE_CHORDS.moveLeft),
      isDisabled: !isPossible(toLeft),
      onChoose: () => run(moveColumn(toLeft)),
    },
    {
      id: 'move-right',
      name: words.moveColumnRight,
      icon: <ArrowRight size={14} />,
      keys: chordText(TABLE_CHORDS.moveRight),
      isDisabled: !isPossible(toRight),
      onChoose: () => run(moveColumn(toRight)),
    },
    { id: 'delete-column', name: words.deleteColumn, icon: <Trash2 size={14} />, onChoose: () => run(deleteColumns) },
  ];
}
