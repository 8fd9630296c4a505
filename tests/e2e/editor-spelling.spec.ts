import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { body, headline, press, saved, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

/** The words marked as unknown near the window. */
function marked(page: Page): Promise<string[]> {
  return page.evaluate(() => Array.from(CSS.highlights.get('stet-spelling') ?? [], String));
}

test('unknown words are marked at a pause, and mended by keyboard and by mouse', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await expect(body(page)).toHaveAttribute('spellcheck', 'false');
  await expect(headline(page)).toHaveAttribute('spellcheck', 'false');
  await type(page, 'The goverment did not recieve Zorblatt, wrote ana@exmple.org. Teh');
  // The word being written is left alone.
  await expect.poll(() => marked(page)).toEqual(['goverment', 'recieve', 'Zorblatt']);
  await page.keyboard.type(' end');
  await expect.poll(() => marked(page)).toEqual(['goverment', 'recieve', 'Zorblatt', 'Teh']);

  await press(page, 'F7');
  await expect(headline(page)).not.toBeFocused();
  await press(page, 'ControlOrMeta+.');
  const menu = page.getByRole('menu', { name: /Spelling of “.?goverment/u });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await expect(menu.getByRole('menuitem').first()).toHaveText('government');
  await press(page, 'Enter');
  await expect(body(page)).toContainText('The government did');
  await expect(body(page)).toBeFocused();
  await press(page, 'ControlOrMeta+z');
  await expect(body(page)).toContainText('The goverment did');
  await expect(body(page)).toContainText('Teh end');
  await press(page, 'ControlOrMeta+Shift+z');
  await expect(body(page)).toContainText('The government did');

  await press(page, 'F7');
  await press(page, 'F7');
  await press(page, 'ControlOrMeta+.');
  await page.getByRole('menuitem', { name: 'Add to my dictionary' }).click();
  await expect.poll(() => marked(page)).toEqual(['recieve', 'Teh']);
  expect(await readFile(join(stet.config, 'dictionary.txt'), 'utf8')).toBe('Zorblatt\n');

  const place = await page.evaluate(() => {
    const [range] = CSS.highlights.get('stet-spelling') ?? [];
    const { x, y } = range instanceof Range ? range.getBoundingClientRect() : { x: 0, y: 0 };
    return { x: x + 4, y: y + 6 };
  });
  await page.mouse.click(place.x, place.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'receive', exact: true }).click();
  await expect(body(page)).toContainText('did not receive Zorblatt');
  await expect.poll(() => marked(page)).toEqual(['Teh']);
  await saved(page);
});
