import type { Locator, Page } from '@playwright/test';
import { blocks, body, headline, newStory, press, saved, standfirst, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

test('three fields are one page: Enter, arrows and Backspace go through them', async ({ stet }) => {
  const { page } = stet;
  await newStory(page);
  await type(page, 'Head\nStand\nBody');
  await expect(headline(page)).toHaveText('Head');
  await expect(standfirst(page)).toHaveText('Stand');
  await expect(body(page)).toHaveText('Body');

  // A caret that jumps to the start within 200 ms of the focus is taken for a browser's slip and put back.
  await page.waitForTimeout(300);
  await press(page, 'Home');
  await press(page, 'Backspace');
  await expect(standfirst(page)).toBeFocused();
  await press(page, 'ArrowUp');
  await expect(headline(page)).toBeFocused();
  await press(page, 'End');
  await press(page, 'ArrowRight');
  await page.keyboard.type('>');
  await expect(standfirst(page)).toHaveText('>Stand');
  await press(page, 'ArrowDown');
  await expect(body(page)).toBeFocused();
  await expect(body(page)).toHaveText('Body');
});

test('one undo goes back through all three fields, and redo forward', async ({ stet }) => {
  const { page } = stet;
  await newStory(page);
  await type(page, 'Head\nStand\nBody');
  await pressUntil(page, 'ControlOrMeta+z', body(page), '');
  await expect(standfirst(page)).toHaveText('Stand');
  await pressUntil(page, 'ControlOrMeta+z', standfirst(page), '');
  await expect(standfirst(page)).toBeFocused();
  await expect(headline(page)).toHaveText('Head');
  await pressUntil(page, 'ControlOrMeta+z', headline(page), '');
  await pressUntil(page, 'ControlOrMeta+Shift+z', headline(page), 'Head');
  await pressUntil(page, 'ControlOrMeta+Shift+z', standfirst(page), 'Stand');
  await pressUntil(page, 'ControlOrMeta+Shift+z', body(page), 'Body');
  await page.keyboard.type('!');
  await expect(body(page)).toHaveText('Body!');
});

/** Undo takes back what was typed without a pause at once; a busy machine makes pauses, and so more steps, of its own. */
async function pressUntil(page: Page, keys: string, field: Locator, text: string): Promise<void> {
  await expect(async () => {
    if ((await field.innerText()).trim() !== text) await press(page, keys);
    expect((await field.innerText()).trim()).toBe(text);
  }).toPass({ timeout: 15_000, intervals: [100] });
}

test('headings, lists and quotes by keyboard', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, '## Section\ntext\n- one\ntwo');
  await press(page, 'Tab');
  await type(page, '\nthree');
  await press(page, 'Shift+Tab');
  await type(page, '\n\n1. first\nsecond\n\n> said\n\nplain');
  expect(await blocks(page)).toEqual([
    'h2: Section',
    'p: text',
    'ul bulleted: one',
    'ul bulleted 1: two',
    'ul bulleted: three',
    'ol numbered: first',
    'ol numbered: second',
    'blockquote: said',
    'p: plain',
  ]);
  await press(page, 'Home');
  await press(page, 'ControlOrMeta+Alt+3');
  await press(page, 'Backspace');
  await press(page, 'ControlOrMeta+Shift+8');
  expect((await blocks(page)).at(-1)).toBe('ul bulleted: plain');
  await press(page, 'Backspace', 2);
  expect((await blocks(page)).at(-1)).toBe('blockquote: saidplain');
});

test('the toolbar acts on the text and gives it back the keyboard @loopback', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'A sentence to pull');
  await page.getByRole('button', { name: 'Kind of block' }).click();
  await page.getByRole('menuitem', { name: 'Pull quote' }).click();
  await expect(body(page)).toBeFocused();
  expect(await blocks(page)).toEqual(['pull quote: A sentence to pull']);
  await press(page, 'Shift+Home');
  await page.getByRole('button', { name: 'Bold', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Bold', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(body(page).locator('strong')).toHaveText('A sentence to pull');
  await press(page, 'End');
  await type(page, '\nWhat we know\n- a fact');
  await press(page, 'Shift+ArrowUp');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Fact box' }).click();
  expect(await blocks(page)).toEqual([
    'pull quote: A sentence to pull',
    'p box: What we know',
    'ul bulleted box: a fact',
  ]);
  await expect(body(page)).toBeFocused();
  await press(page, 'Alt+F10');
  await expect(page.getByRole('toolbar', { name: 'Formatting' }).locator(':focus')).toHaveCount(1);
  await press(page, 'Escape');
  await expect(body(page)).toBeFocused();
});

