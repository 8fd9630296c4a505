import type { Page } from '@playwright/test';
import { body, headline, press, saved, storyWithBody, type } from './editor.ts';
import { importFiles, openStory, ready, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

const LONG = storyFile('long.md', {}, `# The long one\n\n${'A paragraph of the long one.\n\n'.repeat(60)}The end.\n`);

const view = (page: Page) => page.getByRole('button', { name: 'View', exact: true });
const size = (page: Page) => body(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

test('the page as one likes it: size, focus, nothing but the text; and so after a restart', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'One sentence. And another one.');
  const before = await size(page);
  await page.keyboard.press('ControlOrMeta+Equal');
  await page.keyboard.press('ControlOrMeta+Equal');
  await expect.poll(() => size(page)).toBeCloseTo(before * 1.2, 1);
  await view(page).click();
  await page.getByRole('radio', { name: 'Sentence' }).click();
  await page.getByRole('radio', { name: 'Sans serif' }).click();
  await page.keyboard.press('Escape');
  await body(page).click();
  await press(page, 'ControlOrMeta+End');
  const inInk = () =>
    page.evaluate(() => Array.from(CSS.highlights.get('stet-focus') ?? [], (range) => (range as Range).toString()));
  await expect.poll(inInk).toEqual(['And another one.']);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.locator('.edit-bar')).toBeHidden();
  await type(page, ' More.');
  await page.keyboard.press('Escape');
  await expect(page.locator('.edit-bar')).toBeVisible();
  await expect(body(page)).toHaveText('One sentence. And another one. More.');
  await saved(page);
  await page.reload();
  await expect.poll(() => size(page)).toBeCloseTo(before * 1.2, 1);
  await page.keyboard.press('ControlOrMeta+Digit0');
  await expect.poll(() => size(page)).toBeCloseTo(before, 1);
});

test('killed and started again, Stet opens what was open where it was', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await ready(page);
  await importFiles(page, [LONG]);
  await openStory(page, 'The long one');
  await body(page).getByText('A paragraph').nth(40).click();
  await press(page, 'End');
  await page.waitForTimeout(2_500);
  await stet.kill('SIGKILL');
  await page.close();
  await stet.start();
  const again = await stet.newPage();
  await expect(headline(again)).toHaveText('The long one');
  await expect(body(again)).toBeFocused();
  await type(again, ' Here.');
  await expect(body(again).locator('> p').nth(40)).toHaveText('A paragraph of the long one. Here.');
  await expect(body(again).locator('> p').nth(40)).toBeInViewport();
});
