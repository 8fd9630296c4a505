import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { median, type Measure } from './measure.ts';

const STARTS = 5;
const CLI = join(import.meta.dirname, '../../dist/cli/stet.js');

/**
 * From the start of the built program to the first rows of the library on screen, in a browser that is already open,
 * and the memory of the back end's process then. Medians of several starts. `place` holds 10,000 articles.
 */
export async function measureStart(browser: Browser, place: string): Promise<Measure[]> {
  const starts: Start[] = [];
  for (let at = 0; at < STARTS; at += 1) starts.push(await start(browser, place));
  const seconds = median(starts.map((each) => each.milliseconds)) / 1000;
  return [
    {
      name: 'library of 10,000: list on screen after start',
      measured: seconds,
      budget: 1,
      unit: 's',
      detail: `of it ${Math.round(median(starts.map((each) => each.served)))} ms until the page is served`,
    },
    {
      name: 'library of 10,000: memory of the back end',
      measured: Math.max(...starts.map((each) => each.megabytes)),
      budget: 300,
      unit: 'MB',
    },
  ];
}

interface Start {
  readonly milliseconds: number;
  readonly served: number;
  readonly megabytes: number;
}

async function start(browser: Browser, place: string): Promise<Start> {
  const config = await mkdtemp(join(tmpdir(), 'stet-start-'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const begun = performance.now();
  const host = spawn(process.execPath, [CLI, 'serve', '--library', place], {
    env: { ...process.env, STET_CONFIG: config },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(host, 'close');
  try {
    const url = await printedUrl(host.stdout);
    const served = performance.now() - begun;
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('.story-row').nth(5).waitFor({ state: 'visible' });
    const milliseconds = performance.now() - begun;
    return { milliseconds, served, megabytes: await residentMegabytes(host.pid ?? 0) };
  } finally {
    await context.close();
    host.kill('SIGTERM');
    await ended;
    await rm(config, { recursive: true, force: true });
  }
}

function printedUrl(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.on('data', (chunk) => {
      text += String(chunk);
      const url = /http:\/\/\S+/u.exec(text)?.[0];
      if (url !== undefined) resolve(url);
    });
    output.on('close', () => reject(new Error('the host ended without printing its address')));
  });
}

/** The most memory the process has ever held, as Linux counts it; not a number where there is no /proc. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(status)?.[1];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1024;
}
