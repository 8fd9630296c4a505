import {
  Heading2,
  Heading3,
  Heading4,
  IndentDecrease,
  IndentIncrease,
  List,
  ListOrdered,
  MessageSquareQuote,
  PackageOpen,
  Pilcrow,
  TextQuote,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ListKind } from '#shared/article/block.ts';
import { indentItems, toggleBox, toggleKind, toggleList, type BlockChoice } from '../block-commands.ts';
import type { Page } from '../page.ts';
import { isOnBlocks, runsOnBlocks, type EditCommand } from './command.ts';

type Given = Pick<EditCommand, 'keys' | 'typed' | 'aliases' | 'hint'>;

function kind(choice: BlockChoice, icon: LucideIcon, given: Given = {}): EditCommand {
  return {
    id: choice,
    group: 'block',
    icon,
    name: ({ editor }) => editor[choice],
    isPossible: isOnBlocks,
    isActive: (state) => state.choice === choice && state.list === null,
    run: runsOnBlocks(toggleKind(choice)),
    ...given,
  };
}

function listing(id: string, list: ListKind, icon: LucideIcon, given: Given): EditCommand {
  return {
    id,
    group: 'block',
    icon,
    name: ({ editor }) => (list === 'bulleted' ? editor.bulletedList : editor.numberedList),
    isPossible: isOnBlocks,
    isActive: (state) => state.list === list,
    run: runsOnBlocks(toggleList(list)),
    ...given,
  };
}

function canIndent(by: 1 | -1): (page: Page) => boolean {
  return (page) => {
    const blocks = isOnBlocks(page) ? page.blocks() : null;
    return blocks !== null && indentItems(by)(blocks.state);
  };
}

function boxName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** What a block is. */
export const KIND_COMMANDS: readonly EditCommand[] = [
  kind('paragraph', Pilcrow, {
    keys: { code: 'Digit0', mod: true, alt: true },
    aliases: ['text', 'plain', 'normal', 'body'],
  }),
  kind('heading2', Heading2, {
    keys: { code: 'Digit2', mod: true, alt: true },
    typed: '##',
    aliases: ['h2', 'crosshead', 'subhed', 'title', '##', '#'],
  }),
  kind('heading3', Heading3, {
    keys: { code: 'Digit3', mod: true, alt: true },
    typed: '###',
    aliases: ['h3', 'title', '###'],
  }),
  kind('heading4', Heading4, {
    keys: { code: 'Digit4', mod: true, alt: true },
    typed: '####',
    aliases: ['h4', 'title', '####'],
  }),
  listing('bulleted-list', 'bulleted', List, {
    keys: { code: 'Digit8', mod: true, shift: true },
    typed: '-',
    aliases: ['bullets', 'unordered', 'points', 'ul', '-', '*'],
  }),
  listing('numbered-list', 'numbered', ListOrdered, {
    keys: { code: 'Digit7', mod: true, shift: true },
    typed: '1.',
    aliases: ['ordered', 'numbers', 'ol', '1.'],
  }),
  kind('blockQuote', TextQuote, {
    keys: { code: 'Digit9', mod: true, shift: true },
    typed: '>',
    aliases: ['quotation', 'citation', '>'],
  }),
  kind('pullQuote', MessageSquareQuote, { aliases: ['callout', 'big quote', 'lift-out'] }),
  kind('correction', TriangleAlert, { aliases: ['note', 'clarification', 'update'] }),
  {
    id: 'fact-box',
    group: 'block',
    icon: PackageOpen,
    name: ({ editor }) => editor.factBox,
    aliases: ['sidebar', 'panel', 'callout', 'box'],
    isPossible: isOnBlocks,
    isActive: ({ boxed }) => boxed,
    run: runsOnBlocks(toggleBox(boxName)),
  },
  {
    id: 'indent',
    group: 'move',
    icon: IndentIncrease,
    typed: 'Tab',
    name: ({ editor }) => editor.indent,
    isPossible: canIndent(1),
    run: runsOnBlocks(indentItems(1)),
  },
  {
    id: 'outdent',
    group: 'move',
    icon: IndentDecrease,
    typed: 'Shift+Tab',
    name: ({ editor }) => editor.outdent,
    isPossible: canIndent(-1),
    run: runsOnBlocks(indentItems(-1)),
  },
];
