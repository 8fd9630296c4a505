import { Extension, type Editor } from '@tiptap/core';
import { deleteSelection } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import { NodeSelection, Plugin, Selection, type Command } from '@tiptap/pm/state';
import { NODE, type TextField } from '#shared/document/layout.ts';
import { indentItems } from './block-commands.ts';
import { enter, lineBreak } from './enter.ts';
import { backspaceAtStart, deleteAtEnd } from './erase.ts';
import { atEdge, caretColumn, enterField, type Edge } from './field-walk.ts';
import type { PageSelection } from './page-selection.ts';
import { extendOver, pageSelectionKeys, selectMore } from './page-selection-keys.ts';

/** What keys may ask of the page around the field. */
export interface PageKeys {
  /** Takes the caret to another field; false where there is none that way. */
  readonly walk: (from: TextField, by: 1 | -1, edge: Edge, x?: number) => boolean;
  /** Turns the page: PageDown and PageUp. */
  readonly turn: (by: 1 | -1) => boolean;
  /** What is selected over the edges of fields. */
  readonly whole: PageSelection;
  /** Whether the keyboard is in another field than this. */
  readonly isInOther: (than: TextField) => boolean;
  /** Does what a chord of the table of commands means; false where it means nothing. */
  readonly press: (event: KeyboardEvent) => boolean;
}

interface KeysOptions {
  readonly field: TextField;
  readonly page: PageKeys;
}

/**
 * The keys of one field. Chords come from the table of commands (command/table.ts); here is only what keys do to the
 * text itself.
 */
export const Keys = Extension.create<KeysOptions>({
  name: 'keys',
  priority: 900,
  addProseMirrorPlugins() {
    const { field, page } = this.options;
    const own = field === 'body' ? bodyKeys() : lineKeys(field, page);
    return [
      pageSelectionKeys(field, page.whole, () => page.isInOther(field)),
      new Plugin({ props: { handleKeyDown: (_view, event) => page.press(event) } }),
      keymap({
        ...TEXT_KEYS,
        ...endKeys(page),
        ...walkingKeys(field, page),
        ...extendingKeys(field, page.whole),
        ...erasingKeys(field, page, this.editor),
        ...own,
      }),
    ];
  },
});

const TEXT_KEYS: Readonly<Record<string, Command>> = {
  'Shift-Enter': lineBreak,
  'Mod-Enter': lineBreak,
};

/** Keys that mean the ends of the page, or all of it. */
function endKeys({ whole, turn }: PageKeys): Record<string, Command> {
  return {
    'Mod-a': selectMore(whole),
    'Mod-Home': asks(() => whole.leave('start')),
    'Mod-End': asks(() => whole.leave('end')),
    PageDown: asks(() => turn(1)),
    PageUp: asks(() => turn(-1)),
    ...(IS_MAC
      ? { 'Mod-ArrowUp': asks(() => whole.leave('start')), 'Mod-ArrowDown': asks(() => whole.leave('end')) }
      : {}),
  };
}

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** Headline and standfirst are one block each: Enter goes on to the next field. */
function lineKeys(field: TextField, page: PageKeys): Record<string, Command> {
  return { Enter: asks(() => page.walk(field, 1, 'start')) };
}

function bodyKeys(): Record<string, Command> {
  return { Enter: enter, Tab: indentItems(1), 'Shift-Tab': indentItems(-1) };
}

function walkingKeys(field: TextField, page: PageKeys): Record<string, Command> {
  const walking =
    (way: 'up' | 'down' | 'left' | 'right'): Command =>
    (_state, _dispatch, view) => {
      const edge = view === undefined ? null : atEdge(view, way);
      if (view === undefined || edge === null) return false;
      const column = way === 'up' || way === 'down' ? caretColumn(view) : undefined;
      const isGone = edge === 'end' ? page.walk(field, 1, 'start', column) : page.walk(field, -1, 'end', column);
      // At the end of the page is its end: after a quote's own line the browser would go to the beginning instead.
      if (!isGone) enterField(view, edge);
      return true;
    };
  return {
    ArrowUp: walking('up'),
    ArrowDown: walking('down'),
    ArrowLeft: walking('left'),
    ArrowRight: walking('right'),
  };
}

/** Shift goes over the edges of fields, too; inside a field the browser extends. */
function extendingKeys(field: TextField, whole: PageSelection): Record<string, Command> {
  const [left, right] = [extendOver(field, 'left', whole), extendOver(field, 'right', whole)];
  const [toStart, toEnd] = [asks(() => whole.extendToEnd('start')), asks(() => whole.extendToEnd('end'))];
  return {
    'Shift-ArrowUp': extendOver(field, 'up', whole),
    'Shift-ArrowDown': extendOver(field, 'down', whole),
    'Shift-ArrowLeft': left,
    'Shift-ArrowRight': right,
    'Mod-Shift-ArrowLeft': left,
    'Mod-Shift-ArrowRight': right,
    'Mod-Shift-Home': toStart,
    'Mod-Shift-End': toEnd,
    ...(IS_MAC ? { 'Mod-Shift-ArrowUp': toStart, 'Mod-Shift-ArrowDown': toEnd } : {}),
  };
}

function erasingKeys(field: TextField, page: PageKeys, editor: Editor): Record<string, Command> {
  const undoRule: Command = () => editor.commands.undoInputRule();
  const toFieldBefore: Command = ({ selection, doc }) =>
    selection.empty &&
    selection.$from.depth === 1 &&
    selection.from === 1 &&
    doc.firstChild?.type.name === NODE.textBlock
      ? page.walk(field, -1, 'end')
      : false;
  const backspace = firstOf(undoRule, deleteSelection, backspaceAtStart, toFieldBefore, edgeOfHolder('start'));
  const toFieldAfter: Command = ({ selection, doc }) =>
    selection.empty && selection.$from.depth === 1 && selection.to === Selection.atEnd(doc).to
      ? page.walk(field, 1, 'start')
      : false;
  const remove = firstOf(deleteSelection, deleteAtEnd, toFieldAfter, edgeOfHolder('end'));
  return {
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    'Alt-Backspace': backspace,
    Delete: remove,
    'Mod-Delete': remove,
    'Alt-Delete': remove,
  };
}

/** At the edge of a caption the figure is selected; at the edge of a cell nothing happens: neither is ever joined. */
function edgeOfHolder(edge: Edge): Command {
  return ({ selection, doc, tr }, dispatch) => {
    const { $from } = selection;
    const atEnd = edge === 'start' ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size;
    if (!selection.empty || !atEnd || $from.depth === 0) return false;
    if ($from.parent.type.name === NODE.figure) dispatch?.(tr.setSelection(NodeSelection.create(doc, $from.before())));
    return true;
  };
}

function firstOf(...commands: readonly Command[]): Command {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));
}

function asks(work: () => unknown): Command {
  return (_state, dispatch) => {
    if (dispatch) work();
    return true;
  };
}
