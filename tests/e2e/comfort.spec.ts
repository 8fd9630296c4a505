import type { Page } from '@playwright/test';
import { blocks, body, headline, press, saved, storyWithBody, type } from './editor.ts';
import { importFiles, openStory, ready, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

const LONG = storyFile('long.md', {}, `# The long one\n\n${'A paragraph of the long one.\n\n'.repeat(60)}The end.\n`);
const HEBREW = storyFile('he.md', { language: 'he' }, '# ההצבעה\n\nהמועצה דנה ב-BBC עד 14.5.\n');

const view = (page: Page) => page.getByRole('button', { name: 'View', exact: true });
const size = (page: Page) => body(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

test('the page as one likes it: size, focus, nothing but the text; and so after a restart', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'One sentence. And another one.');
  const before = await size(page);
  await page.keyboard.press('ControlOrMeta+Equal');
  await page.keyboard.press('ControlOrMeta+Equal');
  await expect.poll(() => size(page)).toBeCloseTo(before * 1.2, 1);
  await view(page).click();
  await page.getByRole('radio', { name: 'Sentence' }).click();
  await page.getByRole('radio', { name: 'Sans serif' }).click();
  await page.keyboard.press('Escape');
  await body(page).click();
  await press(page, 'ControlOrMeta+End');
  const inInk = () =>
    page.evaluate(() => Array.from(CSS.highlights.get('stet-focus') ?? [], (range) => (range as Range).toString()));
  await expect.poll(inInk).toEqual(['And another one.']);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.locator('.edit-bar')).toBeHidden();
  await type(page, ' More.');
  await page.keyboard.press('Escape');
  await expect(page.locator('.edit-bar')).toBeVisible();
  await expect(body(page)).toHaveText('One sentence. And another one. More.');
  await saved(page);
  await page.reload();
  await expect.poll(() => size(page)).toBeCloseTo(before * 1.2, 1);
  await page.keyboard.press('ControlOrMeta+Digit0');
  await expect.poll(() => size(page)).toBeCloseTo(before, 1);
});

test(
  'each press of a key makes the text larger, though the host is slow to answer',
  { tag: '@loopback' },
  async ({ stet }) => {
    const { page } = stet;
    await page.routeWebSocket(/./u, (socket) => {
      const host = socket.connectToServer();
      host.onMessage((message) => void setTimeout(() => socket.send(message), 150));
    });
    await page.reload();
    await storyWithBody(page);
    const before = await size(page);
    for (let time = 0; time < 3; time += 1) {
      await press(page, 'ControlOrMeta+Equal');
      await page.waitForTimeout(100);
    }
    await page.waitForTimeout(400);
    expect(await size(page)).toBeCloseTo(before * 1.3, 1);
  },
);

test('what is typed becomes what is meant, and Backspace brings it back', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await ready(page);
  await page.keyboard.press('ControlOrMeta+Comma');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'When you type' }).fill('gov');
  await dialog.getByRole('textbox', { name: 'Stet writes' }).fill('government');
  await dialog.getByRole('button', { name: 'Add', exact: true }).last().click();
  await expect(dialog.getByRole('button', { name: /Remove .*gov/u })).toBeVisible();
  await page.keyboard.press('Escape');
  await storyWithBody(page);
  await type(page, `"It's the gov -- teh '90s..." she said`);
  await expect(body(page)).toHaveText('“It’s the government – the ’90s…” she said');
  await type(page, ' gov ');
  await page.keyboard.press('Backspace');
  await type(page, 'it');
  await expect(body(page)).toHaveText('“It’s the government – the ’90s…” she said gov it');
  await type(page, '\nhttps://a.org/?q="x"--y\n---\nshalom');
  await page.keyboard.press('ControlOrMeta+Shift+KeyX');
  await expect(body(page).locator('> p').last()).toHaveAttribute('dir', 'rtl');
  await page.keyboard.press('ControlOrMeta+Shift+KeyX');
  await expect(body(page).locator('> p').last()).toHaveAttribute('dir', 'auto');
  expect((await blocks(page)).slice(1)).toEqual(['p: https://a.org/?q="x"--y', 'hr: ', 'p: ', 'p: shalom']);
});

