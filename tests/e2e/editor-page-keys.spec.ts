import { body, headline, newStory, press, saved, standfirst, type } from './editor.ts';
import { expect, test } from './stet.ts';

test('keys go over headline, standfirst and text as over one page, and select, copy, replace all of it @loopback', async ({
  stet,
}) => {
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
  await saved(page);
});
