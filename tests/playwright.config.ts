import { join } from 'node:path';
import { defineConfig, type Project } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium, needsNoSandbox } from './chromium.ts';
import { whyNoElectron } from './e2e/electron-vessel.ts';
import type { VesselName } from './e2e/vessel.ts';

const chromium = await findChromium({ install: false });
if (!chromium.ok) throw new Error(chromium.error.message);

// Workers load this file too; only the first process builds, where a source is newer than what was built.
if (process.env['TEST_WORKER_INDEX'] === undefined && process.env['STET_BUILT'] === undefined) {
  const { buildAll, isBuilt } = await import('#electron/build.ts');
  if (!(await isBuilt())) await buildAll();
}

// Workers inherit this, and two runs at a time do not clear each other’s files away.
process.env['STET_TEST_RESULTS'] ??= join(import.meta.dirname, '..', 'test-results', String(process.pid));

const noElectron = whyNoElectron();
if (noElectron !== null && process.env['TEST_WORKER_INDEX'] === undefined) {
  process.stdout.write(`SKIPPED: every spec on the real Electron, because ${noElectron}.\n`);
}

const desktop = { grepInvert: /@loopback/u };
const projects: Project<{ vessel: VesselName }>[] = [
  { name: 'loopback', grepInvert: /@desktop/u, use: { vessel: 'loopback' } },
  { name: 'desktop-stand-in', ...desktop, use: { vessel: 'stand-in' } },
  ...(noElectron === null ? [{ name: 'electron', ...desktop, use: { vessel: 'electron' as const } }] : []),
];

/** Specs in a real browser: over the loopback host, and over the built desktop programs where they can run. */
export default defineConfig<{ vessel: VesselName }>({
  testDir: './e2e',
  outputDir: process.env['STET_TEST_RESULTS'],
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // A trace takes a picture of the page at every key and slows typing tenfold: `npx playwright test --trace on` has one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium.value,
      chromiumSandbox: !needsNoSandbox(),
      args: [...CHROMIUM_FLAGS],
    },
  },
  projects,
});
