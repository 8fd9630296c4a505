import { GripVertical } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { chordText } from '#renderer/ui/chord.ts';
import { keyboardGoesTo } from '#renderer/ui/keyboard-home.ts';
import { MenuAt, type MenuEntry } from '#renderer/ui/menu.tsx';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import type { Page } from '../page.ts';
import type { EditCommand } from './command.ts';
import './grip.css';
import { followPointer } from './grip-pointer.ts';
import { EDIT_COMMANDS } from './table.ts';

const KINDS = EDIT_COMMANDS.filter(({ group }) => group === 'block');
const MOVES = EDIT_COMMANDS.filter(({ group }) => group === 'move');

/** The grip beside the block under the pointer: dragging it moves the block, pressing it opens what can be done. */
export function Grip({ page }: { page: Page }) {
  const words = useWords();
  const grip = useRef<HTMLButtonElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const shade = useRef<HTMLDivElement>(null);
  const [menuAt, setMenuAt] = useState<DOMRect | null>(null);
  useEffect(() => {
    if (grip.current === null || line.current === null || shade.current === null) return undefined;
    return followPointer(page, { grip: grip.current, line: line.current, shade: shade.current }, setMenuAt);
  }, [page]);
  return (
    <>
      {/* Keys have their own way: Alt+Shift with the arrows, and every command by name. */}
      <button
        ref={grip}
        type="button"
        className="grip"
        tabIndex={-1}
        aria-label={words.commands.grip}
        title={words.commands.grip}
      >
        <GripVertical size={16} aria-hidden />
      </button>
      <div ref={line} className="grip-line" aria-hidden />
      <div ref={shade} className="grip-shade" aria-hidden />
      {menuAt === null ? null : (
        <MenuAt
          label={words.commands.blockMenu}
          entries={entriesFor(page, words, () => setMenuAt(null))}
          at={menuAt}
          onClose={() => setMenuAt(null)}
        />
      )}
    </>
  );
}

function entriesFor(page: Page, words: Words, close: () => void): readonly MenuEntry[] {
  const isPossible = (command: EditCommand): boolean => command.isPossible?.(page) !== false;
  const kinds = KINDS.filter(isPossible);
  const moves = MOVES.filter(isPossible);
  return [...kinds, ...moves].map((command) => ({
    id: command.id,
    name: command.name(words),
    icon: command.icon === undefined ? null : <command.icon size={15} aria-hidden />,
    ...(command.keys === undefined ? {} : { keys: chordText(command.keys) }),
    apart: command === moves[0] && kinds.length > 0,
    danger: command.id === 'remove',
    onChoose: () => {
      close();
      command.run(page);
      if (command.opens !== true) keyboardGoesTo(() => page.focus());
    },
  }));
}
