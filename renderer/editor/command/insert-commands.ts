import { CircleDashed, Image, Minus } from 'lucide-react';
import type { Command } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { isInBody, isWritable, runsAsStep, type EditCommand } from './command.ts';
import { goToTk, insertTk } from './tk.ts';

const insertRule: Command = (state, dispatch) => {
  const type = state.schema.nodes[NODE.rule];
  const { $to } = state.selection;
  if (type === undefined) return false;
  dispatch?.(state.tr.insert($to.depth === 0 ? $to.pos : $to.after(1), type.create()).scrollIntoView());
  return true;
};

/** What is put into the text. */
export const INSERT_COMMANDS: readonly EditCommand[] = [
  {
    id: 'picture',
    group: 'insert',
    icon: Image,
    name: ({ editor }) => editor.picture,
    aliases: ['image', 'photo', 'figure', 'graphic', '![]()'],
    isPossible: isWritable,
    opens: true,
    run: (page) => void page.pickPictures(),
  },
  {
    id: 'rule',
    group: 'insert',
    icon: Minus,
    typed: '---',
    name: ({ editor }) => editor.rule,
    aliases: ['line', 'divider', 'separator', 'break', 'hr', '---'],
    isPossible: isInBody,
    run: runsAsStep(insertRule),
  },
  {
    id: 'tk',
    group: 'insert',
    icon: CircleDashed,
    keys: { code: 'KeyK', mod: true, alt: true },
    typed: 'TK',
    name: ({ commands }) => commands.tk,
    hint: ({ commands }) => commands.tkHint,
    aliases: ['to come', 'todo', 'missing', 'placeholder'],
    isPossible: isWritable,
    run: insertTk,
  },
  {
    id: 'next-tk',
    group: 'tools',
    keys: { code: 'Period', mod: true, shift: true },
    name: ({ commands }) => commands.nextTk,
    aliases: ['find tk', 'jump', 'to come'],
    run: (page) => goToTk(page, 1),
  },
  {
    id: 'previous-tk',
    group: 'tools',
    keys: { code: 'Comma', mod: true, shift: true },
    name: ({ commands }) => commands.previousTk,
    aliases: ['find tk', 'jump', 'to come'],
    run: (page) => goToTk(page, -1),
  },
];
