import {
  BadgeCheck,
  Bold,
  Highlighter,
  Italic,
  Link,
  RemoveFormatting,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
  type LucideIcon,
} from 'lucide-react';
import { toggleMark } from '@tiptap/pm/commands';
import type { Command, EditorState } from '@tiptap/pm/state';
import type { MarkName } from '#shared/article/inline.ts';
import type { Words } from '#renderer/ui/words/words.tsx';
import type { Page } from '../page.ts';
import { isWritable, runsOnWords, type EditCommand } from './command.ts';

type Given = Pick<EditCommand, 'keys' | 'typed' | 'aliases' | 'hint'>;

function mark(name: MarkName, icon: LucideIcon, named: (words: Words) => string, given: Given = {}): EditCommand {
  return {
    id: name,
    group: 'text',
    icon,
    name: named,
    isPossible: isWritable,
    isActive: ({ marks }) => marks.includes(name),
    run: (page) => toggle(page, name),
    ...given,
  };
}

/** Takes the mark off where any of the selected words has it, in whichever field, and else puts it on all of them. */
function toggle(page: Page, name: MarkName): void {
  const isOn = page.parts().some(({ state }) => hasMark(state, name));
  page.runOnWords((state, dispatch, view) => {
    const type = state.schema.marks[name];
    if (type === undefined || (isOn && !hasMark(state, name))) return false;
    return toggleMark(type)(state, dispatch, view);
  });
}

function hasMark({ doc, schema, selection }: EditorState, name: MarkName): boolean {
  const type = schema.marks[name];
  return type !== undefined && selection.ranges.some(({ $from, $to }) => doc.rangeHasMark($from.pos, $to.pos, type));
}

/** Takes every mark off the selection but links and languages, which are no looks. */
const clearMarks: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection;
  if (empty) return false;
  const { tr } = state;
  for (const [name, type] of Object.entries(state.schema.marks)) {
    if (name !== 'link' && name !== 'language' && name !== 'comment') tr.removeMark(from, to, type);
  }
  if (tr.docChanged) dispatch?.(tr);
  return tr.docChanged;
};

/** How words look, and what is said of them. */
export const MARK_COMMANDS: readonly EditCommand[] = [
  mark('bold', Bold, ({ editor }) => editor.bold, {
    keys: { code: 'KeyB', mod: true },
    typed: '**',
    aliases: ['strong', '**'],
  }),
  mark('italic', Italic, ({ editor }) => editor.italic, {
    keys: { code: 'KeyI', mod: true },
    typed: '*',
    aliases: ['emphasis', 'slanted', '*', '_'],
  }),
  mark('underline', Underline, ({ editor }) => editor.underline, { keys: { code: 'KeyU', mod: true } }),
  mark('strike', Strikethrough, ({ editor }) => editor.strike, {
    keys: { code: 'KeyS', mod: true, shift: true },
    typed: '~~',
    aliases: ['cross out', 'delete', '~~'],
  }),
  {
    id: 'link',
    group: 'text',
    icon: Link,
    keys: { code: 'KeyK', mod: true },
    typed: '[](…)',
    name: ({ editor }) => editor.link,
    aliases: ['url', 'address', 'href', '[]()'],
    isPossible: isWritable,
    isActive: ({ marks }) => marks.includes('link'),
    opens: true,
    run: (page) => page.openLink(),
  },
  mark('highlight', Highlighter, ({ editor }) => editor.highlight, {
    keys: { code: 'KeyH', mod: true, shift: true },
    typed: '==',
    aliases: ['marker', 'mark', '=='],
  }),
  mark('cq', BadgeCheck, ({ commands }) => commands.cq, {
    keys: { code: 'KeyY', mod: true, shift: true },
    hint: ({ commands }) => commands.cqHint,
    aliases: ['checked', 'correct as is', 'stet', 'sic', 'verified'],
  }),
  mark('superscript', Superscript, ({ editor }) => editor.superscript, {
    keys: { code: 'Period', mod: true },
    aliases: ['raised', 'power'],
  }),
  mark('subscript', Subscript, ({ editor }) => editor.subscript, { aliases: ['lowered', 'index'] }),
  {
    id: 'clear-marks',
    group: 'text',
    icon: RemoveFormatting,
    keys: { code: 'Space', mod: true, shift: true },
    name: ({ commands }) => commands.clearMarks,
    aliases: ['plain', 'remove formatting', 'clear'],
    isPossible: isWritable,
    run: runsOnWords(clearMarks),
  },
];
