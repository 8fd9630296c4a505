import type { Locator, Page } from '@playwright/test';
import { body, headline, newStory, press, standfirst, type } from './editor.ts';
import { expect, test } from './stet.ts';

test('tools by mouse, counts and keys act on all that is selected over the fields @loopback', async ({
  stet,
}, info) => {
  const { page } = stet;
  await newStory(page);
  await type(page, 'The harbour vote\nFour hours one voice\nThe council met at noon.\nIt rained.');
  await page.waitForTimeout(600);
  const bold = page.getByRole('button', { name: 'Bold', exact: true }).first();
  const strong = () => page.locator('.prose strong').allInnerTexts();

  await selectOver(page);
  await expect(page.locator('.status-counts')).toContainText('9 words selected');
  await bold.click();
  await expect.poll(strong).toEqual(['harbour vote', 'Four hours one voice', 'The council met']);
  await expect(body(page)).toBeFocused();
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  expect(await drawn(page)).toEqual(['harbour vote', 'Four hours one voice']);

  // All of it off again, also where one field alone has it: as one selection, not field by field.
  await bold.click();
  await expect.poll(strong).toEqual([]);
  await press(page, 'ControlOrMeta+z');
  await expect.poll(strong).toHaveLength(3);
  await press(page, 'ControlOrMeta+z');
  await expect.poll(strong).toEqual([]);

  // In the bubble, the menu, by a key that is none of the browser's; the link dialog has the keyboard meanwhile.
  await selectOver(page);
  const bubble = page.getByRole('toolbar', { name: 'Selected words' });
  await bubble.getByRole('button', { name: 'Italic' }).click();
  await expect(page.locator('.prose em')).toHaveCount(3);
  await page.screenshot({ path: info.outputPath('bubble.png') });
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Superscript' }).click();
  await expect(page.locator('.prose sup')).toHaveCount(3);
  await expect(body(page)).toBeFocused();
  await press(page, 'ControlOrMeta+Shift+h');
  await expect(page.locator('.prose mark')).toHaveCount(3);
  await press(page, 'ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('textbox').fill('example.org');
  expect(await drawn(page)).toEqual(['harbour vote', 'Four hours one voice', 'The council met']);
  await press(page, 'Enter');
  await expect(page.locator('.prose a')).toHaveCount(3);

  // Blocks: every one that is selected in the body, wherever the keyboard is, in one step; headline and standfirst stay.
  await press(page, 'ArrowLeft');
  await press(page, 'ControlOrMeta+End');
  await press(page, 'ControlOrMeta+Shift+Home');
  await expect(headline(page)).toBeFocused();
  await press(page, 'ControlOrMeta+Alt+2');
  await expect(body(page).locator('h2')).toHaveCount(2);
  await page.getByRole('button', { name: 'Bulleted list' }).first().click();
  await expect(body(page).locator('[data-list="bulleted"]')).toHaveCount(2);
  expect(await drawn(page)).toHaveLength(2);
  await press(page, 'ControlOrMeta+z', 2);
  await expect(body(page).locator('h2, [data-list]')).toHaveCount(0);

  // The whole page is one, too.
  await press(page, 'ControlOrMeta+a', 2);
  await expect(page.locator('.status-counts')).toContainText('14 words selected');
  await bold.click();
  await expect.poll(async () => (await strong()).at(-1)).toBe('It rained.');
  expect((await strong())[0]).toBe('The ');
  await press(page, 'ControlOrMeta+z');
  await expect.poll(strong).toEqual([]);

  // Pressed elsewhere, it is gone.
  await selectOver(page);
  await standfirst(page).click();
  expect(await drawn(page)).toBeNull();
  await page.keyboard.type('x');
  await expect(headline(page)).toHaveText('The harbour vote');
});

test('what was selected over the fields is selected again when what was done to it is taken back @loopback', async ({
  stet,
}) => {
  const { page } = stet;
  await newStory(page);
  await type(page, 'The harbour vote\nFour hours one voice\nThe council met at noon.\nIt rained.');
  const texts = () => page.locator('.prose').allInnerTexts();
  const all = await texts();
  await page.waitForTimeout(600);
  const expectAgain = async () => {
    await expect.poll(texts).toEqual(all);
    await expect(body(page)).toBeFocused();
    expect(await drawn(page)).toEqual(['harbour vote', 'Four hours one voice']);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('The council met');
  };

  await selectOver(page);
  await press(page, 'Backspace');
  await expect(headline(page)).toHaveText('The ');
  await press(page, 'ControlOrMeta+z');
  await expectAgain();
  await press(page, 'ControlOrMeta+Shift+z');
  await expect(headline(page)).toHaveText('The ');
  await expect(headline(page)).toBeFocused();
  expect(await drawn(page)).toBeNull();
  await press(page, 'ControlOrMeta+z');
  await expectAgain();
  // It is a selection as before: extended, replaced by letters, given a mark, each with one way back.
  await press(page, 'Shift+ArrowLeft', 4);
  await press(page, 'Shift+ArrowRight', 4);
  await page.keyboard.type('port');
  await expect(headline(page)).toHaveText('The port');
  await press(page, 'ControlOrMeta+z');
  await expectAgain();
  await press(page, 'ControlOrMeta+b');
  await press(page, 'ControlOrMeta+i');
  await press(page, 'ControlOrMeta+z');
  await expect(page.locator('.prose em')).toHaveCount(0);
  await expect(page.locator('.prose strong')).toHaveCount(3);
  await expectAgain();
  await press(page, 'ControlOrMeta+z');
  await expectAgain();

  // The same from below to above, and for all of the page.
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ArrowDown', 2);
  await press(page, 'End');
  await press(page, 'Shift+ArrowUp', 2);
  await expect(headline(page)).toBeFocused();
  const part = await page.evaluate(() => getSelection()?.toString());
  await press(page, 'Delete');
  await press(page, 'ControlOrMeta+z');
  await expect.poll(texts).toEqual(all);
  await expect(headline(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(part);
  expect(await drawn(page)).toEqual(['Four hours one voice', 'The council met at noon.']);
  await standfirst(page).click();
  await press(page, 'ControlOrMeta+a', 2);
  await press(page, 'Backspace');
  await expect(headline(page)).toBeFocused();
  await press(page, 'ControlOrMeta+z');
  await expect.poll(texts).toEqual(all);
  expect(await drawn(page)).toHaveLength(3);
  await press(page, 'Escape');
  await expect(standfirst(page)).toBeFocused();
});

test('the pointer selects over the edges of fields as in one page, there and back @loopback', async ({
  stet,
}, info) => {
  const { page } = stet;
  await newStory(page);
  await type(page, 'The harbour vote\nFour hours one voice\nThe council met at noon.\nIt rained.');
  const own = () => page.evaluate(() => getSelection()?.toString());
  await drag(page, [headline(page), 'harbour'], [body(page), 'at noon']);
  await expect(body(page)).toBeFocused();
  expect(await own()).toBe('The council met ');
  expect(await drawn(page)).toEqual(['harbour vote', 'Four hours one voice']);
  await page.mouse.up();
  await page.screenshot({ path: info.outputPath('dragged.png') });
  // Once the button is up the pointer selects no more.
  await page.mouse.move(300, 320);
  expect(await own()).toBe('The council met ');
  await page.keyboard.type('x');
  await expect(headline(page)).toHaveText('The x');
  await expect(body(page).locator('p').first()).toHaveText('at noon.');
  await press(page, 'ControlOrMeta+z');
  await expect(body(page).locator('p').first()).toHaveText('The council met at noon.');

  await press(page, 'Escape');
  // Upwards, and back into the field where it began: then it is that field's alone.
  await drag(page, [body(page), 'met'], [headline(page), 'vote']);
  expect(await own()).toBe('vote');
  expect(await drawn(page)).toEqual(['Four hours one voice', 'The council ']);
  await page.mouse.move(...(await placeOf(body(page), 'rained')), { steps: 4 });
  expect(await drawn(page)).toBeNull();
  await page.mouse.up();
  expect(await own()).toMatch(/^met at noon\.\s+It $/u);
  await expect(body(page)).toBeFocused();

  // Held at the window's edge it scrolls the page, and goes on selecting.
  await press(page, 'ControlOrMeta+End');
  for (let line = 0; line < 40; line += 1)
    await page.keyboard.insertText(`Line ${line}.`).then(() => press(page, 'Enter'));
  await press(page, 'ControlOrMeta+Home');
  const scrolled = () => page.locator('.article-scroll').evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(scrolled).toBeLessThan(60);
  await drag(page, [headline(page), 'harbour'], [body(page), 'met']);
  await page.mouse.move(640, 790, { steps: 3 });
  await expect.poll(own).toMatch(/Line 30\./u);
  expect(await scrolled()).toBeGreaterThan(400);
  await page.mouse.move(640, 2, { steps: 3 });
  await expect.poll(scrolled).toBe(0);
  await page.mouse.up();
  expect(await drawn(page)).toBeNull();
});

type Words = readonly [Locator, string];

/** Presses before words of one field and goes to before words of another; the button stays down. */
async function drag(page: Page, [field, words]: Words, [other, otherWords]: Words): Promise<void> {
  await page.mouse.move(...(await placeOf(field, words)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOf(other, otherWords)), { steps: 8 });
}

/** A point just before words of a field. */
function placeOf(field: Locator, words: string): Promise<[number, number]> {
  return field.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return [left + 1, top + height / 2];
    }
    return [0, 0];
  }, words);
}

/** From the second word of the headline to the third of the body. */
async function selectOver(page: Page): Promise<void> {
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ArrowRight', 4);
  await press(page, 'Shift+End');
  await press(page, 'Shift+ArrowRight');
  await press(page, 'Shift+End');
  await press(page, 'Shift+ArrowRight');
  await press(page, 'Shift+ArrowRight', 15);
}

/** The words drawn as selected in fields without the keyboard; null where nothing is. */
function drawn(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('stet-page');
    return highlight === undefined ? null : Array.from(highlight, (range) => (range as Range).toString());
  });
}
