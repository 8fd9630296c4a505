import type { Page } from '@playwright/test';
import { blocks, body, headline, press, saved, storyWithBody, type } from './editor.ts';
import { ready } from './look.ts';
import { expect, test } from './stet.ts';

/** Chooses from the toolbar's menu of everything that can be put in. */
async function insert(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await choose(page, name);
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('menuitem', { name }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

function cells(page: Page): Promise<string[][]> {
  return body(page)
    .locator('table')
    .evaluate((table: HTMLTableElement) =>
      Array.from(table.rows, (row) => Array.from(row.cells, (cell) => cell.textContent ?? '')),
    );
}

test(
  'a table is made, filled, changed and left with keys, menus and handles',
  { tag: '@loopback' },
  async ({ stet }) => {
    const { page } = stet;
    await storyWithBody(page);
    await insert(page, 'Table');
    const rows = page.getByRole('dialog').getByRole('textbox', { name: 'Rows' });
    await expect(rows).toBeFocused();
    await rows.fill('2');
    await press(page, 'Tab');
    await page.keyboard.type('2');
    await press(page, 'Enter');
    await expect(body(page)).toBeFocused();
    await expect(body(page).locator('th')).toHaveCount(2);
    for (const text of ['Ward', 'Votes', 'Harbour', '1,204']) {
      await page.keyboard.type(text);
      await press(page, 'Tab');
    }
    await page.keyboard.type('Mill Lane');
    await expect
      .poll(() => cells(page))
      .toEqual([
        ['Ward', 'Votes'],
        ['Harbour', '1,204'],
        ['Mill Lane', ''],
      ]);
    await expect(body(page).locator('th')).toHaveCount(2);

    await press(page, 'Alt+Shift+ArrowUp');
    await expect.poll(async () => (await cells(page)).map(([ward]) => ward)).toEqual(['Ward', 'Mill Lane', 'Harbour']);
    await press(page, 'ControlOrMeta+z');
    await expect.poll(async () => (await cells(page)).map(([ward]) => ward)).toEqual(['Ward', 'Harbour', 'Mill Lane']);

    await body(page).getByText('Votes').hover();
    await page.getByRole('button', { name: 'Column', exact: true }).click();
    await choose(page, 'Move the column left');
    await expect
      .poll(() => cells(page))
      .toEqual([
        ['Votes', 'Ward'],
        ['1,204', 'Harbour'],
        ['', 'Mill Lane'],
      ]);
    await expect(body(page)).toBeFocused();
    await body(page).getByText('Harbour').click({ button: 'right' });
    await choose(page, 'Delete the row');
    await expect
      .poll(() => cells(page))
      .toEqual([
        ['Votes', 'Ward'],
        ['', 'Mill Lane'],
      ]);

    await body(page).getByText('Votes').click();
    await press(page, 'ControlOrMeta+Alt+ArrowLeft');
    await press(page, 'Shift+ArrowRight');
    await press(page, 'Shift+ArrowDown');
    await expect(body(page).locator('.table-cell-selected')).toHaveCount(4);
    await press(page, 'Delete');
    await expect
      .poll(() => cells(page))
      .toEqual([
        ['', '', 'Ward'],
        ['', '', 'Mill Lane'],
      ]);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'a\tb\tc\nd\te\tf\n');
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
    await expect.poll(async () => (await cells(page)).at(-1)).toEqual(['', 'd', 'e', 'f']);
    await press(page, 'ControlOrMeta+z');
    await expect
      .poll(() => cells(page))
      .toEqual([
        ['', '', 'Ward'],
        ['', '', 'Mill Lane'],
      ]);

    await body(page).getByText('Mill Lane').click();
    await press(page, 'ArrowDown');
    await type(page, 'After it.');
    expect((await blocks(page)).at(-1)).toBe('p: After it.');
    await saved(page);
    await page.reload();
    await expect(body(page).locator('th')).toHaveCount(3);
    await expect
      .poll(() => cells(page))
      .toEqual([
        ['', '', 'Ward'],
        ['', '', 'Mill Lane'],
      ]);
    await body(page).getByText('Ward').click({ button: 'right' });
    await choose(page, 'Delete the table');
    await expect.poll(() => blocks(page)).toEqual(['p: After it.']);
  },
);

test('quotes with a name, pull quotes from the text, boxes and corrections', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, '> We waited eleven years.');
  await press(page, 'Tab');
  await expect(page.getByRole('textbox', { name: 'Attribution' })).toBeFocused();
  await page.keyboard.type('Ana Ruiz');
  await press(page, 'Enter');
  await type(page, 'The vote was close.');
  await press(page, 'Home');
  await press(page, 'ControlOrMeta+Shift+ArrowRight');
  await press(page, 'ControlOrMeta+Shift+ArrowRight');
  await insert(page, 'Pull quote from the selection');
  await expect(body(page)).toBeFocused();
  await expect
    .poll(() => blocks(page))
    .toEqual(['blockquote: We waited eleven years.', 'p: The vote was close.', 'pull quote: The vote']);
  await press(page, 'ControlOrMeta+z');
  expect(await blocks(page)).toHaveLength(2);
  await press(page, 'ControlOrMeta+Shift+z');
  await press(page, 'Enter');
  await type(page, '## What we know');
  await insert(page, 'Fact box');
  await type(page, '\n- one fact\n\n\nplain again');
  await insert(page, 'Correction note');
  await type(page, 'The ward is Mill Lane.');
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
  expect((await blocks(page)).slice(2)).toEqual([
    'pull quote: The vote',
    'h2 box: What we know',
    'ul bulleted box: one fact',
    'p: plain again',
    `p: ${day}: The ward is Mill Lane.`,
  ]);
  await expect(body(page).getByRole('note')).toContainText('Mill Lane');
  await saved(page);
  await page.getByRole('button', { name: 'Share view' }).click();
  await expect(page.locator('.reader-quote cite')).toHaveText('Ana Ruiz');
});

