import type { Page } from '@playwright/test';
import { body, saved, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

test(
  'a full disk is said within a second, the text stays, and is saved by itself when there is room',
  { tag: '@loopback' },
  async ({ stet }) => {
    const { page } = stet;
    await storyWithBody(page);
    await type(page, 'Written before.');
    await saved(page);
    await stet.disk('full');
    const said = millisecondsUntilUnsaved(page);
    await page.keyboard.type(' Written while full.');
    const status = page.getByRole('region', { name: 'Status of the article' });
    await expect(status.locator('[data-saving="unsaved"]')).toBeVisible();
    expect(await said).toBeLessThan(1_000);
    await expect(status).toContainText('Not saved.');
    await expect(status).toContainText('as soon as there is room');
    await type(page, '\nAnd more.');
    await expect(body(page)).toContainText('Written before. Written while full.');
    await stet.disk('fine');
    await expect(status.locator('[data-saving="saved"]')).toBeVisible({ timeout: 15_000 });
    await page.reload();
    await expect(body(page)).toContainText('Written before. Written while full.');
    await expect(body(page)).toContainText('And more.');
  },
);

test('two windows write in one article', { tag: '@loopback' }, async ({ stet }) => {
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

/** From the next key to the status that says it is not saved, by the page's own clock. */
function millisecondsUntilUnsaved(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let key = Number.NaN;
        document.addEventListener('keydown', () => (key = performance.now()), { capture: true, once: true });
        new MutationObserver((_, observer) => {
          if (Number.isNaN(key) || document.querySelector('[data-saving="unsaved"]') === null) return;
          observer.disconnect();
          resolve(performance.now() - key);
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
  );
}
