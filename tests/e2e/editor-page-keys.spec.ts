import type { Page } from '@playwright/test';
import { body, headline, newStory, press, saved, standfirst, type } from './editor.ts';
import { expect, test } from './stet.ts';

test('keys go over headline, standfirst and text as over one page, and select, copy, replace all of it @loopback', async ({
  stet,
}, info) => {
  const { page } = stet;
  await newStory(page);
  await type(page, 'Head\nStand\nFirst\n## Section\nLast');
  const texts = async (): Promise<string[]> => [
    await headline(page).innerText(),
    await standfirst(page).innerText(),
    await body(page).innerText(),
  ];
  await page.waitForTimeout(300);
  await press(page, 'ControlOrMeta+Home');
  await expect(headline(page)).toBeFocused();
  await page.keyboard.type('>');
  await expect(headline(page)).toHaveText('>Head');
  await press(page, 'End');
  await press(page, 'Delete');
  await expect(standfirst(page)).toBeFocused();
  await page.keyboard.type('<');
  await expect(standfirst(page)).toHaveText('<Stand');
  await press(page, 'ControlOrMeta+End');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('.');
  await expect(body(page).locator('p').last()).toHaveText('Last.');
  await press(page, 'PageUp');
  await expect(headline(page)).toBeFocused();
  await press(page, 'PageDown');
  await expect(body(page)).toBeFocused();

  // Once the field, twice the page.
  const before = await texts();
  await press(page, 'ControlOrMeta+a');
  expect(await page.evaluate(() => CSS.highlights.has('stet-page'))).toBe(false);
  await press(page, 'ControlOrMeta+a');
  expect(await page.evaluate(() => CSS.highlights.get('stet-page')?.size)).toBe(3);
  const copied = await page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return { html: data.getData('text/html'), text: data.getData('text/plain') };
  });
  expect(copied.text.split(/\n+/u)).toEqual(['>Head', '<Stand', 'First', 'Section', 'Last.']);
  expect(copied.html).toMatch(/<h2[^>]*>.{1,4}Head<\/h2>.*Stand.*First.*<h2[^>]*>Section<\/h2>.*Last\./su);

  await press(page, 'Backspace');
  await expect(headline(page)).toBeFocused();
  expect((await texts()).join('').trim()).toBe('');
  await press(page, 'ControlOrMeta+z');
  expect(await texts()).toEqual(before);

  await body(page).click();
  await press(page, 'ControlOrMeta+a', 2);
  await page.keyboard.type('New');
  await expect(headline(page)).toHaveText('New');
  await expect(body(page)).toHaveText('');
  await press(page, 'ControlOrMeta+z');
  await expect.poll(texts).toEqual(before);

  // Any other key only ends it.
  await body(page).click();
  await press(page, 'ControlOrMeta+a', 2);
  await press(page, 'ArrowDown');
  expect(await page.evaluate(() => CSS.highlights.has('stet-page'))).toBe(false);
  await page.keyboard.type('!');
  await expect(body(page).locator('p').last()).toHaveText('Last.!');

  // Shift goes over the edges of the fields and back, and what is selected there is one selection.
  const all = await texts();
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ArrowRight', 2);
  await press(page, 'Shift+ArrowDown');
  await expect(standfirst(page)).toBeFocused();
  await press(page, 'Shift+ArrowDown');
  await expect(body(page)).toBeFocused();
  await press(page, 'Shift+ArrowUp');
  await expect(standfirst(page)).toBeFocused();
  await press(page, 'Shift+End');
  expect(await copy(page)).toBe('ead\n\n<Stand');
  await press(page, 'Escape');
  expect(await copy(page)).toBe('');
  await press(page, 'ArrowLeft');
  await page.keyboard.type('x');
  await expect(standfirst(page)).toHaveText('<Stanxd');
  await press(page, 'Backspace');
  await press(page, 'ArrowLeft', 3);
  await press(page, 'Shift+ArrowUp');
  await expect(headline(page)).toBeFocused();
  await press(page, 'Shift+Home');
  await page.keyboard.type('N');
  expect(await texts()).toEqual(['N', 'tand', all[2]]);
  await press(page, 'ControlOrMeta+z');
  await expect.poll(texts).toEqual(all);
  // Marks are put on, and input methods write, over all of it.
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ArrowRight', 2);
  await press(page, 'Shift+ArrowDown');
  await press(page, 'ControlOrMeta+b');
  await expect(headline(page).locator('strong')).toHaveText('ead');
  await expect(standfirst(page).locator('strong')).toHaveCount(1);
  await press(page, 'ControlOrMeta+z');
  await expect(page.locator('.prose strong')).toHaveCount(0);
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ArrowRight', 2);
  await press(page, 'Shift+ArrowDown');
  await press(page, 'Shift+End');
  const ime = await page.context().newCDPSession(page);
  await ime.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await ime.send('Input.insertText', { text: '你' });
  await expect.poll(texts).toEqual(['>H', '你', all[2]]);
  await press(page, 'ControlOrMeta+z');
  await expect.poll(texts).toEqual(all);
  await headline(page).click();
  await press(page, 'Home');
  await body(page)
    .locator('p')
    .first()
    .click({ position: { x: 4, y: 12 }, modifiers: ['Shift'] });
  await expect(body(page)).toBeFocused();
  await press(page, 'Shift+ArrowRight', 2);
  await page.screenshot({ path: info.outputPath('selected.png') });
  await press(page, 'Delete');
  await expect(headline(page)).toBeFocused();
  expect((await texts()).join('|')).toMatch(/^\s*\|\s*\|rst/u);
  await press(page, 'ControlOrMeta+z');
  await expect.poll(texts).toEqual(all);

  // Pasted over all of it, with its keys and by name, as plain text: one step, too.
  await body(page).click();
  await press(page, 'ControlOrMeta+a', 2);
  await press(page, 'ControlOrMeta+c');
  await press(page, 'ControlOrMeta+v');
  await expect(body(page).locator('h2').first()).toHaveText('>Head');
  await expect(headline(page)).toHaveText('');
  await expect(body(page)).toBeFocused();
  await press(page, 'ControlOrMeta+z');
  await expect.poll(texts).toEqual(all);
  await press(page, 'ControlOrMeta+End');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('example.org/a\tb\nc\td'));
  await press(page, 'ControlOrMeta+j');
  await page.keyboard.type('plain text');
  await press(page, 'Enter');
  await expect(body(page)).toContainText('example.org/a');
  await expect(body(page).locator('table, a')).toHaveCount(0);
  await press(page, 'ControlOrMeta+z');
  await expect.poll(texts).toEqual(all);
  await page.context().clearPermissions();
  await press(page, 'ControlOrMeta+j');
  await page.keyboard.type('plain text');
  await press(page, 'Enter');
  await expect(page.getByText(/Press .Ctrl\+Shift\+V. to paste/u)).toBeVisible();

  // Arrows at the end of the page stay there, also after a quote, which has a line of its own beneath its words.
  await press(page, 'ControlOrMeta+End');
  await type(page, '\n> Quoted');
  await press(page, 'ArrowDown');
  await press(page, 'ArrowRight');
  await page.keyboard.type('.');
  await expect(body(page).locator('blockquote p')).toHaveText('Quoted.');
  await saved(page);
});

/** The text that copying would put on the clipboard. */
function copy(page: Page): Promise<string> {
  return page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return data.getData('text/plain');
  });
}
