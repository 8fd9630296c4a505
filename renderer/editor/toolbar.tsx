import { Check, ChevronDown, Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { Button, Group, Separator, Toolbar as AriaToolbar } from 'react-aria-components';
import { chordText } from '#renderer/ui/chord.ts';
import { keyboardGoesTo } from '#renderer/ui/keyboard-home.ts';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import type { EditCommand } from './command/command.ts';
import { commandsNamed, EDIT_COMMANDS } from './command/table.ts';
import { Tool } from './command/tool.tsx';
import type { Page } from './page.ts';
import { useToolbarState, type ToolbarState } from './toolbar-state.ts';
import './toolbar.css';

const HISTORY = commandsNamed(['undo', 'redo']);
const KINDS = commandsNamed(['paragraph', 'heading2', 'heading3', 'heading4', 'blockQuote', 'pullQuote', 'correction']);
const WORDS = commandsNamed(['bold', 'italic', 'underline', 'strike', 'link']);
const BLOCKS = commandsNamed(['bulleted-list', 'numbered-list', 'picture']);

/** Everything else that is done to text stands in the last menu. */
const SHOWN = new Set([...HISTORY, ...KINDS, ...WORDS, ...BLOCKS]);
const MORE = [
  ...(['text', 'block', 'insert'] as const).flatMap((group) =>
    EDIT_COMMANDS.filter((command) => command.group === group && !SHOWN.has(command)),
  ),
  ...commandsNamed(['indent', 'outdent', 'paste-plain']),
];

interface ToolbarProps {
  readonly page: Page;
}

/**
 * The formatting of whichever field has the caret. Arrow keys go through it; Alt+F10 comes to it from the text, and
 * Escape goes back.
 */
export const Toolbar = memo(function Toolbar({ page }: ToolbarProps) {
  return (
    <div role="presentation" onKeyDown={(event) => event.key === 'Escape' && page.focus()}>
      <Tools page={page} />
    </div>
  );
});

function Tools({ page }: ToolbarProps) {
  const words = useWords();
  const state = useToolbarState(page);
  const tools = (commands: readonly EditCommand[]) =>
    commands.map((command) => <Tool key={command.id} command={command} page={page} state={state} words={words} />);
  return (
    <AriaToolbar className="toolbar" aria-label={words.editor.toolbar}>
      <Group className="toolbar-group">{tools(HISTORY)}</Group>
      <Separator orientation="vertical" className="toolbar-line" />
      <KindMenu page={page} state={state} words={words} />
      <Separator orientation="vertical" className="toolbar-line" />
      <Group className="toolbar-group">{tools(WORDS)}</Group>
      <Separator orientation="vertical" className="toolbar-line" />
      <Group className="toolbar-group">{tools(BLOCKS)}</Group>
      <MoreMenu page={page} state={state} words={words} />
    </AriaToolbar>
  );
}

interface PartProps {
  readonly page: Page;
  readonly state: ToolbarState;
  readonly words: Words;
}

function KindMenu({ page, state, words }: PartProps) {
  const { editor } = words;
  const entries = KINDS.map((command) => entryOf(command, { page, state, words }, command.id === 'blockQuote'));
  const name = editor[state.choice ?? 'paragraph'];
  return (
    <Menu label={editor.kind} entries={entries}>
      <Button
        className="button button-plain button-small toolbar-kind"
        isDisabled={KINDS.every((command) => command.isPossible?.(page) === false)}
        aria-label={`${editor.kind}: ${name}`}
      >
        <span className="toolbar-kind-name">{name}</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
    </Menu>
  );
}

function MoreMenu({ page, state, words }: PartProps) {
  const entries = MORE.map((command, at) =>
    entryOf(command, { page, state, words }, at > 0 && MORE[at - 1]?.group !== command.group),
  );
  return (
    <Menu label={words.editor.more} entries={entries}>
      <Button
        className="button button-plain button-small icon-button"
        isDisabled={page.session.readOnly !== undefined}
        aria-label={words.editor.more}
      >
        <Ellipsis size={16} />
      </Button>
    </Menu>
  );
}

function entryOf(command: EditCommand, { page, state, words }: PartProps, apart: boolean): MenuEntry {
  const keys = keysOf(command);
  return {
    id: command.id,
    name: command.name(words),
    icon: <Check size={14} className={command.isActive?.(state) === true ? '' : 'toolbar-unchecked'} />,
    ...(keys === undefined ? {} : { keys }),
    isDisabled: command.isPossible?.(page) === false,
    apart,
    onChoose: () => runFromMenu(page, command),
  };
}

function keysOf({ keys, typed }: EditCommand): string | undefined {
  return keys === undefined ? typed : chordText(keys);
}

/** The menu would give the keyboard back to its button; the text wants it. */
function runFromMenu(page: Page, command: EditCommand): void {
  command.run(page);
  if (command.opens !== true) keyboardGoesTo(() => page.focus());
}
