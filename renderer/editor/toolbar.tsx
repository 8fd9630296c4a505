import {
  Bold,
  Check,
  ChevronDown,
  Ellipsis,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  Redo2,
  Strikethrough,
  Underline,
  Undo2,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button, Group, Separator, ToggleButton, Toolbar as AriaToolbar, type PressEvent } from 'react-aria-components';
import { toggleMark } from '@tiptap/pm/commands';
import type { Command } from '@tiptap/pm/state';
import type { MarkName } from '#shared/article/inline.ts';
import { NODE } from '#shared/document/layout.ts';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { Hint } from '#renderer/ui/tooltip.tsx';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import { indentItems, setKind, toggleBox, toggleList, type BlockChoice } from './block-commands.ts';
import type { Page } from './page.ts';
import { shortcutText } from './shortcut.ts';
import { useToolbarState, type ToolbarState } from './toolbar-state.ts';
import './toolbar.css';

const CHOICES: readonly BlockChoice[] = [
  'paragraph',
  'heading2',
  'heading3',
  'heading4',
  'blockQuote',
  'pullQuote',
  'correction',
];

const CHOICE_KEYS: { readonly [Choice in BlockChoice]?: string } = {
  paragraph: 'Mod-Alt-0',
  heading2: 'Mod-Alt-2',
  heading3: 'Mod-Alt-3',
  heading4: 'Mod-Alt-4',
  blockQuote: 'Mod-Shift-9',
};

interface ToolbarProps {
  readonly page: Page;
  readonly onLink: () => void;
}

/**
 * The formatting of whichever field has the caret. Arrow keys go through it; Alt+F10 comes to it from the text, and
 * Escape goes back.
 */
export const Toolbar = memo(function Toolbar(props: ToolbarProps) {
  return (
    <div role="presentation" onKeyDown={(event) => event.key === 'Escape' && props.page.focus()}>
      <Tools {...props} />
    </div>
  );
});

function Tools({ page, onLink }: ToolbarProps) {
  const words = useWords().editor;
  const state = useToolbarState(page);
  const isDisabled = page.session.readOnly !== undefined;
  const inBody = state.field === 'body';
  const act = (command: Command) => (event: PressEvent) => {
    page.run(command);
    if (event.pointerType !== 'keyboard') page.focus();
  };
  const mark = (name: MarkName, icon: ReactNode, keys: string) => (
    <Toggle
      label={words[name as keyof EditorWords & MarkName]}
      icon={icon}
      keys={keys}
      isSelected={state.marks.includes(name)}
      isDisabled={isDisabled}
      onPress={act(markCommand(name))}
    />
  );
  return (
    <AriaToolbar className="toolbar" aria-label={words.toolbar}>
      <Group className="toolbar-group">
        <Tool
          label={words.undo}
          icon={<Undo2 size={16} className="icon-mirrored" />}
          keys="Mod-Z"
          isDisabled={!state.canUndo}
          onPress={() => page.undo()}
        />
        <Tool
          label={words.redo}
          icon={<Redo2 size={16} className="icon-mirrored" />}
          keys="Mod-Shift-Z"
          isDisabled={!state.canRedo}
          onPress={() => page.redo()}
        />
      </Group>
      <Separator orientation="vertical" className="toolbar-line" />
      <KindMenu page={page} state={state} words={words} isDisabled={isDisabled || !inBody} />
      <Separator orientation="vertical" className="toolbar-line" />
      <Group className="toolbar-group">
        {mark('bold', <Bold size={16} />, 'Mod-B')}
        {mark('italic', <Italic size={16} />, 'Mod-I')}
        {mark('underline', <Underline size={16} />, 'Mod-U')}
        {mark('strike', <Strikethrough size={16} />, 'Mod-Shift-S')}
        <Toggle
          label={words.link}
          icon={<Link size={16} />}
          keys="Mod-K"
          isSelected={state.marks.includes('link')}
          isDisabled={isDisabled}
          onPress={onLink}
        />
      </Group>
      <Separator orientation="vertical" className="toolbar-line" />
      <Group className="toolbar-group">
        <Toggle
          label={words.bulletedList}
          icon={<List size={16} className="icon-mirrored" />}
          keys="Mod-Shift-8"
          isSelected={state.list === 'bulleted'}
          isDisabled={isDisabled || !inBody}
          onPress={act(toggleList('bulleted'))}
        />
        <Toggle
          label={words.numberedList}
          icon={<ListOrdered size={16} className="icon-mirrored" />}
          keys="Mod-Shift-7"
          isSelected={state.list === 'numbered'}
          isDisabled={isDisabled || !inBody}
          onPress={act(toggleList('numbered'))}
        />
        <Tool
          label={words.picture}
          icon={<Image size={16} />}
          isDisabled={isDisabled}
          onPress={() => void page.pickPictures()}
        />
      </Group>
      <MoreMenu page={page} state={state} words={words} isDisabled={isDisabled} />
    </AriaToolbar>
  );
}

