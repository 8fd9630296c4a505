import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { ArticleId } from '#shared/article/identity.ts';
import { startHost } from '#tests/e2e/running.ts';
import { serveBarePage } from './bare-page.ts';
import { benchText, type BenchBlock } from './bench-text.ts';
import { createArticle, must, startMachine } from './desk-machine.ts';
import { timeKeys } from './key-to-paint.ts';

/** Long enough for everything that waits for a pause in writing, in milliseconds. */
export const SETTLE = 700;

/** One of the editors that are compared, in a page of its own. */
export interface Side {
  readonly name: 'Stet' | 'bare Tiptap' | 'contenteditable';
  readonly page: Page;
  /** Selector of the element that holds the blocks. */
  readonly body: string;
  /** Opens the text of so many words and answers the main thread's time for it, in milliseconds. */
  open(words: number): Promise<number>;
}

/** Stet with everything on, beside bare Tiptap and an element that the browser edits by itself. */
export interface EditingRoom {
  readonly stet: Side;
  readonly bare: Side;
  readonly plain: Side;
}

/**
 * The built application on a real host, with outline, Checks panel, counts and spelling as it comes, on a desk where a
 * colleague has the article open too; and the yardsticks, with the same text in the same browser. Needs the built
 * renderer. Leaves nothing behind.
 */
export async function inEditingRoom<T>(
  browser: Browser,
  sizes: readonly number[],
  work: (room: EditingRoom) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'stet-editing-'));
  const texts = new Map(sizes.map((words) => [words, benchText(words)]));
  const newsroom = await startNewsroom(root, texts);
  const yardsticks = await serveBarePage();
  const host = await startHost({ library: newsroom.library, port: 0, stay: true }, join(root, 'config'));
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(timeKeys);
    await context.addInitScript(() => {
      localStorage.setItem('stet.panels', JSON.stringify({ outline: true, panel: true, tab: 'checks' }));
    });
    const room = {
      stet: await stetSide(context, host.url, texts, newsroom),
      bare: await yardstickSide('bare Tiptap', context, yardsticks.url, texts),
      plain: await yardstickSide('contenteditable', context, `${yardsticks.url}plain.html`, texts),
    };
    const done = await work(room);
    await context.close();
    return done;
  } finally {
    await host.end('SIGTERM');
    await yardsticks.end();
    await newsroom.end();
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Texts = ReadonlyMap<number, readonly BenchBlock[]>;

interface Newsroom {
  readonly library: string;
  readonly ids: ReadonlyMap<number, ArticleId>;
  /** The colleague opens that article. */
  meet(id: ArticleId): Promise<void>;
  end(): Promise<void>;
}

/** A library with one article of each size, on a desk with a colleague. */
async function startNewsroom(root: string, texts: Texts): Promise<Newsroom> {
  const at = (name: string) => ({ name, folder: join(root, name), place: join(root, 'desk') });
  const ana = await startMachine('create', at('ana'));
  const ids = new Map<number, ArticleId>();
  for (const [words, text] of texts) ids.set(words, await createArticle(ana.library, `${words} words`, text));
  must(await ana.desk.share([...ids.values()]));
  await ana.exchange();
  await ana.close();
  const ben = await startMachine('join', at('ben'));
  await ben.exchange();
  return {
    library: at('ana').folder,
    ids,
    async meet(id) {
      ben.desk.setHere({ article: id, section: '' });
      await ben.exchange();
    },
    end: () => ben.close(),
  };
}

async function stetSide(context: BrowserContext, url: string, texts: Texts, newsroom: Newsroom): Promise<Side> {
  const page = await context.newPage();
  await page.goto(url);
  const body = '.prose-body';
  return {
    name: 'Stet',
    page,
    body,
    async open(words) {
      const id = newsroom.ids.get(words);
      if (id === undefined) throw new Error(`no article of ${words} words was made`);
      await newsroom.meet(id);
      await page.bringToFront();
      await page.evaluate(() => void (location.hash = '#/'));
      await page.locator(body).waitFor({ state: 'detached' });
      await page.waitForTimeout(SETTLE);
      return spentOn(page, 'TaskDuration', async () => {
        await page.evaluate((hash) => void (location.hash = hash), `#/edit/${id}`);
        await shown(page, body, texts.get(words)?.length ?? 0);
      });
    },
  };
}

async function yardstickSide(name: Side['name'], context: BrowserContext, url: string, texts: Texts): Promise<Side> {
  const page = await context.newPage();
  const body = '.ProseMirror';
  return {
    name,
    page,
    body,
    async open(words) {
      const text = texts.get(words) ?? [];
      await page.goto(url);
      await page.bringToFront();
      await page.waitForTimeout(SETTLE);
      const blocks = text.map((block) => [block.kind, block.text] as const);
      return spentOn(page, 'TaskDuration', async () => {
        await page.evaluate((content) => void window.openText?.(content), blocks);
        await shown(page, body, text.length);
      });
    },
  };
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

/** How long the page's main thread worked meanwhile, in script or in all, in milliseconds. */
export async function spentOn(
  page: Page,
  what: 'ScriptDuration' | 'TaskDuration',
  work: () => Promise<void>,
): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const before = await seconds(cdp, what);
  await work();
  const spent = (await seconds(cdp, what)) - before;
  await cdp.detach();
  return spent * 1_000;
}

async function seconds(cdp: CDPSession, name: 'ScriptDuration' | 'TaskDuration'): Promise<number> {
  // Time the thread really had, so that others on the machine do not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}
