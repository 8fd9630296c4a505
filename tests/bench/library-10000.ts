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
import type { Measure } from './measure.ts';

const ARTICLES = 10_000;
const TOGETHER = 250;
const APPENDS = 400;

const WORDS = 'the minister said on monday that talks would go on until a deal was reached despite the late hour'.split(
  ' ',
);

function text(seed: number, words: number): string {
  return Array.from({ length: words }, (_, at) => WORDS[(seed * 7 + at * 13 + (at % 5)) % WORDS.length]).join(' ');
}

const open = (place: string, access: 'read' | 'write') =>
  Library.open({ place, disk: nodeDisk(), clock: systemClock, random: (bytes) => randomBytes(bytes), access });

/**
 * A library of 10,000 articles of about 150 words in a temporary folder: made, opened by a fresh process, its index
 * deleted and rebuilt, and written to. `also` may measure more on it while it lies there.
 */
export async function measureLibrary(also: (place: string) => Promise<readonly Measure[]>): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const place = join(folder, 'library');
    await make(place);
    const more = await also(place);
    const script = fileURLToPath(new URL('library-probe.ts', import.meta.url));
    const opened = await startMeasuring(script, 'open', place);
    const rebuilt = await startMeasuring(script, 'rebuild', place);
    const appended = await startMeasuring(script, 'append', place, String(APPENDS));
    return [
      ...more,
      {
        name: 'library of 10,000: first 100 rows in the back end',
        measured: (opened.open ?? Number.NaN) / 1000,
        budget: 1,
        unit: 's',
      },
      {
        name: 'library of 10,000: memory while its index is rebuilt',
        measured: rebuilt.memory ?? Number.NaN,
        budget: 300,
        unit: 'MB',
        detail: `${milliseconds(rebuilt.whole)} for the whole, longest pause ${milliseconds(rebuilt.longestPause)}`,
      },
      {
        name: 'an update on disk against one bare write and fsync',
        measured: (appended.p50 ?? Number.NaN) / (appended.bareP50 ?? Number.NaN),
        budget: 3,
        unit: 'x',
        detail: `p50 ${milliseconds(appended.p50)} against ${milliseconds(appended.bareP50)}, p99 ${milliseconds(appended.p99)}`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const milliseconds = (value: number | undefined): string => `${(value ?? Number.NaN).toFixed(1)} ms`;

async function make(place: string): Promise<void> {
  const opened = await open(place, 'write');
  if (!opened.ok) throw new Error(opened.error.message);
  const library = opened.value;
  for (let at = 0; at < ARTICLES; at += TOGETHER) {
    const batch = Array.from({ length: TOGETHER }, (_, number) => create(library, at + number));
    await Promise.all(batch);
  }
  await library.close();
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
