import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSHandle, Page } from '@playwright/test';
import { encodeFrame } from '#electron/backend/journal/frame.ts';
import { isArticleId } from '#shared/article/identity.ts';
import { expect } from '../stet.ts';
import { bringStories, button, dialog, keys, menu, stay, toLibrary, type Tour, type Visitor } from './screen.ts';

/** The library, and everything that opens over it or over any screen. */
export const library: Tour = {
  name: 'library',
  screens: [
    {
      name: 'first-run',
      isWordy: true,
      show: ({ page, words }) => expect(button(page, words.app.library.writeFirst)).toBeVisible(),
      leave: stay,
    },
    { name: 'library', isWordy: true, show: bringStories, leave: stay },
    {
      name: 'library-row-menu',
      show: async ({ page, words }) => {
        await page.locator('.story-row').first().hover();
        await button(page, words.app.library.more).first().click();
        await expect(menu(page)).toBeVisible();
      },
      leave: async ({ page }) => {
        await keys(page, 'Escape');
        // The button has the keyboard again, and says its name.
        await page.getByRole('searchbox').focus();
        await expect(page.locator('.popover, .tooltip')).toHaveCount(0);
      },
    },
    {
      name: 'library-drop',
      show: async ({ page }) => {
        await page.dispatchEvent('body', 'dragenter', { dataTransfer: await carried(page) });
        await expect(page.locator('.drop-files')).toBeVisible();
      },
      leave: async ({ page }) => {
        await page.dispatchEvent('body', 'dragleave', { dataTransfer: await carried(page) });
        await expect(page.locator('.drop-files')).toHaveCount(0);
      },
    },
    {
      name: 'library-nothing-found',
      show: async ({ page, words }) => {
        await page.getByRole('searchbox').fill('zzzz');
        await expect(page.getByText(words.app.library.nothingFound, { exact: true })).toBeVisible();
      },
      leave: ({ page }) => page.getByRole('searchbox').fill(''),
    },
    {
      name: 'library-stage-empty',
      show: async ({ page, words }) => {
        await page.getByRole('radio', { name: words.app.status.killed }).click();
        await expect(page.getByText(words.app.library.nothingHere, { exact: true })).toBeVisible();
      },
      leave: stay,
    },
    {
      name: 'library-trash-empty',
      show: async ({ page, words }) => {
        await page.getByRole('radio', { name: words.app.library.trash }).click();
        await expect(page.getByText(words.app.library.trashEmpty, { exact: true })).toBeVisible();
      },
      leave: ({ page, words }) => page.getByRole('radio', { name: words.app.library.all, exact: true }).click(),
    },
    {
      name: 'library-trash',
      show: async ({ page, words, story }) => {
        await page.getByRole('link', { name: story.others[0] }).focus();
        await keys(page, 'Delete');
        await expect(button(page, words.app.undo)).toBeVisible();
        await page.getByRole('radio', { name: words.app.library.trash }).click();
        await expect(page.locator('.story-row')).toHaveCount(1);
      },
      leave: async ({ page, words }) => {
        await button(page, words.app.undo).click();
        await page.getByRole('radio', { name: words.app.library.all, exact: true }).click();
        await expect(page.locator('.story-row')).toHaveCount(3);
      },
    },
    {
      name: 'import-report',
      show: async ({ page }) => {
        const file = (name: string, bytes: Buffer) => ({ name, mimeType: 'text/plain', buffer: bytes });
        const odd = file('notes.md', Buffer.from('---\nmood: grim\n---\n\nA note.\n\n- [ ] <blink>x</blink>\n'));
        const files = [odd, file('empty.txt', Buffer.alloc(0)), file('noise.bin', Buffer.from([0, 1, 2, 255, 0, 7]))];
        await page.locator('input[type="file"][multiple]').first().setInputFiles(files);
        await expect(dialog(page)).toBeVisible();
      },
    },
    {
      name: 'find-in-stories',
      isWordy: true,
      show: async ({ page, words, story }) => {
        await button(page, words.find.inStories).click();
        await dialog(page).getByRole('textbox').first().fill(story.find);
        await dialog(page).getByRole('textbox').nth(1).fill('—');
        await button(page, words.find.search).click();
        await expect(page.locator('.find-story').first()).toBeVisible();
      },
    },
    {
      name: 'settings',
      isWordy: true,
      show: async ({ page }) => {
        await keys(page, 'Control+Comma');
        await expect(page.locator('.settings')).toBeVisible();
      },
      leave: stay,
    },
    {
      name: 'settings-language',
      show: async ({ page, words }) => {
        await dialog(page).getByRole('button', { name: words.app.settings.language }).click();
        await expect(page.getByRole('listbox')).toBeVisible();
      },
      leave: ({ page }) => keys(page, 'Escape'),
    },
    {
      name: 'settings-spelling',
      isWordy: true,
      show: async ({ page, words }) => {
        await dialog(page).getByRole('textbox', { name: words.spelling.addWord }).fill('two words');
        await keys(page, 'Enter');
        await expect(page.getByText(words.spelling.noWord)).toBeVisible();
        await page.locator('.spelling-settings').evaluate((element) => element.scrollIntoView({ block: 'start' }));
      },
      leave: stay,
    },
    {
      name: 'settings-writing',
      isWordy: true,
      show: async ({ page, words }) => {
        const field = (name: string) => dialog(page).getByRole('textbox', { name });
        for (const [from, to] of [
          ['gov', 'government'],
          ['עמ', 'עיריית מחוז הנמל'],
        ] as const) {
          await field(words.comfort.replaced).fill(from);
          await field(words.comfort.replacement).fill(to);
          await keys(page, 'Enter');
        }
        await field(words.comfort.replaced).fill('two words');
        await expect(page.getByText(words.comfort.replacementWord)).toBeVisible();
        await page.locator('.writing-settings').evaluate((element) => element.scrollIntoView({ block: 'start' }));
      },
    },
    {
      name: 'shortcuts',
      isWordy: true,
      show: async ({ page }) => {
        await keys(page, 'Control+Slash');
        await expect(dialog(page)).toBeVisible();
      },
    },
    {
      name: 'palette',
      isWordy: true,
      show: async ({ page, words }) => {
        await keys(page, 'Control+j');
        await expect(page.getByRole('combobox', { name: words.commands.palette })).toBeFocused();
      },
      leave: stay,
    },
    {
      name: 'palette-nothing',
      show: async ({ page, words }) => {
        await page.keyboard.type('zzzz');
        await expect(page.getByText(words.commands.paletteEmpty)).toBeVisible();
      },
    },
    {
      name: 'story-lost',
      show: async ({ page, words }) => {
        await page.evaluate(() => (location.hash = '#/edit/0123456789abcdefghjkmnpqrs'));
        await expect(page.getByText(words.app.edit.lostTitle)).toBeVisible();
      },
      leave: toLibrary,
    },
    {
      name: 'host-lost',
      show: async ({ page, words, stet }) => {
        await stet.kill();
        await expect(page.getByText(words.app.connection.lost)).toBeVisible();
      },
      leave: async ({ page, words, stet }) => {
        await stet.start();
        await expect(page.getByText(words.app.connection.lost)).toHaveCount(0);
      },
    },
    {
      name: 'article-newer',
      show: async (visitor) => {
        const { page, words } = visitor;
        const link = page.getByRole('link', { name: visitor.story.headline });
        await writeAsNewer(visitor, (await link.getAttribute('href'))?.split('/').at(-1));
        await expect(page.getByText(words.app.connection.lost)).toHaveCount(0);
        await link.click();
        await expect(page.locator('.status-bar')).toContainText(words.editor.readOnly);
        await expect(page.locator('.outline-item').first()).toBeVisible();
      },
      leave: stay,
    },
  ],
};

/** A later Stet writes a line in the article that this one does not know how to read. */
async function writeAsNewer({ stet }: Visitor, article: string | undefined): Promise<void> {
  if (!isArticleId(article)) throw new Error('The link leads to no article');
  await stet.kill();
  const life = join(stet.library, 'journal', 'f'.repeat(20));
  await mkdir(life, { recursive: true });
  const update = new Uint8Array([0, 0]);
  await writeFile(join(life, '1'), encodeFrame({ kind: 'later', article, time: 1, schema: 99, number: 1, update }));
  await stet.start();
}

/** A file as it is held over the window. */
function carried(page: Page): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(() => {
    const held = new DataTransfer();
    held.items.add(new File(['x'], 'x.md', { type: 'text/markdown' }));
    return held;
  });
}
