import { importFiles, openStory, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

const LONG = `Harbour bridge shuts for nine months as engineers find cracks in every one of its four towers`;
const STORY = storyFile(
  'bridge.md',
  { kicker: 'Transport' },
  `# ${LONG}\n\nDrivers face a detour.\n\n## What happens next\n\n- first\n  - inside\n- second\n\n> Not one bolt is sound.\n`,
);

test('the page is as readers will have it, at every width', async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [STORY]);
  await openStory(page, LONG);
  await page.getByRole('textbox', { name: 'Published at' }).fill('https://news.example/bridge');
  await page.getByRole('button', { name: 'Share view' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(LONG);
  await expect(page.getByRole('heading', { level: 2, name: 'What happens next' })).toBeVisible();
  await expect(page.locator('.reader ul ul li')).toHaveText('inside');
  await expect(page.getByText('No More Articles')).toBeVisible();
  const sheet = page.locator('.share-page');
  for (const [name, width] of [
    ['Phone', 390],
    ['Tablet', 768],
  ] as const) {
    await page.getByRole('radio', { name }).click();
    await expect.poll(async () => Math.round((await sheet.boundingBox())?.width ?? 0)).toBe(width);
  }
});

test('sharing shows each place with its own cut', async ({ stet, context }) => {
  const { page } = stet;
  await importFiles(page, [STORY]);
  await openStory(page, LONG);
  await page.getByRole('button', { name: 'Share view' }).click();
  await page.getByRole('button', { name: 'Share the Article' }).click();
  const panel = page.getByRole('dialog', { name: `Sharing: ${LONG}` });
  await expect(panel.getByRole('button', { name: 'Copy link' })).toBeDisabled();
  await expect(panel.getByRole('region', { name: /X/u })).toContainText(
    `Title cut after 69 of ${LONG.length} characters`,
  );
  await expect(panel.getByRole('region', { name: /Facebook/u })).toContainText(LONG);
  await expect(panel.getByRole('region', { name: /Google/u })).toContainText(
    'Harbour bridge shuts for nine months as engineers find…',
  );
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
  await panel.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByText('Text copied')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Headline', exact: true }).first()).toBeVisible();
});

test('a page in Hebrew speaks Hebrew whatever the interface speaks @loopback', async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [storyFile('he.md', { language: 'he' }, '# הגשר נסגר\n\nהנהגים יעקפו.\n\n14.5\n')]);
  await openStory(page, 'הגשר נסגר');
  const last = page.locator('.prose-body > p').last();
  await expect(last, 'a number has no direction of its own').toHaveCSS('direction', 'rtl');
  await last.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' –');
  await expect(last).toHaveText('14.5 –');
  await page.getByRole('button', { name: 'Share view' }).click();
  await expect(page.locator('.reader')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByText('אין עוד כתבות')).toBeVisible();
  await expect(page.locator('.reader-body p').last()).toHaveText('14.5 –');
  await expect(page.locator('.reader-body p').last()).toHaveCSS('direction', 'rtl');
  await page.getByRole('button', { name: 'Back to writing' }).click();
  // What was written before can still be taken back.
  await expect(page.locator('.prose-body')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(last).toHaveText('14.5');
});
