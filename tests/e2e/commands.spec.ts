import type { Locator, Page } from '@playwright/test';
import { blocks, body, headline, press, standfirst, storyWithBody, type } from './editor.ts';
import { importFiles, ready, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

const palette = (page: Page): Locator => page.getByRole('combobox', { name: 'All commands' });
const chosen = (page: Page): Locator => page.locator('.choice[aria-selected="true"]');

test('every command is found by name in the palette, by keyboard alone, and stories as well @loopback', async ({
  stet,
}, info) => {
  const { page } = stet;
  await ready(page);
  await importFiles(page, [storyFile('port.md', { headline: 'Port reopens' }, 'The port is open again.')]);
  // Written at once, whatever is still on its way.
  await press(page, 'ControlOrMeta+j');
  await page.keyboard.type('port reo');
  await expect(palette(page)).toBeFocused();
  await expect(chosen(page)).toContainText('Port reopens');
  await press(page, 'Enter');
  await expect(headline(page)).toHaveText('Port reopens');

  await body(page).click();
  await press(page, 'F1');
  await page.keyboard.type('secthead');
  await expect(chosen(page)).toContainText('Section heading');
  await page.screenshot({ path: info.outputPath('palette.png') });
  await press(page, 'Enter');
  await expect(body(page)).toBeFocused();
  expect(await blocks(page)).toEqual(['h2: The port is open again.']);

  // What a command opens has the keyboard at once: nothing of this comes into the text.
  await press(page, 'ControlOrMeta+j');
  await page.keyboard.type('embed a page');
  await press(page, 'Enter');
  await page.keyboard.type('example.org/a');
  await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue('example.org/a');
  await press(page, 'Escape');
  await expect(body(page)).toBeFocused();
  await press(page, 'ControlOrMeta+k');
  await page.keyboard.type('example.org/b');
  await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue('example.org/b');
  await press(page, 'Escape');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('!');
  expect(await blocks(page)).toEqual(['h2: The port is open again.!']);
  await press(page, 'Backspace');

  await press(page, 'ControlOrMeta+j');
  await expect(page.getByRole('dialog').getByRole('option').nth(1)).toContainText('Section heading');
  await page.keyboard.type('zzzz');
  await expect(page.getByText('No command and no story of that name')).toBeVisible();
  await press(page, 'Escape');
  await expect(body(page)).toBeFocused();
  await press(page, 'ControlOrMeta+j');
  await page.keyboard.type('##');
  await expect(chosen(page)).toContainText('Section heading');
  await press(page, 'Enter');
  await expect.poll(() => blocks(page)).toEqual(['p: The port is open again.']);
});

test('slash and @ open a list at the caret, in both directions, and leave other text alone @loopback', async ({
  stet,
}, info) => {
  const { page } = stet;
  await ready(page);
  await importFiles(page, [
    storyFile('port.md', { headline: 'Port reopens' }, 'The port is open again.'),
    storyFile('mine.md', { headline: 'The harbour vote' }, 'First line.'),
  ]);
  await page.getByRole('link', { name: 'The harbour vote' }).click();
  await body(page).click();
  await press(page, 'End');

  // Neither inside a word nor where nothing answers; Escape keeps what was typed.
  await page.keyboard.type(' and/or 1/2 me@example.org ');
  await expect(page.getByRole('listbox', { name: 'Insert or change' })).toHaveCount(0);
  await page.keyboard.type('/');
  await expect(page.getByRole('listbox', { name: 'Insert or change' })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('listbox', { name: 'Insert or change' })).toHaveCount(0);
  await page.keyboard.type('x @nobodyatall');
  await expect(page.getByRole('listbox', { name: 'Add a related article' })).toHaveCount(0);
  expect(await blocks(page)).toEqual(['p: First line. and/or 1/2 me@example.org /x @nobodyatall']);

  await type(page, '\n/sec');
  await expect(chosen(page)).toContainText('Section heading');
  await expect(body(page)).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id')) ?? '');
  await page.screenshot({ path: info.outputPath('slash.png') });
  await press(page, 'Enter');
  await type(page, 'What happened\n');
  expect((await blocks(page)).slice(1)).toEqual(['h2: What happened', 'p: ']);
  await page.keyboard.type('/');
  await press(page, 'ArrowDown', 2);
  await expect(chosen(page)).toContainText('Subheading');
  await page.keyboard.type('rule');
  await press(page, 'Enter');
  await expect(body(page).locator('hr')).toHaveCount(1);
  await press(page, 'ControlOrMeta+End');

  // From right to left the list begins at the right.
  await page.keyboard.type('שלום /');
  await expect(page.getByRole('listbox', { name: 'Insert or change' })).toBeVisible();
  const caret = await caretLeft(page);
  const box = await page.locator('.suggestion-menu').boundingBox();
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) - caret)).toBeLessThan(24);
  await press(page, 'Escape');
  await press(page, 'Backspace');

  await page.keyboard.type('@port');
  await expect(chosen(page)).toContainText('Port reopens');
  await page.screenshot({ path: info.outputPath('mention.png') });
  await press(page, 'Enter');
  await expect(body(page).getByText('Port reopens')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Related 1' })).toBeVisible();
  await page.keyboard.type('וגם');
  await expect(body(page).locator(':scope > p').last()).toHaveText('שלום וגם');
  await page.waitForTimeout(600);
  await press(page, 'ControlOrMeta+z', 2);
  await expect(body(page).getByText('Port reopens')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Related', exact: true })).toBeVisible();
});

