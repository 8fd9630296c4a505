import { body, headline, saved, standfirst, type } from './editor.ts';
import { importFiles, openStory, ready, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

const TEXT = `# The harbour vote

Four hours, one voice.

The council met and the the vote came. TK the number.

## מה הוחלט

ההצבעה (12 מול 7) באה אחרי ארבע שעות.

| Year | Ships |
| ---- | ----- |
| 2025 | 15    |

> We have waited.
`;

test('at 200 % zoom and in high contrast all of the page is there @loopback', async ({ stet }, info) => {
  const { page } = stet;
  await importFiles(page, [storyFile('vote.md', {}, TEXT)]);
  await openStory(page, 'The harbour vote');
  // A window of 1280 x 800 at 200 % is one of 640 x 400.
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(body(page)).toBeVisible();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, 'nothing stands beside the window').toBeLessThanOrEqual(0);
  for (const control of await page.getByRole('banner').getByRole('button').all()) {
    const box = await control.boundingBox();
    if (box !== null) expect(box.x + box.width, 'every button of the bar is inside').toBeLessThanOrEqual(640);
  }
  await body(page).locator('p').first().click();
  await page.keyboard.type('Zoomed. ');
  await expect(body(page)).toContainText('Zoomed.');
  await page.screenshot({ path: info.outputPath('zoomed.png') });

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const outline = await page
    .locator('.edit-outline')
    .evaluate((element) => getComputedStyle(element).borderInlineEndStyle);
  expect(outline, 'what colours divided, lines divide').not.toBe('none');
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length,
  );
  expect(moving, 'nothing moves for those who ask for that').toBe(0);
  await page.screenshot({ path: info.outputPath('high-contrast.png') });
});

test('a story is written, looked at and left by the keyboard alone', async ({ stet }) => {
  const { page } = stet;
  await ready(page);
  await page.keyboard.press('Control+Alt+KeyN');
  await expect(headline(page)).toBeFocused();
  await type(page, 'By keys alone\nNo mouse was near.\n');
  await expect(body(page)).toBeFocused();
  await type(page, 'A first paragraph.\n## What was decided\nA ferry twice a day.');
  await expect(page.getByRole('tab', { name: 'Story', exact: true }), 'what comes after the text').toBeVisible();
  await page.keyboard.press('Tab');
  await expect(body(page), 'Tab leads out of the text').not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(body(page), 'and back to it').toBeFocused();
  await page.keyboard.press('Alt+F10');
  await expect(page.getByRole('toolbar').first().getByRole('button').first()).toBeVisible();
  // The first Escape puts the tool's name away, the second goes back to the text.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  await saved(page);
  await page.keyboard.press('Control+Shift+KeyP');
  await expect(page.locator('.reader')).toContainText('A ferry twice a day.');
  await page.keyboard.press('Control+Shift+KeyL');
  await expect(page.getByRole('link', { name: 'By keys alone' })).toBeVisible();
  await page.keyboard.press('Control+Shift+KeyK');
  await page.keyboard.type('keys');
  await expect(page.getByRole('link', { name: 'By keys alone' })).toBeVisible();
  expect(await standfirst(page).count()).toBe(0);
});
