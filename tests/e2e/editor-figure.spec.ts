import { png } from '../electron/backend/pictures.ts';
import { blocks, body, press, saved, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

const PICTURE = { name: 'quay.png', mimeType: 'image/png', buffer: Buffer.from(png(320, 180)) };

test('a picture with its caption, credit, source and alternative text', async ({ stet }, info) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'Before the picture.');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  await (await choosing).setFiles(PICTURE);
  const image = body(page).locator('figure img');
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(320);
  await page.keyboard.type('The quay at dusk');
  await page.getByRole('textbox', { name: 'Credit' }).fill('Ana Ruiz');
  await page.getByRole('textbox', { name: 'Source' }).fill('Own');
  await page.getByRole('textbox', { name: 'Alt text' }).fill('A grey quay');
  await body(page).locator('figcaption').click();
  await press(page, 'End');
  await type(page, '\nAfter it.');
  expect(await blocks(page)).toEqual(['p: Before the picture.', 'figure: The quay at dusk', 'p: After it.']);
  await saved(page);
  await page.screenshot({ path: info.outputPath('figure.png') });

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Credit' })).toHaveValue('Ana Ruiz');
  await expect(page.getByRole('textbox', { name: 'Source' })).toHaveValue('Own');
  await expect(page.getByRole('textbox', { name: 'Alt text' })).toHaveValue('A grey quay');
  await expect(body(page).locator('figure img')).toHaveAttribute('alt', 'A grey quay');
});

test('a file that is no picture is refused in a sentence, and the text stays', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'Only words.');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  await (await choosing).setFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') });
  await expect(page.getByRole('alertdialog').or(page.locator('.toast')).first()).toBeVisible();
  expect(await blocks(page)).toEqual(['p: Only words.']);
});

test('a dropped picture becomes a figure where it was dropped', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'First.\nSecond.');
  const bytes = Array.from(PICTURE.buffer);
  await body(page)
    .locator('p')
    .first()
    .evaluate((element, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], 'quay.png', { type: 'image/png' }));
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = { clientX: left + width / 3, clientY: top + height / 2 };
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...at }));
    }, bytes);
  await expect(body(page).locator('figure img')).toBeVisible();
  expect(await blocks(page)).toEqual(['p: First.', 'figure: ', 'p: Second.']);
});
