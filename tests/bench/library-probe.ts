import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { open as openFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { editState } from '#shared/document/edit.ts';
import { setFields } from '#shared/document/field.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { Library } from '#electron/backend/library.ts';
import { median } from './measure.ts';

/** What one of these processes measures; which, depends on what it is asked. */
interface Numbers {
  readonly open?: number;
  readonly search?: number;
  readonly memory?: number;
  readonly memoryBefore?: number;
  readonly whole?: number;
  readonly longestPause?: number;
  readonly p50?: number;
  readonly p99?: number;
  readonly bareP50?: number;
}

/** Runs this file as a process of its own and answers what it measured. */
export async function startMeasuring(script: string, ...args: readonly string[]): Promise<Numbers> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`measuring ${args[0]} ended with ${code}`);
  return JSON.parse(output) as Numbers;
}

async function open(place: string): Promise<Library> {
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const opened = await Library.open({ place, disk: nodeDisk(), clock: systemClock, random, access: 'write' });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const megabytes = (): number => process.memoryUsage.rss() / 1_048_576;

async function measureOpen(place: string): Promise<Numbers> {
  const memoryBefore = megabytes();
  const begun = performance.now();
  const library = await open(place);
  const rows = library.list({ limit: 100 }).items.length;
  const listed = performance.now();
  if (rows !== 100) throw new Error('the list is not whole');
  const memory = megabytes();
  const asked = performance.now();
  library.list({ search: 'minister 42' });
  const search = performance.now() - asked;
  await library.close();
  return { open: listed - begun, memoryBefore, memory, search };
}

async function measureRebuild(place: string): Promise<Numbers> {
  await rm(join(place, 'index'), { recursive: true });
  const begun = performance.now();
  const library = await open(place);
  const opened = performance.now();
  let longestPause = 0;
  let last = opened;
  while (library.status().indexing) {
    await setImmediate();
    longestPause = Math.max(longestPause, performance.now() - last);
    last = performance.now();
  }
  const numbers = { open: opened - begun, whole: last - begun, longestPause, memory: megabytes() };
  await library.close();
  return numbers;
}

/**
 * Times saving an update, in turn with the least any program can do to have as many bytes on this disk: one write and
 * one fdatasync. Both come after the same work, because a disk and a processor that were busy answer otherwise than in
 * a row of writes with nothing between, and because a machine is never the same from one second to the next.
 */
async function measureAppends(place: string, count: number): Promise<Numbers> {
  const library = await open(place);
  const id = library.list({ limit: 1 }).items[0]?.id;
  if (id === undefined) throw new Error('the library is empty');
  const edited = async (slug: string): Promise<Uint8Array> => {
    const loaded = await library.load(id);
    if (!loaded.ok) throw new Error(loaded.error.message);
    const { update } = editState(loaded.value.state, (doc) => setFields(doc, { slug }));
    if (update === null) throw new Error('nothing was changed');
    return update;
  };
  const file = join(place, 'bare.bin');
  const handle = await openFile(file, 'a');
  const times: number[] = [];
  const bare: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const update = await edited(`take-${number}`);
    const begun = performance.now();
    const appended = await library.append(id, update);
    times.push(performance.now() - begun);
    if (!appended.ok) throw new Error(appended.error.message);
    const other = await edited(`bare-${number}`);
    const bareBegun = performance.now();
    await handle.write(other);
    await handle.datasync();
    bare.push(performance.now() - bareBegun);
  }
  await handle.close();
  await rm(file);
  await library.close();
  times.sort((a, b) => a - b);
  return { p50: median(times), p99: times[Math.floor(count * 0.99)] ?? NaN, bareP50: median(bare) };
}

const [what, place = '', count = '100'] = process.argv.slice(2);
if (import.meta.main) {
  const measured =
    what === 'open'
      ? await measureOpen(place)
      : what === 'rebuild'
        ? await measureRebuild(place)
        : await measureAppends(place, Number(count));
  process.stdout.write(JSON.stringify(measured));
}
