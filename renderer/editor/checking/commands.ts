import { ArrowDownToDot, ArrowUpFromDot, ListChecks, Sigma } from 'lucide-react';
import type { EditCommand } from '../command/command.ts';
import type { Page } from '../page.ts';
import { checkerOf } from './checker.ts';
import { openCounts } from './counts-door.ts';
import { stepFinding } from './step.ts';

/** Going through what the checks found, and the counts. */
export const CHECKING_COMMANDS: readonly EditCommand[] = [
  {
    id: 'next-finding',
    group: 'tools',
    icon: ArrowDownToDot,
    keys: { code: 'F8' },
    name: ({ checking }) => checking.nextFinding,
    aliases: ['check', 'problem', 'warning', 'error', 'issue', 'lint'],
    isPossible: hasFindings,
    run: (page) => stepFinding(page, 1),
    isForScreen: true,
  },
  {
    id: 'previous-finding',
    group: 'tools',
    icon: ArrowUpFromDot,
    keys: { code: 'F8', shift: true },
    name: ({ checking }) => checking.previousFinding,
    aliases: ['check', 'problem', 'warning', 'error', 'issue'],
    isPossible: hasFindings,
    run: (page) => stepFinding(page, -1),
    isForScreen: true,
  },
  {
    id: 'counts',
    group: 'tools',
    icon: Sigma,
    name: ({ checking }) => checking.showCounts,
    aliases: ['word count', 'characters', 'length', 'reading time', 'headline length'],
    isPossible: ({ editors }) => editors !== null,
    run: (page) => openCounts(page, true),
  },
  {
    id: 'run-checks',
    group: 'tools',
    icon: ListChecks,
    name: ({ checking }) => checking.runChecks,
    aliases: ['check', 'lint', 'house rules', 'style'],
    isPossible: ({ editors }) => editors !== null,
    run: ({ session }) => checkerOf(session).run(),
  },
];

function hasFindings({ session }: Page): boolean {
  return (checkerOf(session).state.findings ?? []).some(({ field }) => field !== undefined);
}
