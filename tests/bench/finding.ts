import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startHost } from '#tests/e2e/running.ts';
import { benchText } from './bench-text.ts';
import { createArticle, startMachine } from './desk-machine.ts';
import { quantile, type Measure } from './measure.ts';

const WORDS = 50_000;
const BODY = '.prose-body';
/** Typed letter by letter: words that stand everywhere, one that is rare and one that is nowhere. */
const SOUGHT = ['the', 'harbour', 'council', 'qzx'];

/**
 * Finding in an article of 50,000 words: how long after each typed letter the first hits are marked in the text and
 * counted in the bar (or that there are none is said), by the clock, from the moment the browser had the key until the
 * frame with them is made. Needs the built renderer.
 */
export async function measureFinding(browser: Browser): Promise<Measure[]> {
  const root = await mkdtemp(join(tmpdir(), 'stet-finding-'));
  const library = join(root, 'library');
  const text = benchText(WORDS);
  const ana = await startMachine('create', { name: 'ana', folder: library, place: join(root, 'desk') });
  const id = await createArticle(ana.library, `${WORDS} words`, text);
  await ana.close();
  const host = await startHost({ library, port: 0, stay: true }, join(root, 'config'));
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(host.url);
    await page.evaluate((hash) => void (location.hash = hash), `#/edit/${id}`);
    await page.locator(`${BODY} > :nth-child(${text.length})`).waitFor({ state: 'attached' });
    await page.waitForTimeout(2_000);
    const times = await timeLetters(page);
    await context.close();
    return [
      {
        name: 'letter to first hits marked, 50,000 words',
        measured: quantile(times, 0.95),
        budget: 100,
        unit: 'ms',
        detail: `p50 ${Math.round(quantile(times, 0.5))} ms, longest ${Math.round(Math.max(...times))} ms of ${times.length} letters`,
      },
    ];
  } finally {
    await host.end('SIGTERM');
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function timeLetters(page: Page): Promise<number[]> {
  await page.locator(BODY).focus();
  await page.keyboard.press('ControlOrMeta+f');
  const field = page.getByRole('search').getByRole('textbox').first();
  await field.waitFor();
  await page.evaluate(listen);
  const times: number[] = [];
  for (const word of SOUGHT) {
    await field.fill('');
    await page.waitForTimeout(300);
    for (const letter of word) {
      await page.keyboard.press(letter);
      times.push(await page.evaluate(() => window.foundAfter?.() ?? Number.NaN));
      await page.waitForTimeout(120);
    }
  }
  return times;
}

declare global {
  interface Window {
    /** How long after the last key the frame with what was found was made, in milliseconds. */
    foundAfter?: () => Promise<number>;
  }
}

/** Runs in the page. What is found stands in the bar with the same frame as the marks in the text, or the one before. */
function listen(): void {
  let found = Promise.resolve(Number.NaN);
  const { port1, port2 } = new MessageChannel();
  port2.start();
  const afterFrame = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        port2.addEventListener('message', () => resolve(), { once: true });
        port1.postMessage(null);
      });
    });
  window.foundAfter = () => found;
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const marked = (): boolean => {
        const sought = document.querySelector<HTMLInputElement>('.find-bar input')?.value;
        const [now] = CSS.highlights.get('stet-found-now') ?? [];
        if (now === undefined) return /^\D+$/u.test(document.querySelector('.find-count')?.textContent ?? '');
        return now instanceof Range && now.toString().toLowerCase() === sought;
      };
      const look = async (): Promise<number> => {
        do await afterFrame();
        while (!marked());
        return performance.now() - timeStamp;
      };
      found = look();
    },
    true,
  );
}
