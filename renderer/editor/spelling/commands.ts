import { ArrowDownToLine, ArrowUpToLine, Languages, SpellCheck } from 'lucide-react';
import { isWritable, type EditCommand } from '../command/command.ts';
import { requestSpelling } from './spelling-request.ts';

/** Going through unknown words, mending them, and saying in which language something is. */
export const SPELLING_COMMANDS: readonly EditCommand[] = [
  {
    id: 'spelling-next',
    group: 'tools',
    icon: ArrowDownToLine,
    keys: { code: 'F7' },
    name: ({ spelling }) => spelling.next,
    aliases: ['spelling', 'misspelling', 'typo', 'mistake', 'dictionary'],
    isPossible: (page) => page.editors !== null,
    run: (page) => requestSpelling(page, 'next'),
  },
  {
    id: 'spelling-previous',
    group: 'tools',
    icon: ArrowUpToLine,
    keys: { code: 'F7', shift: true },
    name: ({ spelling }) => spelling.previous,
    aliases: ['spelling', 'misspelling', 'typo', 'mistake', 'dictionary'],
    isPossible: (page) => page.editors !== null,
    run: (page) => requestSpelling(page, 'previous'),
  },
  {
    id: 'spelling-suggest',
    group: 'tools',
    icon: SpellCheck,
    keys: { code: 'Enter', alt: true },
    name: ({ spelling }) => spelling.suggest,
    aliases: ['spelling', 'correct', 'mend', 'dictionary', 'add word'],
    isPossible: (page) => page.editors !== null,
    run: (page) => requestSpelling(page, 'suggestions'),
  },
  {
    id: 'passage-language',
    group: 'text',
    icon: Languages,
    name: ({ spelling }) => spelling.passageLanguage,
    aliases: ['spelling', 'foreign', 'French', 'German', 'Hebrew', 'Arabic', 'Persian', 'Spanish', 'English'],
    isPossible: isWritable,
    run: (page) => requestSpelling(page, 'passageLanguage'),
  },
  {
    id: 'block-language',
    group: 'move',
    icon: Languages,
    name: ({ spelling }) => spelling.blockLanguage,
    aliases: ['spelling', 'foreign', 'French', 'German', 'Hebrew', 'Arabic', 'Persian', 'Spanish', 'English'],
    isPossible: isWritable,
    run: (page) => requestSpelling(page, 'blockLanguage'),
  },
];
