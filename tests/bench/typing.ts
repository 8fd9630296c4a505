import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { startHost } from '#tests/e2e/running.ts';
import { serveBarePage } from './bare-page.ts';
import { libraryWith } from './bench-library.ts';
import { benchText, type BenchBlock } from './bench-text.ts';
import { median, type Measure } from './measure.ts';

const WORDS = 10_000;
/** Repetitions of each kind, one after the other in turns, so that a busy moment of the machine meets both. */
const ROUNDS = 11;
const OPENINGS = 9;
const TYPED = 'and so the evening went on as it had begun';
/** Between two keys, in milliseconds: a fast typist. */
const BETWEEN_KEYS = 60;
/** Long enough for everything that waits for a pause in typing, in milliseconds. */
const SETTLE = 700;

const BODY = '.ProseMirror';
const STET_BODY = '.prose-body';

/**
 * Script time per keystroke, and the main thread's time to open, in an article of 10,000 words: the built application
 * on a real host against bare Tiptap with the same text in the same browser. Medians of interleaved repetitions.
 * Needs the built renderer.
 */
export async function measureTyping(browser: Browser): Promise<Measure[]> {
  const root = await mkdtemp(join(tmpdir(), 'stet-typing-'));
  const text = benchText(WORDS);
  const library = join(root, 'library');
  const id = await libraryWith(library, text);
  const bare = await serveBarePage();
  const host = await startHost({ library, port: 0, stay: true }, join(root, 'config'));
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const stetPage = await context.newPage();
    await stetPage.goto(host.url);
    const stet = { page: stetPage, open: () => openStet(stetPage, id, text) };
    const barePage = await context.newPage();
    const yardstick = { page: barePage, open: () => openBare(barePage, bare.url, text) };
    const opening = await compareOpening(stet, yardstick);
    const typing = await compareTyping(stet, yardstick);
    await context.close();
    return [typing, opening];
  } finally {
    await host.end('SIGTERM');
    await bare.end();
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Side {
  readonly page: Page;
  /** Opens the text and answers the main thread's time for it, in milliseconds. */
  readonly open: () => Promise<number>;
}

async function compareOpening(stet: Side, yardstick: Side): Promise<Measure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  await yardstick.open();
  await stet.open();
  for (let round = 0; round < OPENINGS; round += 1) {
    theirs.push(await yardstick.open());
    ours.push(await stet.open());
  }
  return ratio('open 10,000 words, main thread', ours, theirs, 2);
}

async function compareTyping(stet: Side, yardstick: Side): Promise<Measure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  await typeInMiddle(yardstick.page, BODY);
  await typeInMiddle(stet.page, STET_BODY);
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await typeInMiddle(yardstick.page, BODY));
    ours.push(await typeInMiddle(stet.page, STET_BODY));
  }
  return ratio('script per keystroke in 10,000 words', ours, theirs, 1.5);
}

/** The median of the turns' ratios: a machine that is slower for a while is so for both sides of a turn. */
function ratio(name: string, ours: readonly number[], theirs: readonly number[], budget: number): Measure {
  const detail = `${median(ours).toFixed(2)} ms against ${median(theirs).toFixed(2)} ms`;
  const turns = ours.map((each, turn) => each / (theirs[turn] ?? Number.NaN));
  return { name, measured: median(turns), budget, unit: 'x', detail };
}

/** Types at the end of a paragraph in the middle of the text; answers script time per key in milliseconds. */
async function typeInMiddle(page: Page, body: string): Promise<number> {
  await page.bringToFront();
  const paragraphs = page.locator(`${body} > p`);
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
  await page.waitForTimeout(SETTLE);
  const cdp = await page.context().newCDPSession(page);
  // What opening left behind is not typing's; either page could be made to sweep it up meanwhile.
  await cdp.send('HeapProfiler.collectGarbage');
  const before = await seconds(cdp, 'ScriptDuration');
  await page.keyboard.type(TYPED, { delay: BETWEEN_KEYS });
  await page.waitForTimeout(SETTLE);
  const spent = (await seconds(cdp, 'ScriptDuration')) - before;
  await cdp.detach();
  return (spent * 1_000) / TYPED.length;
}

async function openBare(page: Page, url: string, text: readonly BenchBlock[]): Promise<number> {
  await page.goto(url);
  await page.bringToFront();
  await page.waitForTimeout(SETTLE);
  const blocks = text.map((block) => [block.kind, block.text] as const);
  return spentOn(page, async () => {
    await page.evaluate((content) => void window.openText?.(content), blocks);
    await shown(page, BODY, text.length);
  });
}

async function openStet(page: Page, id: string, text: readonly BenchBlock[]): Promise<number> {
  await page.bringToFront();
  await page.evaluate(() => void (location.hash = '#/'));
  await page.locator(STET_BODY).waitFor({ state: 'detached' });
  await page.waitForTimeout(SETTLE);
  return spentOn(page, async () => {
    await page.evaluate((hash) => void (location.hash = hash), `#/edit/${id}`);
    await shown(page, STET_BODY, text.length);
  });
}

/** Resolves when the last block of the text has been painted. Asked in the page, so that asking costs next to nothing. */
async function shown(page: Page, body: string, blocks: number): Promise<void> {
  await page.evaluate((last) => {
    return new Promise<void>((resolve) => {
      const look = (): void => {
        if (document.querySelector(last) === null) requestAnimationFrame(look);
        else requestAnimationFrame(() => setTimeout(resolve));
      };
      look();
    });
  }, `${body} > :nth-child(${blocks})`);
}

/** How long the page's main thread worked meanwhile, in milliseconds. */
async function spentOn(page: Page, work: () => Promise<void>): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const before = await seconds(cdp, 'TaskDuration');
  await work();
  const spent = (await seconds(cdp, 'TaskDuration')) - before;
  await cdp.detach();
  return spent * 1_000;
}

async function seconds(cdp: CDPSession, name: 'ScriptDuration' | 'TaskDuration'): Promise<number> {
  // Time the thread really had, so that others on the machine do not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}
