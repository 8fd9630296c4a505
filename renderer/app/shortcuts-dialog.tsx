import { EDIT_COMMANDS } from '#renderer/editor/command/table.ts';
import { TABLE_CHORD_NAMES, TABLE_CHORDS, type TableChord } from '#renderer/editor/table/chords.ts';
import { TABLE_COMMANDS } from '#renderer/editor/table/commands.ts';
import { chordText, type Chord } from '#renderer/ui/chord.ts';
import { COMMAND_GROUPS, type Command } from '#renderer/ui/command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import { APP_COMMANDS } from './app-commands.ts';
import './shortcuts-dialog.css';

type Shown = Omit<Command<never>, 'isPossible' | 'run'>;

/** The keys of tables stand together, below. */
const COMMANDS: readonly Shown[] = [...APP_COMMANDS, ...EDIT_COMMANDS].filter(
  ({ id, typed }) => typed === undefined || !TABLE_COMMANDS.some((command) => command.id === id),
);

/** What the keys of tables do: columns by the side of the screen, as the keys have it. */
const IN_TABLE: { readonly [Chord in TableChord]: (words: BlocksWords) => string } = {
  rowAbove: ({ rowAbove }) => rowAbove,
  rowBelow: ({ rowBelow }) => rowBelow,
  rowUp: ({ moveRowUp }) => moveRowUp,
  rowDown: ({ moveRowDown }) => moveRowDown,
  columnLeft: ({ columnLeft }) => columnLeft,
  columnRight: ({ columnRight }) => columnRight,
  moveLeft: ({ moveColumnLeft }) => moveColumnLeft,
  moveRight: ({ moveColumnRight }) => moveColumnRight,
};

/** Longer than the window: who has only keys comes to it, and scrolls it by arrows. */
const SCROLLED_BY_KEYS = { role: 'group', tabIndex: 0 } as const;

/** Those of React Aria, for whatever stands beside the page (`ui/toast.tsx`). */
const TO_MESSAGE: Chord = { code: 'F6', shift: true };

/** Every key there is, on one page, as the tables of commands have them. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { shortcuts } = words.app;
  const lines = (commands: readonly Shown[]): Line[] =>
    commands.flatMap((command) => {
      const keys = [command.keys === undefined ? '' : chordText(command.keys), command.typed ?? ''].filter(Boolean);
      return keys.length === 0 ? [] : [{ name: command.name(words), keys }];
    });
  return (
    <Dialog title={shortcuts.title} isOpen onClose={onClose} shape="wide">
      <div {...SCROLLED_BY_KEYS} aria-label={shortcuts.title} className="shortcuts-groups">
        <Group
          title={shortcuts.inLibrary}
          lines={[
            { name: shortcuts.moveRow, keys: ['↑ ↓'] },
            { name: shortcuts.openRow, keys: ['↵'] },
            { name: shortcuts.trashRow, keys: ['Del'] },
          ]}
        />
        {COMMAND_GROUPS.toReversed().map((group) => (
          <Group
            key={group}
            title={words.commands.groups[group]}
            lines={[
              ...lines(COMMANDS.filter((command) => command.group === group)),
              ...(group === 'view' ? [{ name: shortcuts.toMessage, keys: [chordText(TO_MESSAGE)] }] : []),
            ]}
          />
        ))}
        <Group
          title={words.blocks.tableMenu}
          lines={TABLE_CHORD_NAMES.map((name) => ({
            name: IN_TABLE[name](words.blocks),
            keys: [chordText(TABLE_CHORDS[name])],
          }))}
        />
      </div>
    </Dialog>
  );
}

interface Line {
  readonly name: string;
  readonly keys: readonly string[];
}

function Group({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="shortcuts-group">
      <h3 className="shortcuts-title">{title}</h3>
      <dl className="shortcuts-lines">
        {lines.map((line) => (
          <div key={line.name} className="shortcuts-line">
            <dt>{line.name}</dt>
            <dd>
              {line.keys.map((keys) => (
                <kbd key={keys} className="shortcuts-keys">
                  {keys}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
