import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail, succeed, type Result } from '#shared/article/failure.ts';

/** Names under which a Chromium of any make is installed. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Keeps Chromium from calling home, which a closed network refuses many times a second. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=MediaRouter,OptimizationHints,AutofillServerCommunication,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
];

/** Chromium's own sandbox does not start as root on Linux: there, and only there, tests go without it. */
export function needsNoSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * The Chromium to test with: `STET_CHROMIUM`, Playwright's own, or an installed one. With `install` and as root on
 * Debian, the distribution's is installed. Otherwise fails with one sentence that says what is missing.
 */
export async function findChromium({ install }: { install: boolean }): Promise<Result<string>> {
  const given = process.env['STET_CHROMIUM'];
  if (given !== undefined && given !== '') {
    return existsSync(given)
      ? succeed(given)
      : fail('file-missing', `STET_CHROMIUM names ${given}, which is not there.`);
  }
  const found = (await playwrightsOwn()) ?? installed();
  if (found !== null) return succeed(found);
  if (install && installDebians()) {
    const fresh = installed();
    if (fresh !== null) return succeed(fresh);
  }
  return fail(
    'file-missing',
    'No Chromium was found for the browser tests: run `npx playwright install chromium`, install Chromium or Chrome, or set STET_CHROMIUM to its path.',
  );
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

function installed(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const named = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...named, ...PLACES].find((path) => existsSync(path)) ?? null;
}

function installDebians(): boolean {
  if (!needsNoSandbox() || !existsSync('/usr/bin/apt-get')) return false;
  process.stdout.write('No Chromium found; installing Debian’s (apt-get install chromium).\n');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: environment, timeout: 300_000 }).status === 0;
  return run('update') && run('install', '-y', '--no-install-recommends', 'chromium');
}