test('tools come over words that are selected, and a grip beside the block under the pointer @loopback', async ({
  stet,
}, info) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'One stays\nTwo moves\nThree rests');
  const tools = page.getByRole('toolbar', { name: 'Selected words' });
  await expect(tools).toHaveCount(0);
  await press(page, 'Shift+Home');
  await expect(tools).toBeVisible();
  const over = await tools.boundingBox();
  const line = await body(page).locator(':scope > p').last().boundingBox();
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual((line?.y ?? 0) + 4);
  await page.screenshot({ path: info.outputPath('bubble.png') });
  await tools.getByRole('button', { name: 'Bold' }).click();
  await expect(body(page).locator('strong')).toHaveText('Three rests');
  await expect(tools).toBeVisible();
  await press(page, 'Escape');
  await expect(tools).toHaveCount(0);
  await press(page, 'End');

  await press(page, 'Alt+Shift+ArrowUp');
  expect(await blocks(page)).toEqual(['p: One stays', 'p: Three rests', 'p: Two moves']);
  await press(page, 'ControlOrMeta+z');
  expect(await blocks(page)).toEqual(['p: One stays', 'p: Two moves', 'p: Three rests']);

  const grip = page.getByRole('button', { name: 'Move this block, or press for more' });
  await body(page).locator(':scope > p').nth(1).hover();
  await expect(grip).toBeVisible();
  await page.screenshot({ path: info.outputPath('grip.png') });
  const from = await grip.boundingBox();
  const first = await body(page).locator(':scope > p').first().boundingBox();
  await page.mouse.move((from?.x ?? 0) + 12, (from?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((from?.x ?? 0) + 12, (first?.y ?? 0) + 8, { steps: 6 });
  await expect(page.locator('.grip-line[data-shown]')).toBeVisible();
  await page.screenshot({ path: info.outputPath('dragging.png') });
  await page.mouse.up();
  await expect.poll(() => blocks(page)).toEqual(['p: Two moves', 'p: One stays', 'p: Three rests']);
  await press(page, 'ControlOrMeta+z');
  await expect.poll(() => blocks(page)).toEqual(['p: One stays', 'p: Two moves', 'p: Three rests']);

  await body(page).locator(':scope > p').first().hover();
  await grip.click();
  await page.getByRole('menuitem', { name: 'Block quote' }).click();
  expect((await blocks(page))[0]).toBe('blockquote: One stays');
  await expect(body(page)).toBeFocused();
});

