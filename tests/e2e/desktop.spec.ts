import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test as base, type Page } from '@playwright/test';
import { startStandIn, type RunningStandIn } from '#tests/stand-in/running.ts';

/** What only a desktop has, by the built main program and preload under the stand-in for Electron. */

interface Desktop {
  readonly running: RunningStandIn;
  readonly page: Page;
}

const test = base.extend<{ folder: string; desktop: Desktop }>({
  folder: async ({ browserName: _browser }, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'stet-desktop-'));
    await provide(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  desktop: async ({ folder }, provide) => {
    const running = await startStandIn({ library: join(folder, 'library'), config: join(folder, 'config') });
    const browser = await chromium.connectOverCDP(running.cdp);
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((open) => open.url().startsWith('https://app.stet.test/'));
    if (page === undefined) throw new Error('the desktop has no window');
    try {
      await expect(page.getByRole('button', { name: 'Write your first story' })).toBeVisible();
      await provide({ running, page });
    } finally {
      await running.end('SIGTERM');
      await browser.close();
    }
  },
});

test.describe('the desktop', { tag: '@desktop' }, () => {
  test.beforeEach(({ browserName: _browser }, info) => {
    test.skip(info.project.name !== 'desktop-stand-in', 'only under the stand-in');
  });

  test('its window is sandboxed and isolated, without Node, webviews or weakened security', ({ desktop }) => {
    expect(desktop.running.options).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Stet's own never asks the network for a dictionary.
      spellcheck: false,
    });
  });

  test('its page has two functions and no other way out', async ({ desktop: { page } }) => {
    const given = await page.evaluate(() => ({
      bridge: Object.entries((window as { stet?: object }).stet ?? {}).map(([name, value]) => [name, typeof value]),
      frozen: Object.isFrozen((window as { stet?: object }).stet),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    }));
    expect(given).toEqual({
      bridge: [
        ['post', 'function'],
        ['onFrame', 'function'],
      ],
      frozen: true,
      node: [],
    });
  });

  test('it permits its own page the clipboard, and nothing else to anybody', async ({ desktop }) => {
    expect(await desktop.running.ask('permissions')).toEqual({
      permitted: ['clipboard-sanitized-write', 'clipboard-read'],
      foreign: [],
    });
  });

  test('it goes nowhere else, and opens only web and mail addresses, outside', async ({
    desktop: { page, running },
  }) => {
    const before = page.url();
    await page.evaluate(() => {
      for (const url of ['https://example.com/a', 'file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share']) {
        window.open(url);
      }
      window.open('mailto:desk@example.com');
      location.href = 'https://example.com/away';
    });
    const opened = () => running.told.flatMap((message) => ('opened' in message ? [message.opened] : []));
    await expect.poll(opened).toEqual(['https://example.com/a', 'mailto:desk@example.com']);
    await expect(page.getByRole('button', { name: 'Write your first story' })).toBeVisible();
    expect(page.url()).toBe(before);
  });

  test('it serves nothing but the application and the library’s pictures', async ({ desktop: { page } }) => {
    const paths = ['/../package.json', '/desktop/main.js', '/media/../stet.json', `/media/${'a'.repeat(64)}.png`];
    const statuses = await page.evaluate(
      (all) => Promise.all(all.map((path) => fetch(path).then(({ status }) => status))),
      paths,
    );
    expect(statuses).toEqual(paths.map(() => 404));
    const outside = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(outside).toBe('refused');
  });

  test('the menu commands the page, and closing at once keeps what was typed last', async ({ desktop, folder }) => {
    test.setTimeout(120_000);
    const { page, running } = desktop;
    running.say({ menu: 'new' });
    await expect(page.getByRole('textbox', { name: 'Headline', exact: true })).toBeFocused();
    await page.keyboard.type('Filed at the last second');
    running.say({ do: 'close-window' });
    expect(await running.ended()).toBe(0);
    const again = await startStandIn({ library: join(folder, 'library'), config: join(folder, 'config') });
    const browser = await chromium.connectOverCDP(again.cdp);
    try {
      const window = browser
        .contexts()[0]
        ?.pages()
        .find((open) => open.url().startsWith('https://app.stet.test/'));
      if (window === undefined) throw new Error('the desktop has no window');
      await expect(window.getByText('Filed at the last second').first()).toBeVisible();
    } finally {
      await again.end('SIGTERM');
      await browser.close();
    }
  });

  test('a second start brings the window there is to the front', async ({ desktop: { running } }) => {
    running.say({ do: 'second-instance' });
    expect(await running.ask('windows')).toBe(1);
  });
});
