import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import type { TableSize } from './table-commands.ts';
import './table-dialog.css';

const MOST_ROWS = 200;
const MOST_COLUMNS = 30;

interface TableDialogProps {
  readonly onInsert: (size: TableSize) => void;
  readonly onClose: () => void;
}

/** Asks how large a table is to be. Enter takes what it says. */
export function TableDialog({ onInsert, onClose }: TableDialogProps) {
  const words = useWords().blocks;
  const [size, setSize] = useState<TableSize>({ rows: 3, columns: 3, header: true });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onInsert(size);
  };
  return (
    <Dialog title={words.tableTitle} isOpen onClose={onClose}>
      <form ref={form} className="block-form" onSubmit={submit}>
        <div className="table-size">
          <NumberField
            label={words.tableRows}
            value={size.rows}
            minValue={1}
            maxValue={MOST_ROWS}
            onChange={(rows) => setSize({ ...size, rows: bounded(rows, MOST_ROWS) })}
          />
          <span className="table-size-by" aria-hidden>
            ×
          </span>
          <NumberField
            label={words.tableColumns}
            value={size.columns}
            minValue={1}
            maxValue={MOST_COLUMNS}
            onChange={(columns) => setSize({ ...size, columns: bounded(columns, MOST_COLUMNS) })}
          />
        </div>
        <Checkbox isSelected={size.header} onChange={(header) => setSize({ ...size, header })}>
          {words.headerRow}
        </Checkbox>
        <div className="block-form-actions">
          <Button variant="primary" type="submit">
            {words.insert}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function bounded(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.round(value), 1), most) : 1;
}
