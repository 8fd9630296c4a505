import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { storyWithBody } from '#tests/e2e/editor.ts';
import { startHost } from '#tests/e2e/running.ts';
import { benchText } from './bench-text.ts';
import type { Measure } from './measure.ts';
import { wordClip } from './word-clip.ts';

const WORDS = 50_000;
const BODY = '.prose-body';
/** Typed while the paste goes on, letter by letter; it has to be there in the end. */
const TYPED = 'Written while the rest came in. ';
/** So long may all of it take, in milliseconds. */
const PATIENCE = 120_000;

/**
 * A Word document of 50,000 words pasted with a real paste event into the built application, while somebody types: the
 * longest task of the page's main thread, which is how long a key may have to wait, from the event until all is there and
 * what follows is done. In time the thread really had, so that others on the machine do not count; beside it the longest
 * time by the clock in which the page gave no sign. Needs the built renderer.
 */
export async function measurePasting(browser: Browser): Promise<Measure[]> {
  const root = await mkdtemp(join(tmpdir(), 'stet-pasting-'));
  const host = await startHost({ library: join(root, 'library'), port: 0, stay: true }, join(root, 'config'));
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(host.url);
    await storyWithBody(page);
    await page.keyboard.type('What stood here before. ');
    await page.waitForTimeout(2_000);
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
    const measured = await pasteWhileTyping(page, wordClip(WORDS));
    const task = longestTask((await browser.stopTracing()).toString());
    await context.close();
    return [
      {
        name: 'longest wait while 50,000 words are pasted',
        measured: task,
        budget: 200,
        unit: 'ms',
        detail: `all there after ${(measured.whole / 1000).toFixed(1)} s in ${measured.blocks} blocks; by the clock ${Math.round(measured.longest)} ms`,
      },
    ];
  } finally {
    await host.end('SIGTERM');
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Pasted {
  readonly longest: number;
  readonly whole: number;
  readonly blocks: number;
}

async function pasteWhileTyping(page: Page, html: string): Promise<Pasted> {
  const expected = benchText(WORDS).length;
  const before = await page.locator(`${BODY} > *`).count();
  await page.evaluate(paste, html);
  await page.keyboard.type(TYPED, { delay: 50 });
  await page.locator('.paste-line').waitFor({ state: 'detached', timeout: PATIENCE });
  // What follows a paste (counts, outline, saving) is part of it for whoever goes on writing.
  await page.waitForTimeout(1_500);
  const heard = await page.evaluate(() => window.pasteHeard?.());
  const blocks = (await page.locator(`${BODY} > *`).count()) - before;
  const isWhole = (await page.locator(BODY).textContent())?.includes(TYPED.trim()) === true;
  if (heard === undefined || !isWhole || blocks < expected) {
    throw new Error(
      `the paste lost something: ${blocks} of ${expected} blocks, typed text ${isWhole ? 'there' : 'gone'}`,
    );
  }
  return { ...heard, blocks };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Thread time in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of a page's main thread in a trace, in milliseconds of thread time. */
function longestTask(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  const named = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const mains = new Set(named.map(thread));
  const times = traceEvents
    .filter((event) => event.name.endsWith('RunTask') && mains.has(thread(event)))
    .map(({ tdur = 0 }) => tdur / 1_000);
  return times.reduce((most, time) => Math.max(most, time), times.length > 0 ? 0 : Number.NaN);
}

declare global {
  interface Window {
    pasteHeard?: () => { longest: number; whole: number };
  }
}

/** Runs in the page: begins to listen for the page's pulse, pastes, and notes when all was there. */
function paste(html: string): void {
  let last = performance.now();
  const began = last;
  let [longest, whole] = [0, 0];
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 4);
  const look = setInterval(() => {
    if (document.querySelector('.paste-line') !== null) return;
    whole = performance.now() - began;
    clearInterval(look);
  }, 20);
  window.pasteHeard = () => {
    clearInterval(beat);
    return { longest, whole };
  };
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', html);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}
