import { Redo2, Undo2 } from 'lucide-react';
import { isWritable, type EditCommand } from './command.ts';

/** Going back and forth, and to the tools. */
export const HISTORY_COMMANDS: readonly EditCommand[] = [
  {
    id: 'undo',
    group: 'edit',
    icon: Undo2,
    keys: { code: 'KeyZ', mod: true },
    name: ({ editor }) => editor.undo,
    aliases: ['back', 'revert'],
    isPossible: (page) => isWritable(page) && page.session.undoManager.undoStack.length > 0,
    run: (page) => page.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    icon: Redo2,
    keys: { code: 'KeyZ', mod: true, shift: true },
    moreKeys: [{ code: 'KeyY', mod: true }],
    name: ({ editor }) => editor.redo,
    aliases: ['again', 'forward'],
    isPossible: (page) => isWritable(page) && page.session.undoManager.redoStack.length > 0,
    run: (page) => page.redo(),
  },
  {
    id: 'toolbar',
    group: 'edit',
    keys: { code: 'F10', alt: true },
    name: ({ commands }) => commands.goToToolbar,
    aliases: ['formatting bar', 'buttons'],
    run: (page) => page.goToToolbar(),
  },
];
