import { ClipboardType } from 'lucide-react';
import { isWritable, type EditCommand } from '../command/command.ts';
import { PLAIN_KEYS } from './clipping.ts';
import { pastePlain } from './plain.ts';

/** Pasting that is asked for by name; the browser's own keys need no command. */
export const PASTE_COMMANDS: readonly EditCommand[] = [
  {
    id: 'paste-plain',
    group: 'edit',
    icon: ClipboardType,
    keys: PLAIN_KEYS,
    isBrowsers: true,
    name: ({ pasting }) => pasting.plain,
    aliases: ['without formatting', 'unformatted', 'paste and match style', 'clipboard'],
    isPossible: isWritable,
    run: (page) => void pastePlain(page),
  },
];
