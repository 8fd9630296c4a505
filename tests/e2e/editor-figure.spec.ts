import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SECRET, talkativePng, WORDS } from '../electron/backend/picture/talkative.ts';
import { png } from '../electron/backend/pictures.ts';
import { blocks, body, press, saved, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

const file = (name: string, buffer: Uint8Array, mimeType = 'image/png') => ({
  name,
  mimeType,
  buffer: Buffer.from(buffer),
});
const QUAY = file('quay.png', png(320, 180));
const MASTS = file('masts.png', png(180, 240, 60));
const CRANE = file('crane.png', png(300, 200, 200));

test('pictures come in by the chooser and by dropping, with their words; fields, focal point and undo', async ({
  stet,
}, info) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'Before the picture.');
  await pick(page, [file('said.png', talkativePng(false, 1))]);
  const figures = body(page).locator('figure');
  await expect(figures.locator('img')).toHaveJSProperty('naturalWidth', 3);
  await expect(figures.locator('figcaption')).toHaveText(WORDS.caption);
  const [stored] = await readdir(join(stet.library, 'media'));
  expect((await readFile(join(stet.library, 'media', stored ?? ''))).includes(SECRET)).toBe(false);

  // The caret is in the caption; Tab goes through the fields and on to the text after.
  await page.keyboard.type('!');
  await press(page, 'Tab');
  const alt = page.getByRole('textbox', { name: 'Alt text' });
  await expect(alt).toBeFocused();
  await alt.fill('');
  await expect(page.locator('.figure-field[data-missing]')).toBeVisible();
  await press(page, 'Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Decorative' })).toBeChecked();
  await expect(page.locator('.figure-field[data-missing]')).toHaveCount(0);
  await press(page, 'Tab');
  await expect(page.getByRole('textbox', { name: 'Credit' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Credit' })).toHaveValue(WORDS.credit);
  await press(page, 'Tab', 2);
  await type(page, 'After it.');
  expect(await blocks(page)).toEqual(['p: Before the picture.', `figure: ${WORDS.caption}!`, 'p: After it.']);

  // The focal point by keyboard and by mouse; each is one step back.
  await body(page).locator('figcaption').click();
  await press(page, 'Shift+Tab');
  await press(page, 'Tab', 2);
  await expect(page.getByRole('button', { name: 'Set the focal point' })).toBeFocused();
  await press(page, 'Enter');
  await press(page, 'Shift+ArrowRight', 2);
  await press(page, 'ArrowUp', 3);
  await press(page, 'Enter');
  await expect(page.locator('.figure-ring')).toHaveAttribute('style', /left: 70%; top: 47%/u);
  await press(page, 'Escape');
  await press(page, 'ControlOrMeta+z');
  await expect(page.locator('.figure-ring')).toHaveCount(0);
  await figures.hover();
  await page.getByRole('button', { name: 'Set the focal point' }).click();
  await page.locator('.figure-aim').click({ position: { x: 1, y: 1 } });
  await expect(page.locator('.figure-ring')).toHaveCount(1);
  await saved(page);
  await page.screenshot({ path: info.outputPath('figure.png') });

  await drop(page, 'After it.', [QUAY]);
  await expect(figures).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Credit' }).first()).toHaveValue(WORDS.credit);
  await expect(figures.nth(1).locator('img')).toHaveJSProperty('naturalWidth', 320);
});

test('several pictures are one step, become a gallery, and readers see it', async ({ stet }, info) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'First.\nSecond.');
  await drop(page, 'First.', [QUAY, MASTS, CRANE]);
  const figures = body(page).locator('figure');
  await expect(figures.locator('img')).toHaveCount(3);
  expect(await blocks(page)).toEqual(['p: First.', 'figure: ', 'figure: ', 'figure: ', 'p: Second.']);
  // Whoever writes elsewhere keeps the caret.
  await page.keyboard.type('More.');
  expect((await blocks(page)).at(-1)).toBe('p: Second.More.');
  await page.getByRole('button', { name: 'Make it a gallery' }).click();
  await expect(body(page).locator('figure[data-span="third"]')).toHaveCount(3);
  const tops = await figures.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
  await page.screenshot({ path: info.outputPath('gallery.png') });

  // One out, and in again.
  await figures.nth(2).hover();
  await figures.nth(2).getByRole('button', { name: 'Take out of the gallery' }).click();
  await expect(body(page).locator('figure[data-span="half"]')).toHaveCount(2);
  await press(page, 'ControlOrMeta+z');
  await expect(body(page).locator('figure[data-span="third"]')).toHaveCount(3);
  await press(page, 'ControlOrMeta+z');
  await expect(body(page).locator('figure[data-span]')).toHaveCount(0);
  await press(page, 'ControlOrMeta+Shift+z');
  await expect(body(page).locator('figure[data-span="third"]')).toHaveCount(3);
  await saved(page);

  await page.getByRole('button', { name: 'Share view' }).click();
  await expect(page.locator('.reader-gallery .reader-gallery-third img')).toHaveCount(3);
  await page.screenshot({ path: info.outputPath('readers.png') });
  await press(page, 'Escape');

  // In Hebrew and by night the same, mirrored.
  await press(page, 'Control+Comma');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Appearance/u }).click();
  await page.getByRole('option', { name: 'Night' }).click();
  await dialog.getByRole('button', { name: /Language/u }).click();
  await page.getByRole('option', { name: 'עברית' }).click();
  await press(page, 'Escape');
  await expect(page.locator('figure[data-span="third"]')).toHaveCount(3);
  const lefts = await page.locator('figure').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(lefts).toEqual([...lefts].sort((one, other) => other - one));
  await page.locator('figure').nth(1).hover();
  await expect(page.getByRole('button', { name: 'הוצאה מהגלריה' })).toBeVisible();
  await page.screenshot({ path: info.outputPath('hebrew.png') });
});

