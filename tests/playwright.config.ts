import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium, needsNoSandbox } from './chromium.ts';

const chromium = await findChromium({ install: false });
if (!chromium.ok) throw new Error(chromium.error.message);

// Workers load this file too; only the first process builds, where a source is newer than what was built.
if (process.env['TEST_WORKER_INDEX'] === undefined && process.env['STET_BUILT'] === undefined) {
  const { buildAll, isBuilt } = await import('#electron/build.ts');
  if (!(await isBuilt())) await buildAll();
}

/** Specs in a real browser: over the loopback host, and over the built desktop programs where they can run. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium.value,
      chromiumSandbox: !needsNoSandbox(),
      args: [...CHROMIUM_FLAGS],
    },
  },
  projects: [{ name: 'loopback', use: { browserName: 'chromium' } }],
});
