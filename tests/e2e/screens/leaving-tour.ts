import { join } from 'node:path';
import { expect } from '../stet.ts';
import { button, dialog, keys, openLong, stay, toLibrary, type Screen, type Tour } from './screen.ts';

const widths: readonly Screen[] = (['tablet', 'desktop'] as const).map((width) => ({
  name: `share-${width}`,
  show: ({ page, words }) => page.getByRole('radio', { name: words.app.share[width] }).click(),
  leave: stay,
}));

const sharing: readonly Screen[] = [
  {
    name: 'share-phone',
    isWordy: true,
    show: async (visitor) => {
      const { page, words } = visitor;
      await openLong(visitor);
      await keys(page, 'Control+Shift+KeyP');
      await expect(page.locator('.reader')).toBeVisible();
      await page.getByRole('radio', { name: words.app.share.phone }).click();
      await expect.poll(async () => (await page.locator('.share-page').boundingBox())?.width).toBe(390);
    },
    leave: stay,
  },
  ...widths,
  {
    name: 'sharing-panel',
    isWordy: true,
    show: async ({ page, words }) => {
      await button(page, words.app.share.shareButton).first().click();
      await expect(dialog(page)).toBeVisible();
    },
  },
];

const exporting: readonly Screen[] = [
  {
    name: 'export-gate',
    isWordy: true,
    show: async ({ page, words }) => {
      await keys(page, 'Escape');
      await expect(page.locator('.article-editor')).toBeVisible();
      await keys(page, 'Control+Shift+KeyE');
      await expect(page.getByText(words.app.export.gate)).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'export-done',
    show: async ({ page, words, stet }) => {
      await dialog(page).getByText('Markdown', { exact: true }).click();
      await dialog(page).getByRole('combobox').fill(join(stet.scratch, 'out'));
      await dialog(page).getByRole('textbox', { name: words.app.export.overrideReason }).fill('—');
      await button(page, words.app.export.runAnyway).click();
      await expect(button(page, words.app.done)).toBeVisible();
    },
    leave: async (visitor) => {
      await button(visitor.page, visitor.words.app.done).click();
      await toLibrary(visitor);
    },
  },
];

/** What readers see, and what goes out. */
export const leaving: Tour = { name: 'leaving', screens: [...sharing, ...exporting] };