interface MenuProps {
  readonly page: Page;
  readonly state: ToolbarState;
  readonly words: EditorWords;
  readonly isDisabled: boolean;
}

function KindMenu({ page, state, words, isDisabled }: MenuProps) {
  const entries = CHOICES.map((choice): MenuEntry => {
    const keys = CHOICE_KEYS[choice];
    return {
      id: choice,
      name: words[choice],
      icon: <Check size={14} className={state.choice === choice ? '' : 'toolbar-unchecked'} />,
      ...(keys === undefined ? {} : { keys: shortcutText(keys) }),
      apart: choice === 'blockQuote',
      onChoose: () => runFromMenu(page, setKind(choice)),
    };
  });
  return (
    <Menu label={words.kind} entries={entries}>
      <Button
        className="button button-plain button-small toolbar-kind"
        isDisabled={isDisabled}
        aria-label={`${words.kind}: ${words[state.choice ?? 'paragraph']}`}
      >
        <span className="toolbar-kind-name">{words[state.choice ?? 'paragraph']}</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
    </Menu>
  );
}

function MoreMenu({ page, state, words, isDisabled }: MenuProps) {
  const checked = (on: boolean) => <Check size={14} className={on ? '' : 'toolbar-unchecked'} />;
  const inBody = state.field === 'body';
  const markEntry = (name: 'superscript' | 'subscript' | 'highlight'): MenuEntry => ({
    id: name,
    name: words[name],
    icon: checked(state.marks.includes(name)),
    onChoose: () => runFromMenu(page, markCommand(name)),
  });
  const entries: MenuEntry[] = [
    markEntry('highlight'),
    markEntry('superscript'),
    markEntry('subscript'),
    {
      id: 'box',
      name: words.factBox,
      apart: true,
      icon: checked(state.boxed),
      isDisabled: !inBody || state.choice === null,
      onChoose: () => runFromMenu(page, toggleBox(boxName)),
    },
    {
      id: 'rule',
      name: words.rule,
      icon: checked(false),
      keys: '---',
      isDisabled: !inBody,
      onChoose: () => runFromMenu(page, insertRule),
    },
    {
      id: 'indent',
      name: words.indent,
      apart: true,
      icon: checked(false),
      keys: 'Tab',
      isDisabled: state.list === null,
      onChoose: () => runFromMenu(page, indentItems(1)),
    },
    {
      id: 'outdent',
      name: words.outdent,
      icon: checked(false),
      keys: shortcutText('Shift-Tab'),
      isDisabled: state.list === null,
      onChoose: () => runFromMenu(page, indentItems(-1)),
    },
  ];
  return (
    <Menu label={words.more} entries={entries}>
      <Button className="button button-plain button-small icon-button" isDisabled={isDisabled} aria-label={words.more}>
        <Ellipsis size={16} />
      </Button>
    </Menu>
  );
}

/** The menu gives the keyboard back to its button when it has closed; the text wants it after that. */
function runFromMenu(page: Page, command: Command): void {
  page.run(command);
  requestAnimationFrame(() => requestAnimationFrame(() => page.focus()));
}

function markCommand(name: MarkName): Command {
  return (state, dispatch, view) => {
    const type = state.schema.marks[name];
    return type === undefined ? false : toggleMark(type)(state, dispatch, view);
  };
}

const insertRule: Command = (state, dispatch) => {
  const type = state.schema.nodes[NODE.rule];
  const { $to } = state.selection;
  if (type === undefined) return false;
  dispatch?.(state.tr.insert($to.depth === 0 ? $to.pos : $to.after(1), type.create()).scrollIntoView());
  return true;
};

function boxName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}

interface ToolProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly isDisabled: boolean;
  readonly onPress: (event: PressEvent) => void;
}

function Tool({ label, icon, keys, ...props }: ToolProps) {
  return (
    <Hint text={label} keys={keys === undefined ? undefined : shortcutText(keys)}>
      <Button {...props} aria-label={label} className="button button-plain button-small icon-button">
        {icon}
      </Button>
    </Hint>
  );
}

/** On or off as the text says: pressing runs the command, and the text's answer comes back as state. */
function Toggle({ label, icon, keys, ...props }: ToolProps & { readonly isSelected: boolean }) {
  return (
    <Hint text={label} keys={keys === undefined ? undefined : shortcutText(keys)}>
      <ToggleButton {...props} aria-label={label} className="button button-plain button-small icon-button">
        {icon}
      </ToggleButton>
    </Hint>
  );
}