test('killed and started again, Stet opens what was open where it was', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await ready(page);
  await importFiles(page, [LONG]);
  await openStory(page, 'The long one');
  await body(page).getByText('A paragraph').nth(40).click();
  await press(page, 'End');
  await page.waitForTimeout(2_500);
  await stet.kill('SIGKILL');
  await page.close();
  await stet.start();
  const again = await stet.newPage();
  await expect(headline(again)).toHaveText('The long one');
  await expect(body(again)).toBeFocused();
  await type(again, ' Here.');
  await expect(body(again).locator('> p').nth(40)).toHaveText('A paragraph of the long one. Here.');
  await expect(body(again).locator('> p').nth(40)).toBeInViewport();
  // And it stays there when the letters grow, and when the interface speaks another language.
  const line = again.locator('.prose-body > p').nth(40);
  const height = async () => (await line.boundingBox())?.y ?? 0;
  const before = await height();
  const small = await size(again);
  await press(again, 'ControlOrMeta+Equal', 3);
  await expect.poll(() => size(again)).toBeGreaterThan(small * 1.2);
  expect(Math.abs((await height()) - before)).toBeLessThan(4);
  await press(again, 'ControlOrMeta+Comma');
  await again
    .getByRole('dialog')
    .getByRole('button', { name: /Language/u })
    .click();
  await again.getByRole('option', { name: 'עברית' }).click();
  await expect(again.locator('html')).toHaveAttribute('lang', 'he');
  await press(again, 'Escape');
  await expect(again.locator('.prose-body')).toBeFocused();
  expect(Math.abs((await height()) - before)).toBeLessThan(4);
  await type(again, ' And here.');
  await expect(line).toHaveText('A paragraph of the long one. Here. And here.');
  await press(again, 'ControlOrMeta+z');
  await expect(line).toHaveText('A paragraph of the long one. Here.');
});

test('two articles side by side, both written in', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await ready(page);
  await importFiles(page, [LONG, HEBREW]);
  await openStory(page, 'The long one');
  await body(page).getByText('The end.').click();
  await page.getByRole('button', { name: 'Open another article beside this one' }).click();
  await page.getByRole('searchbox').last().fill('ההצ');
  await page.getByRole('option', { name: /ההצבעה/u }).click();
  await expect(page.locator('.edit-page')).toHaveCount(2);
  // The same from the library: by its menu, by pressing with Control, and from the palette.
  const backToLibrary = async (): Promise<void> => {
    await page.getByRole('button', { name: /Close .*ההצבעה/u }).click();
    await press(page, 'ControlOrMeta+Shift+l');
    await expect(page.getByRole('link', { name: 'ההצבעה' })).toBeVisible();
  };
  await backToLibrary();
  await page.locator('.story-row', { hasText: 'ההצבעה' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Open beside the last article' }).click();
  await expect(page.locator('.edit-page')).toHaveCount(2);
  await backToLibrary();
  await page.getByRole('link', { name: 'ההצבעה' }).click({ modifiers: ['ControlOrMeta'] });
  await expect(page.locator('.edit-page')).toHaveCount(2);
  await backToLibrary();
  await press(page, 'ControlOrMeta+j');
  await page.keyboard.type('ההצבעה');
  await expect(page.locator('.choice[aria-selected="true"]')).toContainText('ההצבעה');
  await press(page, 'ControlOrMeta+Enter');
  await expect(page.locator('.edit-page')).toHaveCount(2);
  const [first, second] = [page.locator('.edit-page').first(), page.locator('.edit-page').nth(1)];
  await second.locator('.prose-body > p').first().click();
  await press(page, 'End');
  await page.keyboard.type(' סוף');
  await expect(second.locator('.prose-body')).toHaveText(/סוף$/u);
  // A message that stays until it is closed: F6 goes between the articles all the same, and Shift+F6 to the message.
  await second.locator('.prose-body').evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['no picture'], 'broken.png', { type: 'image/png' }));
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const message = page.locator('.toast-danger');
  await expect(message).toBeVisible();
  await press(page, 'F6');
  await expect(first.locator('.prose:focus')).toHaveCount(1);
  // At once: a letter typed with it must not come into the article that is left.
  const isThere = () => {
    const text = document.activeElement;
    text?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', code: 'F6', bubbles: true, cancelable: true }));
    return document.activeElement !== text && document.activeElement?.matches('.prose');
  };
  expect(await page.evaluate(isThere)).toBe(true);
  await expect(second.locator('.prose:focus')).toHaveCount(1);
  await press(page, 'Shift+F6');
  await expect(page.locator('.toasts')).toBeFocused();
  await message.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(message).toHaveCount(0);
  await first.locator('.prose-body').getByText('The end.').click();
  await press(page, 'End');
  await page.keyboard.type(' Truly');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(first.locator('.prose-body')).toHaveText(/The end\.$/u);
  await expect(second.locator('.prose-body')).toHaveText(/סוף$/u);
  const width = async () => (await first.boundingBox())?.width ?? 0;
  const before = await width();
  await page.getByRole('slider', { name: 'Divider' }).focus();
  await press(page, 'ArrowRight', 2);
  expect(await width()).toBeGreaterThan(before + 50);
  await page.setViewportSize({ width: 620, height: 800 });
  await expect(second.locator('.article-scroll')).toBeHidden();
  await second.getByRole('button', { name: 'ההצבעה', exact: true }).click();
  await expect(second.locator('.article-scroll')).toBeVisible();
  await expect(first.locator('.article-scroll')).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: /Close .*The long one/u }).click();
  await expect(page.locator('.edit-page')).toHaveCount(1);
  await expect(headline(page)).toHaveText('ההצבעה');
});