test(
  'embeds and related cards: offered, put in, named, selected by keys, taken out',
  { tag: '@loopback' },
  async ({ stet }) => {
    const { page } = stet;
    await storyWithBody(page);
    await page.getByRole('button', { name: 'Back to the library' }).click();
    await page.getByRole('button', { name: 'New story' }).first().click();
    await expect(headline(page)).toBeFocused();
    await type(page, 'The second vote\nIt went on.\n');
    await type(page, 'https://www.youtube.com/watch?v=dQw4w9WgXcQ\n');
    await expect(page.getByRole('button', { name: 'Show as a card' })).toBeVisible();
    await press(page, 'Tab');
    const embed = body(page).getByRole('group', { name: /^Embed, Video on .*YouTube/u });
    await expect(embed).toBeVisible();
    await press(page, 'ControlOrMeta+z');
    await expect(body(page)).toContainText('https://www.youtube.com');
    await press(page, 'ControlOrMeta+Shift+z');
    await expect(embed).toBeVisible();

    await insert(page, 'Embed a page, video or post');
    const address = page.getByRole('dialog').getByRole('textbox', { name: 'Address' });
    await expect(address).toBeFocused();
    await address.fill('mailto:ana@example.org');
    await press(page, 'Enter');
    await expect(page.getByRole('dialog')).toContainText('An embed needs a full web address');
    await address.fill('x.com/harbour/status/123');
    await expect(page.getByRole('dialog')).toContainText('Post by');
    await press(page, 'Enter');
    const post = body(page).getByRole('group', { name: /Post by .*@harbour.* on .*X/u });
    await expect(post).toHaveClass(/ProseMirror-selectednode/u);
    await press(page, 'Tab');
    await page.keyboard.type('The harbour speaks');
    await press(page, 'Escape');
    await expect(body(page)).toBeFocused();
    await press(page, 'ArrowUp');
    await type(page, 'between');
    expect((await blocks(page)).map((block) => block.split(':')[0])).toEqual(['div', 'p', 'div']);
    await press(page, 'ControlOrMeta+z');

    await post.locator('.card-kind').click();
    await press(page, 'Enter');
    await insert(page, 'Insert a related card');
    await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
    await page.getByRole('option', { name: 'The harbour vote' }).click();
    const card = body(page).getByRole('group', { name: /^Related, The harbour vote/u });
    await expect(card).toContainText('Four hours, one voice.');
    await press(page, 'Backspace');
    await expect(card).toHaveCount(0);
    await press(page, 'ControlOrMeta+z');
    await expect(card).toBeVisible();
    await page.getByRole('tab', { name: /^Related/u }).click();
    await page.getByRole('listitem').getByRole('button', { name: 'The harbour vote' }).click();
    await page.getByRole('button', { name: /^Remove/u }).click();
    await expect(body(page)).toContainText('This article is no longer in the related list.');
    await saved(page);
  },
);

test('every block in Hebrew, by day and night', { tag: '@loopback' }, async ({ stet }, info) => {
  const { page } = stet;
  await ready(page);
  await page.keyboard.press('Control+Comma');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Language/u })
    .click();
  await page.getByRole('option', { name: 'עברית' }).click();
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'לכתוב כתבה ראשונה' }).click();
  await expect(page.getByRole('textbox', { name: 'כותרת', exact: true }).first()).toBeFocused();
  await type(page, 'ההצבעה בנמל\nארבע שעות, קול אחד.\n');
  const put = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'עוד', exact: true }).click();
    await choose(page, name);
  };
  const text = page.getByRole('textbox', { name: 'כתבה', exact: true });
  await type(page, '> חיכינו אחת־עשרה שנים.');
  await press(page, 'Tab');
  await page.keyboard.type('ענה רויז');
  await press(page, 'Enter');
  await put('טבלה');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(page, 'Enter');
  await expect(text.locator('th')).toHaveCount(3);
  await expect(text).toBeFocused();
  for (const word of ['רובע', 'קולות', 'שיעור', 'הנמל', '1,204', '61%']) {
    await page.keyboard.type(word);
    await press(page, 'Tab');
  }
  const first = await text.getByText('רובע').boundingBox();
  const second = await text.getByText('קולות').boundingBox();
  expect(first?.x ?? 0, 'columns run from right to left').toBeGreaterThan(second?.x ?? 0);
  await press(page, 'ControlOrMeta+Alt+ArrowLeft');
  await expect(text.locator('tr').first().locator('th')).toHaveCount(4);
  await press(page, 'ControlOrMeta+z');
  await press(page, 'ArrowDown');
  await press(page, 'ArrowDown');
  await type(page, 'https://youtu.be/dQw4w9WgXcQ\n');
  await press(page, 'Tab');
  await put('הודעת תיקון');
  await type(page, 'הרובע הוא הנמל.');
  await text.getByText('קולות').hover();
  await page.screenshot({ path: info.outputPath('blocks.png') });
});
