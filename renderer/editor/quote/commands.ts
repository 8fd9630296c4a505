import { CalendarClock, Quote } from 'lucide-react';
import { isInBody, runs, type EditCommand } from '../command/command.ts';
import { insertCorrection, pullQuoteFromSelection } from './quote-commands.ts';

/** Quotes and notes made from what is there. */
export const QUOTE_COMMANDS: readonly EditCommand[] = [
  {
    id: 'pull-quote-from-selection',
    group: 'insert',
    icon: Quote,
    name: ({ blocks }) => blocks.pullQuoteFromSelection,
    aliases: ['pull quote', 'callout', 'lift', 'copy'],
    isPossible: isInBody,
    run: runs(pullQuoteFromSelection),
  },
  {
    id: 'correction-note',
    group: 'insert',
    icon: CalendarClock,
    name: ({ blocks }) => blocks.correctionNote,
    aliases: ['clarification', 'update', 'retraction', 'dated'],
    isPossible: isInBody,
    run: (page) => void page.run(insertCorrection(page.session.metadata().language)),
  },
];
