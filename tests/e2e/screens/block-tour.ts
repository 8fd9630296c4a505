import type { Page } from '@playwright/test';
import { png } from '../../electron/backend/pictures.ts';
import { expect } from '../stet.ts';
import {
  button,
  caretIn,
  dialog,
  keys,
  menu,
  openLong,
  paragraph,
  stay,
  text,
  type Screen,
  type Tour,
  type Visitor,
} from './screen.ts';

const inline: readonly Screen[] = [
  {
    name: 'slash-menu',
    isWordy: true,
    show: async (visitor) => {
      await openLong(visitor);
      await caretIn(visitor, visitor.story.boxes[1]);
      await keys(visitor.page, 'Control+End', 'Enter');
      await visitor.page.keyboard.type('/');
      await expect(visitor.page.locator('.suggestion-menu')).toBeVisible();
    },
    leave: ({ page }) => keys(page, 'Escape', 'Backspace'),
  },
  {
    name: 'mention',
    show: async ({ page, story }) => {
      await page.keyboard.type(`@${story.others[0].slice(0, 3)}`);
      await expect(page.locator('.suggestion-menu')).toBeVisible();
    },
    leave: async ({ page }) => {
      await keys(page, 'Enter');
      await expect(page.locator('.prose-body .card')).toHaveCount(1);
    },
  },
  {
    name: 'block-menu',
    show: async ({ page, story, words: { commands } }) => {
      await paragraph(page, story.lede.slice(0, 12)).hover();
      await button(page, commands.grip).click();
      await expect(menu(page)).toBeVisible();
    },
  },
  {
    name: 'embed-offer',
    show: async ({ page, words: { blocks } }) => {
      await keys(page, 'Control+End');
      await page.keyboard.type('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
      await keys(page, 'Enter');
      await expect(page.getByRole('button', { name: blocks.embedOffer })).toBeVisible();
    },
    leave: async ({ page }) => {
      await keys(page, 'Tab');
      await expect(page.locator('.prose-body .card')).toHaveCount(2);
    },
  },
  {
    name: 'embed-dialog',
    show: async (visitor) => {
      await fromMore(visitor, visitor.words.blocks.embedCommand);
      await dialog(visitor.page).getByRole('textbox').fill('mailto:ana@example.org');
      await keys(visitor.page, 'Enter');
      await expect(visitor.page.getByText(visitor.words.blocks.embedRefused)).toBeVisible();
    },
  },
  {
    name: 'related-dialog',
    show: async (visitor) => {
      await fromMore(visitor, visitor.words.blocks.relatedCommand);
      await expect(dialog(visitor.page).getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'table-dialog',
    show: async (visitor) => {
      await fromMore(visitor, visitor.words.blocks.table);
      await expect(dialog(visitor.page)).toBeVisible();
    },
  },
];

const blocks: readonly Screen[] = [
  {
    name: 'table-tools',
    show: async ({ page, story }) => {
      await text(page)
        .getByText(story.table[1]?.[0] ?? '')
        .first()
        .click();
      await text(page)
        .getByText(story.table[0]?.[1] ?? '')
        .first()
        .hover();
      await expect(page.locator('.table-handle-column')).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'table-column-menu',
    show: async ({ page, words }) => {
      await button(page, words.blocks.columnMenu).click();
      await expect(menu(page)).toBeVisible();
    },
  },
  {
    name: 'table-menu',
    show: async ({ page, story }) => {
      await text(page)
        .getByText(story.table[1]?.[0] ?? '')
        .first()
        .click({ button: 'right' });
      await expect(menu(page)).toBeVisible();
    },
  },
  {
    name: 'table-cells',
    show: async ({ page, story }) => {
      await text(page)
        .getByText(story.table[1]?.[0] ?? '')
        .first()
        .click();
      await keys(page, 'Shift+ArrowDown');
      await expect(page.locator('.table-cell-selected').first()).toBeVisible();
    },
    leave: async (visitor) => caretIn(visitor, visitor.story.lede),
  },
  {
    name: 'quotes-boxes-corrections',
    isWordy: true,
    show: async (visitor) => {
      const { page, story, words } = visitor;
      await caretIn(visitor, story.lede);
      await keys(page, 'Home', 'Shift+End');
      await fromMore(visitor, words.blocks.pullQuoteFromSelection);
      await expect(page.locator('blockquote[data-kind="pullQuote"]')).toBeVisible();
      await keys(page, 'Control+End');
      await fromMore(visitor, words.blocks.correctionNote);
      await page.keyboard.type(story.boxes[1]);
      await page.locator('blockquote[data-kind="blockQuote"]').first().hover();
      await page.locator('[data-box]').first().scrollIntoViewIfNeeded();
      await expect(page.locator('[data-box].box-begins')).toHaveCount(1);
    },
    leave: stay,
  },
  {
    name: 'cards',
    show: async ({ page }) => {
      await page.locator('.prose-body .card-kind').last().click();
      await expect(page.locator('.ProseMirror-selectednode')).toBeVisible();
    },
    leave: stay,
  },
];

const pictures: readonly Screen[] = [
  {
    name: 'picture',
    isWordy: true,
    show: async (visitor) => {
      const { page, story } = visitor;
      await caretIn(visitor, story.lede);
      await pick(visitor, [['quay.png', png(640, 360, 120)]]);
      await expect(page.locator('.prose-body figure img')).toBeVisible();
      await page.locator('.prose-body figure img').hover();
      await expect(page.locator('.figure-tools')).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'focal-point',
    show: async ({ page, words }) => {
      await button(page, words.pictures.aim).click();
      await page.locator('.figure-aim').hover();
    },
  },
  {
    name: 'gallery',
    show: async (visitor) => {
      const { page, words } = visitor;
      await caretIn(visitor, visitor.story.lede);
      await pick(visitor, [
        ['masts.png', png(300, 400, 90)],
        ['crane.png', png(400, 300, 200)],
        ['light.png', png(400, 225, 40)],
      ]);
      await expect(page.locator('.prose-body figure img')).toHaveCount(4);
      await page.getByRole('button', { name: words.pictures.makeGallery }).click();
      await expect(page.locator('figure[data-span]').first()).toBeVisible();
      await page.locator('figure[data-span]').nth(1).hover();
    },
    leave: stay,
  },
  {
    name: 'picture-refused',
    show: async (visitor) => {
      const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
      await pick(visitor, [
        ['phone.heic', heic],
        ['logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ]);
      await expect(visitor.page.locator('.toast').nth(1)).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'paste-with-changes',
    isWordy: true,
    show: async (visitor) => {
      const { page, words } = visitor;
      await caretIn(visitor, visitor.story.boxes[1]);
      await paste(
        page,
        '<p>Pasted <a href="javascript:x">link</a></p><iframe src="https://example.org"></iframe><img src="https://example.org/a.png">',
      );
      await expect(page.getByText(words.pasting.withChanges)).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'paste-line',
    show: async ({ page }) => {
      await paste(page, `<h2>Long</h2>${'<p>A paragraph of a long document that takes its time.</p>'.repeat(12_000)}`);
      await expect(page.locator('.paste-line')).toBeVisible();
    },
  },
];

/** What an article is made of. */
export const building: Tour = { name: 'building', screens: [...inline, ...blocks, ...pictures] };

async function fromMore({ page, words }: Visitor, name: string): Promise<void> {
  await button(page, words.editor.more).click();
  await page.getByRole('menuitem', { name }).first().click();
  await expect(menu(page)).toHaveCount(0);
}

async function pick({ page, words }: Visitor, files: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await button(page, words.editor.picture).click();
  const chosen = files.map(([name, bytes]) => ({ name, mimeType: 'image/png', buffer: Buffer.from(bytes) }));
  await (await choosing).setFiles(chosen);
}

async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', given);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, html);
}
