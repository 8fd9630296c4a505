import { expectAccessible, importFiles, openStory, ready, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

// Axe reads every element: minutes on a busy machine.
test.describe.configure({ timeout: 180_000 });

const STORY = storyFile('bridge.md', {}, '# Bridge shuts\n\nDrivers face a detour.\n');

test('language, theme and name apply at once and stay', async ({ stet }) => {
  await ready(stet.page);
  await stet.page.keyboard.press('Control+Comma');
  const dialog = stet.page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ana Ruiz');
  await dialog.getByRole('button', { name: /Appearance/u }).click();
  await stet.page.getByRole('option', { name: 'Night' }).click();
  await expect(stet.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog.getByRole('button', { name: /Language/u }).click();
  await stet.page.getByRole('option', { name: 'עברית' }).click();
  await expect(stet.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(stet.page.locator('html')).toHaveAttribute('lang', 'he');
  await expect(dialog.getByRole('heading', { name: 'הגדרות' })).toBeVisible();
  await stet.page.keyboard.press('Escape');
  await expect(stet.page.getByRole('dialog')).toHaveCount(0);
  await stet.page.reload();
  await expect(stet.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(stet.page.getByRole('button', { name: 'לכתוב כתבה ראשונה' })).toBeVisible();
});

for (const [name, language] of [
  ['עברית', 'he'],
  ['العربية', 'ar'],
  ['فارسی', 'fa'],
] as const) {
  // How a screen is drawn does not depend on the host, and axe takes its time: once is enough.
  test(`every screen stands in ${language}`, { tag: '@loopback' }, async ({ stet }) => {
    const { page } = stet;
    await importFiles(page, [STORY]);
    await page.keyboard.press('Control+Comma');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Language/u })
      .click();
    await page.getByRole('option', { name }).click();
    await page.keyboard.press('Escape');
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    // every-screen.spec.ts asks axe about all of them in Hebrew.
    if (language !== 'he') await expectAccessible(page);
    await page.getByRole('link', { name: 'Bridge shuts' }).click();
    await expect(page.locator('.article-editor')).toBeVisible();
    const outline = await page.locator('.edit-outline').boundingBox();
    const panel = await page.locator('.edit-panel').boundingBox();
    expect(outline?.x ?? 0, 'the outline begins the line').toBeGreaterThan(panel?.x ?? 0);
    const length = page.locator('.edit-panel input[inputmode="numeric"]').first();
    await length.fill('1200');
    await length.blur();
    await expect(length).toHaveValue(new Intl.NumberFormat(language).format(1200));
    if (language !== 'he') await expectAccessible(page);
    await page.keyboard.press('Control+Shift+KeyP');
    await expect(page.locator('.reader')).toBeVisible();
    if (language !== 'he') await expectAccessible(page);
  });
}

test('a new library folder waits for the next start, and says so', async ({ stet }) => {
  const { page } = stet;
  await ready(page);
  await page.keyboard.press('Control+Comma');
  const folder = page.getByRole('dialog').getByRole('combobox', { name: 'Library folder' });
  await folder.fill(`${stet.scratch}/another`);
  await page.getByRole('dialog').getByRole('textbox', { name: 'Your name' }).focus();
  await expect(page.getByText('The new library opens when Stet is started again.')).toBeVisible();
});

test('the name begins a new byline', async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [STORY]);
  await page.keyboard.press('Control+Comma');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Your name' }).fill('Ana Ruiz');
  await page.keyboard.press('Escape');
  await openStory(page, 'Bridge shuts');
  await page.getByRole('button', { name: 'Add byline' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ana Ruiz');
});