test('writing goes on while a large picture comes; what can’t be taken says why and leaves nothing @loopback', async ({
  stet,
}) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'Words.');
  const large = Buffer.concat([png(400, 300).subarray(0, 33), noise(2_400_000), png(400, 300).subarray(33)]);
  await pick(page, [file('large.png', large)]);
  await expect(page.getByRole('progressbar', { name: /large\.png/u })).toBeVisible();
  await page.keyboard.type(' And more');
  await expect(body(page).locator('figure img')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.type(' words.');
  expect(await blocks(page)).toEqual(['p: Words. And more words.', 'figure: ']);
  await press(page, 'ControlOrMeta+z', 2);
  await expect(body(page).locator('figure')).toHaveCount(0);

  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  const bomb = png(30_000, 30_000);
  await pick(page, [
    file('phone.heic', heic, 'image/heic'),
    file('logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'),
    file('bomb.png', bomb),
  ]);
  for (const said of [/phone\.heic.*HEIC/u, /logo\.svg.*SVG/u, /bomb\.png.*30000 × 30000/u]) {
    await expect(page.locator('.toast').filter({ hasText: said })).toBeVisible();
  }
  await expect(body(page).locator('figure, .arriving')).toHaveCount(0);
  await saved(page);
});

/** A chunk of bytes that no program needs and nothing makes smaller. */
function noise(length: number): Buffer {
  const chunk = Buffer.alloc(length + 12, 'stet');
  chunk.writeUInt32BE(length, 0);
  chunk.write('noIz', 4, 'latin1');
  return chunk;
}

async function pick(page: Page, files: readonly ReturnType<typeof file>[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  await (await choosing).setFiles([...files]);
}

/** Drops files after the paragraph with that text. */
async function drop(page: Page, text: string, files: readonly ReturnType<typeof file>[]): Promise<void> {
  const contents = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: Array.from(buffer) }));
  await body(page)
    .locator('p', { hasText: text })
    .first()
    .evaluate((element, dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, mimeType, bytes } of dropped) {
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      }
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = { clientX: left + width / 3, clientY: top + height / 2 };
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...at }));
    }, contents);
}
