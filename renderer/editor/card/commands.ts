import { AppWindow, Newspaper } from 'lucide-react';
import { askingOf } from '../asking.ts';
import { isInBody, type EditCommand } from '../command/command.ts';

/** Cards of what lives elsewhere. */
export const CARD_COMMANDS: readonly EditCommand[] = [
  {
    id: 'embed',
    group: 'insert',
    icon: AppWindow,
    name: ({ blocks }) => blocks.embedCommand,
    aliases: ['video', 'post', 'tweet', 'youtube', 'instagram', 'tiktok', 'spotify', 'social', 'url', 'card'],
    isPossible: isInBody,
    run: (page) => askingOf(page.session).ask({ kind: 'embed' }),
  },
  {
    id: 'related-card',
    group: 'insert',
    icon: Newspaper,
    name: ({ blocks }) => blocks.relatedCommand,
    aliases: ['inline card', 'read more', 'background', 'also'],
    isPossible: isInBody,
    run: (page) => askingOf(page.session).ask({ kind: 'related-card' }),
  },
];
