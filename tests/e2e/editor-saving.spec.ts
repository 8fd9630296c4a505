import { body, saved, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

test('a full disk is said within a second, the text stays, and is saved by itself when there is room', async ({
  stet,
}) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'Written before.');
  await saved(page);
  await stet.disk('full');
  const began = performance.now();
  await page.keyboard.type(' Written while full.');
  const status = page.getByRole('region', { name: 'Status of the article' });
  await expect(status.locator('[data-saving="unsaved"]')).toBeVisible();
  // Typing itself takes some of this; the budget is a second from the first key that was not saved.
  expect(performance.now() - began).toBeLessThan(2_000);
  await expect(status).toContainText('Not saved.');
  await expect(status).toContainText('as soon as there is room');
  await type(page, '\nAnd more.');
  await expect(body(page)).toContainText('Written before. Written while full.');
  await stet.disk('fine');
  await expect(status.locator('[data-saving="saved"]')).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(body(page)).toContainText('Written before. Written while full.');
  await expect(body(page)).toContainText('And more.');
});

test('two windows write in one article', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'From the first window.');
  await saved(page);
  const other = await stet.newPage();
  await other.getByText('The harbour vote', { exact: true }).first().click();
  await expect(body(other)).toContainText('From the first window.');
  await body(other).click();
  await other.keyboard.press('ControlOrMeta+End');
  await type(other, '\nFrom the second.');
  await expect(body(page)).toContainText('From the second.');
  await page.keyboard.type(' Still here.');
  await expect(body(other)).toContainText('From the first window. Still here.');
});
