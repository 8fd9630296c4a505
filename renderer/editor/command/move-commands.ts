import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import { isOnBlocks, runsOnBlocksAsStep, type EditCommand } from './command.ts';
import { duplicateBlocks, moveBlocksBy, removeBlocks } from './move-blocks.ts';

/** What is done to whole blocks. */
export const MOVE_COMMANDS: readonly EditCommand[] = [
  {
    id: 'move-up',
    group: 'move',
    icon: ArrowUp,
    keys: { code: 'ArrowUp', alt: true, shift: true },
    name: ({ commands }) => commands.moveBlockUp,
    aliases: ['paragraph', 'block', 'above'],
    isPossible: isOnBlocks,
    run: runsOnBlocksAsStep(moveBlocksBy(-1)),
  },
  {
    id: 'move-down',
    group: 'move',
    icon: ArrowDown,
    keys: { code: 'ArrowDown', alt: true, shift: true },
    name: ({ commands }) => commands.moveBlockDown,
    aliases: ['paragraph', 'block', 'below'],
    isPossible: isOnBlocks,
    run: runsOnBlocksAsStep(moveBlocksBy(1)),
  },
  {
    id: 'duplicate',
    group: 'move',
    icon: Copy,
    name: ({ commands }) => commands.duplicateBlock,
    aliases: ['copy', 'paragraph', 'repeat'],
    isPossible: isOnBlocks,
    run: runsOnBlocksAsStep(duplicateBlocks),
  },
  {
    id: 'remove',
    group: 'move',
    icon: Trash2,
    name: ({ commands }) => commands.removeBlock,
    aliases: ['delete', 'paragraph', 'cut'],
    isPossible: isOnBlocks,
    run: runsOnBlocksAsStep(removeBlocks),
  },
];
