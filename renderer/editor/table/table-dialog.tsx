import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { takeTyping } from '#renderer/ui/typed-ahead.ts';
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
  const words = useWords();
  const [rows, setRows] = useState(words.number(3));
  const [columns, setColumns] = useState(words.number(3));
  const [header, setHeader] = useState(true);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.select();
    takeTyping(first.current);
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onInsert({ rows: sizeIn(rows, MOST_ROWS), columns: sizeIn(columns, MOST_COLUMNS), header });
  };
  return (
    <Dialog title={words.blocks.tableTitle} isOpen onClose={onClose}>
      <form className="block-form" onSubmit={submit}>
        <div className="table-size">
          <TextField
            label={words.blocks.tableRows}
            inputMode="numeric"
            value={rows}
            inputRef={first}
            onChange={setRows}
          />
          <span className="table-size-by" aria-hidden>
            ×
          </span>
          <TextField
            label={words.blocks.tableColumns}
            inputMode="numeric"
            value={columns}
            onChange={setColumns}
            onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
          />
        </div>
        <Checkbox isSelected={header} onChange={setHeader}>
          {words.blocks.headerRow}
        </Checkbox>
        <div className="block-form-actions">
          <Button variant="primary" type="submit">
            {words.blocks.insert}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A number in the digits of any of the interface's languages, between 1 and `most`; three where it is none. */
function sizeIn(text: string, most: number): number {
  const plain = text.trim().replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  const size = /^\d{1,4}$/u.test(plain) ? Number(plain) : 3;
  return Math.min(Math.max(size, 1), most);
}
