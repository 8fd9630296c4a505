import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { body, headline, press, saved, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

/** The words marked as unknown near the window. */
function marked(page: Page): Promise<string[]> {
  return page.evaluate(() => Array.from(CSS.highlights.get('stet-spelling') ?? [], String));
}

function selected(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.getSelection()?.toString());
}

test('unknown words are marked at a pause, and mended by keyboard and by mouse', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await expect(body(page)).toHaveAttribute('spellcheck', 'false');
  await expect(headline(page)).toHaveAttribute('spellcheck', 'false');
  await type(page, 'The councl saw the fishhing Zorblatt, wrote ana@exmple.org. Quayyside');
  // The word being written is left alone.
  await expect.poll(() => marked(page)).toEqual(['councl', 'fishhing', 'Zorblatt']);
  await page.keyboard.type(' end');
  await expect.poll(() => marked(page)).toEqual(['councl', 'fishhing', 'Zorblatt', 'Quayyside']);

  await press(page, 'F7');
  await expect.poll(() => selected(page)).toBe('councl');
  await press(page, 'Alt+Enter');
  const menu = page.getByRole('menu', { name: /Spelling of “.?councl/u });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await expect(menu.getByRole('menuitem').first()).toHaveText('council');
  await press(page, 'Enter');
  await expect(body(page)).toContainText('The council saw');
  await expect(body(page)).toBeFocused();
  await press(page, 'ControlOrMeta+z');
  await expect(body(page)).toContainText('The councl saw');
  await expect(body(page)).toContainText('Quayyside end');
  await press(page, 'ControlOrMeta+Shift+z');
  await expect(body(page)).toContainText('The council saw');

  await press(page, 'F7');
  await expect.poll(() => selected(page)).toBe('fishhing');
  await press(page, 'F7');
  await expect.poll(() => selected(page)).toBe('Zorblatt');
  await press(page, 'Alt+Enter');
  await page.getByRole('menuitem', { name: 'Add to my dictionary' }).click();
  await expect.poll(() => marked(page)).toEqual(['fishhing', 'Quayyside']);
  expect(await readFile(join(stet.config, 'dictionary.txt'), 'utf8')).toBe('Zorblatt\n');

  const place = await page.evaluate(() => {
    const [range] = CSS.highlights.get('stet-spelling') ?? [];
    const { x, y } = range instanceof Range ? range.getBoundingClientRect() : { x: 0, y: 0 };
    return { x: x + 4, y: y + 6 };
  });
  await page.mouse.click(place.x, place.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'fishing', exact: true }).click();
  await expect(body(page)).toContainText('the fishing Zorblatt');
  await expect.poll(() => marked(page)).toEqual(['Quayyside']);
  await saved(page);
});

test('passages and ticked languages have dictionaries of their own', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'La maison\nשלום ממשהל said the Bundesregierung ');
  await expect.poll(() => marked(page)).toEqual(['maison', 'Bundesregierung']);
  await press(page, 'ArrowUp');
  await press(page, 'End');
  await press(page, 'Alt+Enter');
  await page.getByRole('menuitem', { name: 'Language of this word…' }).click();
  const languages = page.getByRole('menu', { name: 'Language of the passage' });
  await expect(languages.getByRole('menuitem').first()).toBeFocused();
  await languages.getByRole('menuitem', { name: 'French' }).click();
  await expect(body(page).locator('[data-language="fr"]')).toHaveText('maison');
  await expect.poll(() => marked(page)).toEqual(['Bundesregierung']);

  await page.keyboard.press('ControlOrMeta+Comma');
  const dialog = page.getByRole('dialog');
  for (const name of ['German', 'Hebrew']) await dialog.getByText(name, { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Add a word' }).fill('two words');
  await press(page, 'Enter');
  await expect(dialog.getByText('A word has no blanks in it')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => marked(page)).toEqual(['ממשהל']);

  await page.keyboard.press('ControlOrMeta+Comma');
  await dialog.getByText('Check spelling while I write').click();
  await page.keyboard.press('Escape');
  await expect.poll(() => marked(page)).toEqual([]);
});
