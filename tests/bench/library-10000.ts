import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '#shared/article/inline.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { Library } from '#electron/backend/library.ts';
import { startMeasuring } from './library-probe.ts';

const ARTICLES = 10_000;
const TOGETHER = 250;
const APPENDS = 400;

/** What was measured on a library of 10,000 articles of about 150 words. Times in milliseconds, sizes in megabytes. */
export interface LibraryNumbers {
  /** Making all of them, 250 at a time. */
  readonly create: number;
  readonly close: number;
  /** From asking for the library to having the first 100 rows of its list, in a fresh process. */
  readonly open: number;
  /** Resident memory of that process after the list, and what of it was there before. */
  readonly memory: number;
  readonly memoryBefore: number;
  /** The same after the index was deleted: until the library is open, until the list is whole, the longest pause. */
  readonly rebuildOpen: number;
  readonly rebuild: number;
  readonly rebuildLongestPause: number;
  readonly rebuildMemory: number;
  /** One update after another, each synced. */
  readonly appendP50: number;
  readonly appendP99: number;
  readonly search: number;
}

const WORDS = 'the minister said on monday that talks would go on until a deal was reached despite the late hour'.split(
  ' ',
);

function text(seed: number, words: number): string {
  return Array.from({ length: words }, (_, at) => WORDS[(seed * 7 + at * 13 + (at % 5)) % WORDS.length]).join(' ');
}

const open = (place: string, access: 'read' | 'write') =>
  Library.open({ place, disk: nodeDisk(), clock: systemClock, random: (bytes) => randomBytes(bytes), access });

/** Makes the library in a temporary folder, measures, and leaves nothing behind. */
export async function measureLibrary(): Promise<LibraryNumbers> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const place = join(folder, 'library');
    const made = await make(place);
    const script = fileURLToPath(new URL('library-probe.ts', import.meta.url));
    const opened = await startMeasuring(script, 'open', place);
    const rebuilt = await startMeasuring(script, 'rebuild', place);
    const appended = await startMeasuring(script, 'append', place, String(APPENDS));
    return {
      ...made,
      open: opened.open ?? NaN,
      search: opened.search ?? NaN,
      memory: opened.memory ?? NaN,
      memoryBefore: opened.memoryBefore ?? NaN,
      rebuildOpen: rebuilt.open ?? NaN,
      rebuild: rebuilt.whole ?? NaN,
      rebuildLongestPause: rebuilt.longestPause ?? NaN,
      rebuildMemory: rebuilt.memory ?? NaN,
      appendP50: appended.p50 ?? NaN,
      appendP99: appended.p99 ?? NaN,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function make(place: string): Promise<{ create: number; close: number }> {
  const begun = performance.now();
  const opened = await open(place, 'write');
  if (!opened.ok) throw new Error(opened.error.message);
  const library = opened.value;
  for (let at = 0; at < ARTICLES; at += TOGETHER) {
    const batch = Array.from({ length: TOGETHER }, (_, number) => create(library, at + number));
    await Promise.all(batch);
  }
  const created = performance.now();
  await library.close();
  return { create: created - begun, close: performance.now() - created };
}

async function create(library: Library, number: number): Promise<void> {
  const paragraphs = [50, 50, 50].map((words, at) => ({
    kind: 'paragraph' as const,
    content: [run(text(number * 3 + at, words))],
  }));
  const headline = [run(`${number}: ${text(number, 8)}`)];
  const draft = { headline, standfirst: [], body: paragraphs, metadata: { slug: `story-${number}` }, related: [] };
  const made = await library.create(draft);
  if (!made.ok) throw new Error(made.error.message);
}