test('a menu and a dialog give the keyboard back before the next key can come @loopback', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'A line');
  // Looked for before the browser draws again: so soon the next key can come on a busy machine.
  const afterEscape = () =>
    page.evaluate(async () => {
      const press = (key: string) =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      press('Escape');
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      press('!');
      const { activeElement } = document;
      if (activeElement?.matches('[contenteditable=true]') === true) document.execCommand('insertText', false, '!');
      return `${activeElement?.getAttribute('role') ?? activeElement?.localName} ${activeElement?.ariaLabel}`;
    });

  await body(page).locator('p').hover();
  await page.getByRole('button', { name: 'Move this block, or press for more' }).click();
  await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeFocused();
  expect(await afterEscape()).toBe('textbox Article');
  await press(page, 'ControlOrMeta+k');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  expect(await afterEscape()).toBe('textbox Article');
  await press(page, 'ControlOrMeta+j');
  await expect(palette(page)).toBeFocused();
  expect(await afterEscape()).toBe('textbox Article');
  await expect(body(page)).toHaveText('A line!!!');

  await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
  await expect(page.getByRole('dialog')).toBeFocused();
  expect(await afterEscape()).toBe('button View');
  await expect(body(page)).toHaveText('A line!!!');
});

test('Markdown becomes what it means, and one undo gives back what was typed @loopback', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  const shapes: readonly (readonly [string, string])[] = [
    ['# ', 'h2: '],
    ['### ', 'h3: '],
    ['#### ', 'h4: '],
    ['- ', 'ul bulleted: '],
    ['* ', 'ul bulleted: '],
    ['1. ', 'ol numbered: '],
    ['> ', 'blockquote: '],
  ];
  for (const [typed, shape] of shapes) {
    for (const back of ['Backspace', 'ControlOrMeta+z']) {
      await page.keyboard.type(typed);
      expect(await blocks(page), typed).toEqual([shape]);
      await press(page, back);
      expect(await blocks(page), `${typed} ${back}`).toEqual([`p: ${typed}`]);
      await press(page, 'Backspace', typed.length);
    }
  }
  const marks: readonly (readonly [string, string, string])[] = [
    ['**bold**', 'strong', 'bold'],
    ['*slant*', 'em', 'slant'],
    ['~~gone~~', 's', 'gone'],
    ['==seen==', 'mark', 'seen'],
    ['[report](example.org/r)', 'a', 'report'],
  ];
  for (const [typed, tag, text] of marks) {
    for (const back of ['Backspace', 'ControlOrMeta+z']) {
      await page.keyboard.type(typed);
      await expect(body(page).locator(tag), typed).toHaveText(text);
      await press(page, back);
      expect(await blocks(page), `${typed} ${back}`).toEqual([`p: ${typed}`]);
      await press(page, 'Backspace', typed.length);
    }
  }
  await page.keyboard.type('[report](example.org/r) [bad](javascript:x)');
  await expect(body(page).locator('a')).toHaveAttribute('href', 'https://example.org/r');
  await expect(body(page)).toHaveText('report [bad](javascript:x)');
  await press(page, 'ControlOrMeta+a');
  await press(page, 'Backspace');
  await page.keyboard.type('---');
  await expect(body(page).locator('hr')).toHaveCount(1);
  await press(page, 'Backspace');
  expect(await blocks(page)).toEqual(['p: ---']);
  await press(page, 'Backspace', 3);

  // TK, its note, and the way from one to the next through all fields.
  await press(page, 'ControlOrMeta+Alt+k');
  await page.keyboard.type('the mayor’s age');
  expect(await blocks(page)).toEqual(['p: [TK the mayor’s age]']);
  await standfirst(page).click();
  await press(page, 'End');
  await page.keyboard.type(' tk');
  await press(page, 'ControlOrMeta+Shift+Period');
  await expect(body(page)).toBeFocused();
  await press(page, 'ControlOrMeta+Shift+Period');
  await expect(standfirst(page)).toBeFocused();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('tk');
});

function caretLeft(page: Page): Promise<number> {
  return page.evaluate(() => {
    const range = document.getSelection()?.getRangeAt(0).cloneRange();
    return range?.getClientRects()[0]?.left ?? 0;
  });
}
