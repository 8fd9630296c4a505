import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import { isInBody, runsAsStep, type EditCommand } from './command.ts';
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
    isPossible: isInBody,
    run: runsAsStep(moveBlocksBy(-1)),
  },
  {
    id: 'move-down',
    group: 'move',
    icon: ArrowDown,
    keys: { code: 'ArrowDown', alt: true, shift: true },
    name: ({ commands }) => commands.moveBlockDown,
    aliases: ['paragraph', 'block', 'below'],
    isPossible: isInBody,
    run: runsAsStep(moveBlocksBy(1)),
  },
  {
    id: 'duplicate',
    group: 'move',
    icon: Copy,
    name: ({ commands }) => commands.duplicateBlock,
    aliases: ['copy', 'paragraph', 'repeat'],
    isPossible: isInBody,
    run: runsAsStep(duplicateBlocks),
  },
  {
    id: 'remove',
    group: 'move',
    icon: Trash2,
    name: ({ commands }) => commands.removeBlock,
    aliases: ['delete', 'paragraph', 'cut'],
    isPossible: isInBody,
    run: runsAsStep(removeBlocks),
  },
];