test('a link is set by keyboard, and one that the policy refuses is refused in a sentence', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'See the report');
  await press(page, 'ControlOrMeta+Shift+ArrowLeft');
  await press(page, 'ControlOrMeta+k');
  const address = page.getByRole('dialog').getByRole('textbox', { name: 'Address' });
  await expect(address).toBeFocused();
  await address.fill('javascript:alert(1)');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toContainText('Stet links to https');
  await expect(body(page).locator('a')).toHaveCount(0);
  await address.fill('example.org/report');
  await press(page, 'Enter');
  await expect(body(page).locator('a')).toHaveAttribute('href', 'https://example.org/report');
  await expect(body(page)).toBeFocused();
  await press(page, 'ControlOrMeta+k');
  await page.getByRole('button', { name: 'Remove link' }).click();
  await expect(body(page).locator('a')).toHaveCount(0);
  await expect(body(page)).toHaveText('See the report');
});

test('text from right to left has its direction by block @loopback', async ({ stet }, info) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'English first.\nזו פסקה בעברית\n- פריט');
  const directions = await body(page).evaluate((element) =>
    Array.from(element.children, (child) => getComputedStyle(child).direction),
  );
  expect(directions).toEqual(['ltr', 'rtl', 'rtl']);
  await press(page, 'ArrowUp');
  await press(page, 'Home');
  await page.keyboard.type('אז ');
  expect((await blocks(page))[1]).toBe('p: אז זו פסקה בעברית');
  // Of an empty block no direction can be read: it runs as the article's language does.
  const empty = async () => {
    await press(page, 'ControlOrMeta+End');
    await press(page, 'Enter', 2);
    return body(page).evaluate((element) => getComputedStyle(element.lastElementChild ?? element).direction);
  };
  expect(await empty()).toBe('ltr');
  await page.getByRole('tab', { name: 'Story' }).click();
  const language = page.getByRole('textbox', { name: 'Language' });
  await language.fill('he');
  await language.press('Enter');
  await expect(page.locator('.article-page')).toHaveAttribute('lang', 'he');
  await body(page).focus();
  expect(await empty()).toBe('rtl');
  await page.keyboard.type('Latin again');
  expect(await body(page).evaluate((element) => getComputedStyle(element.lastElementChild ?? element).direction)).toBe(
    'ltr',
  );
  await page.screenshot({ path: info.outputPath('right-to-left.png') });
});

test('everything is there after a reload', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, '## Section\ntext\n- one\ntwo\n\nlast');
  const before = await blocks(page);
  await saved(page);
  await page.reload();
  await expect(body(page)).toContainText('last');
  expect(await blocks(page)).toEqual(before);
  await expect(headline(page)).toHaveText('The harbour vote');
  await expect(standfirst(page)).toHaveText('Four hours, one voice.');
});

test('pasted text becomes blocks, and nothing remote is taken along', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await paste(page, {
    'text/html':
      '<h2>Kept heading</h2><p>With a <a href="https://example.org/">good</a> and a <a href="javascript:alert(1)">bad</a> link</p>' +
      '<img src="https://example.org/remote.png"><ul><li>item</li></ul>',
  });
  await expect
    .poll(() => blocks(page))
    .toEqual(['h2: Kept heading', 'p: With a good and a bad link', 'figure: ', 'ul bulleted: item']);
  await expect(body(page).locator('a')).toHaveCount(1);
  await expect(body(page).locator('img')).toHaveCount(0);
  await expect(page.getByText('1 picture is missing.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+End');
  await headline(page).click();
  await press(page, 'End');
  await paste(page, { 'text/plain': ' two\nlines' });
  await expect(headline(page).locator('p')).toHaveCount(1);
  await expect(headline(page)).toHaveText('The harbour vote two lines');
});

