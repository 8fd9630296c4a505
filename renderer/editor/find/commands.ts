import { Replace, Search } from 'lucide-react';
import { isWritable, type EditCommand } from '../command/command.ts';
import { findDoorOf } from './find-door.ts';

/** Finding and replacing in the story. The bar itself is loaded when one of these asks for it. */
export const FIND_COMMANDS: readonly EditCommand[] = [
  {
    id: 'find',
    group: 'tools',
    icon: Search,
    keys: { code: 'KeyF', mod: true },
    name: ({ find }) => find.findIn,
    aliases: ['search', 'look for'],
    isForScreen: true,
    isPossible: (page) => page.editors !== null,
    run: (page) => findDoorOf(page).open(false),
  },
  {
    id: 'find-replace',
    group: 'tools',
    icon: Replace,
    keys: { code: 'KeyH', mod: true },
    moreKeys: [{ code: 'KeyF', mod: true, alt: true }],
    name: ({ find }) => find.title,
    aliases: ['search', 'change', 'substitute', 'regular expression'],
    isForScreen: true,
    isPossible: isWritable,
    run: (page) => findDoorOf(page).open(true),
  },
  {
    id: 'find-next',
    group: 'tools',
    keys: { code: 'F3' },
    moreKeys: [{ code: 'KeyG', mod: true }],
    name: ({ find }) => find.nextHit,
    aliases: ['find again', 'search'],
    isForScreen: true,
    isPossible: (page) => page.editors !== null,
    run: (page) => findDoorOf(page).go(1),
  },
  {
    id: 'find-previous',
    group: 'tools',
    keys: { code: 'F3', shift: true },
    moreKeys: [{ code: 'KeyG', mod: true, shift: true }],
    name: ({ find }) => find.previousHit,
    aliases: ['find again', 'search', 'back'],
    isForScreen: true,
    isPossible: (page) => page.editors !== null,
    run: (page) => findDoorOf(page).go(-1),
  },
];
