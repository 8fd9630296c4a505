import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium, needsNoSandbox } from '#tests/chromium.ts';

/** A real Chromium whose pages stand in for Electron's windows, and the address under which a test reaches it too. */
export interface StandInBrowser {
  readonly context: BrowserContext;
  readonly cdp: string;
  close(): Promise<void>;
}

export async function launchChromium(): Promise<StandInBrowser> {
  const found = await findChromium({ install: false });
  if (!found.ok) throw new Error(found.error.message);
  const profile = await mkdtemp(join(tmpdir(), 'stet-stand-in-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.value,
    chromiumSandbox: !needsNoSandbox(),
    args: [...CHROMIUM_FLAGS, '--remote-debugging-port=0'],
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // The application decides when it ends; Playwright would close the windows under it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return {
    context,
    cdp: `http://127.0.0.1:${port ?? ''}`,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