async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(given)) clipboardData.setData(kind, text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, data);
}

test('the caret stays in sight while one writes on @loopback', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, Array.from({ length: 40 }, (_, at) => `Line ${at}`).join('\n'));
  await page.keyboard.type(' and on and on, until the line is full and the next begins'.repeat(8));
  await expect.poll(() => roomBelowCaret(page)).toBeGreaterThan(0);
  await page.locator('.article-scroll').evaluate((element) => element.scrollTo(0, 0));
  await page.keyboard.type('back');
  await expect.poll(() => roomBelowCaret(page)).toBeGreaterThan(0);
});

/** How far the caret is above the lower edge of the page's window, in pixels. */
function roomBelowCaret(page: Page): Promise<number> {
  return page.locator('.article-scroll').evaluate((scroller) => {
    const range = document.getSelection()?.getRangeAt(0).cloneRange();
    const rect = range?.getClientRects()[0] ?? range?.startContainer.parentElement?.getBoundingClientRect();
    return scroller.getBoundingClientRect().bottom - (rect?.bottom ?? Infinity);
  });
}

test('keys that come faster than the browser tells of the caret are done where it stands', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  const written: string[] = [];
  for (let round = 0; round < 12; round += 1) {
    await type(page, `## Head ${round}\nsome text`);
    await press(page, 'Shift+Home');
    await press(page, 'End');
    await type(page, '\n');
    await paste(page, { 'text/plain': `pasted ${round}` });
    await type(page, '\n');
    written.push(`h2: Head ${round}`, 'p: some text', `p: pasted ${round}`);
  }
  expect(await blocks(page)).toEqual([...written, 'p: ']);
  // At once after an editor got the keyboard, too, though the key leads to its beginning.
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ArrowDown', 2);
  await page.keyboard.type('A');
  await press(page, 'ArrowUp');
  await press(page, 'ArrowDown');
  await press(page, 'Home');
  await page.keyboard.type('B');
  expect((await blocks(page))[0]).toBe('h2: BAHead 0');
  // And when a field of a dialog gives the keyboard back: Chromium puts the caret at the beginning then.
  await press(page, 'ControlOrMeta+End');
  await body(page).evaluate((text) => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    if (text instanceof HTMLElement) text.focus();
    text.dispatchEvent(new KeyboardEvent('keydown', { key: '!', bubbles: true }));
    document.execCommand('insertText', false, '!');
    field.remove();
  });
  expect((await blocks(page)).at(-1)).toBe('p: !');
});

test('a story is written in from the moment it is asked for', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'The first story.');
  await saved(page);
  await press(page, 'ControlOrMeta+Alt+n');
  await type(page, 'Fire at the docks\nNobody was hurt');
  await expect(standfirst(page)).toHaveText('Nobody was hurt');
  await expect(headline(page)).toHaveText('Fire at the docks');
  await press(page, 'ControlOrMeta+Shift+l');
  await page.getByRole('link', { name: 'The harbour vote' }).focus();
  await press(page, 'Enter');
  // The caret is where it was.
  await expect(body(page)).toBeFocused();
  await page.keyboard.type(' And more.');
  expect(await blocks(page)).toEqual(['p: The first story. And more.']);
  // In whichever field it was, after a start as well; the place is kept once the caret has rested.
  await headline(page).click();
  await press(page, 'End');
  await page.keyboard.type('!');
  await page.waitForTimeout(2_500);
  await page.reload();
  await expect(headline(page)).toHaveText('The harbour vote!');
  await expect(headline(page)).toBeFocused();
});

test('what stands around the text comes while somebody writes on at once, on a slow machine', async ({ stet }) => {
  const { page } = stet;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await newStory(page);
  await page.keyboard.type('A line that is written without a pause. '.repeat(2), { delay: 10 });
  expect(await page.getByRole('tab', { name: 'Story', exact: true }).count(), 'the panel').toBe(1);
  expect(await page.getByRole('toolbar').count(), 'the toolbar').toBeGreaterThan(0);
});
