import { parseArgs } from 'node:util';
import { sweep, type Swept } from './sweep-plan.ts';

/**
 * `npm run desk:sweep`: every file-system call of a life in which somebody saves, publishes, receives and compacts, on
 * this machine's own disk, once with each fault. Ends with 1 when anything was corrupt or acknowledged and not so.
 */
const NAMED = ['save', 'publish', 'receive', 'compact'] as const;
/** So many of what is wrong are shown for each fault. */
const SHOWN = 20;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(8) : String(cell).padStart(10))).join('');
}

function tell({ how, runs, moves, corrupt, lies, astray, seconds, wrong }: Swept, calls: number): void {
  say(row([how, calls, runs, moves, corrupt, lies, astray, seconds.toFixed(1)]));
  for (const one of wrong.slice(0, SHOWN)) {
    say(`  call ${one.at}, ${one.call}: ${one.is}: ${one.what}`);
  }
  if (wrong.length > SHOWN) say(`  and ${wrong.length - SHOWN} more`);
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { stride: { type: 'string', default: '1' } } });
  const stride = Number(values.stride);
  if (!Number.isSafeInteger(stride) || stride < 1) throw new Error('--stride takes a whole number from 1');
  const { calls, phases, swept } = await sweep(stride, (one) => say(`${one.how}: ${one.runs} runs`));
  const parts = Object.entries(phases).map(([phase, count]) => `${phase} ${count}`);
  say(`${calls.length} calls: ${parts.join(', ')}`);
  if (stride > 1) say(`SAMPLED: only every ${stride}th call is tried, another one for each fault`);
  say(row(['fault', 'calls', 'runs', 'in bytes', 'corrupt', 'lies', 'astray', 'seconds']));
  for (const one of swept) tell(one, calls.length);
  const empty = NAMED.filter((phase) => phases[phase] === 0);
  for (const phase of empty) say(`no call belongs to ${phase}`);
  const least = Math.floor(calls.length / stride);
  return empty.length === 0 && swept.every(({ runs, wrong }) => runs >= least && wrong.length === 0);
}

process.exitCode = (await main()) ? 0 : 1;
