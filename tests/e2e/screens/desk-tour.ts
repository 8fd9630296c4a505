import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '../stet.ts';
import { bringStories, button, dialog, keys, stay, toLibrary, type Tour, type Visitor } from './screen.ts';

const shareOf = ({ stet }: Visitor): string => join(stet.scratch, 'share');
const PATIENT = { timeout: 30_000 };

/** The desk, alone on it: what colleagues do there has specs of its own. */
export const desk: Tour = {
  name: 'desk',
  screens: [
    {
      name: 'desk-begin',
      isWordy: true,
      show: async ({ page, words }) => {
        await keys(page, 'Control+Shift+KeyD');
        await expect(page.getByText(words.desk.begin.title)).toBeVisible();
      },
      leave: stay,
    },
    {
      name: 'desk-refused',
      show: async ({ page, words }) => {
        await button(page, words.desk.begin.startAction).click();
        await expect(page.getByText(words.desk.begin.nameMissing)).toBeVisible();
      },
      leave: stay,
    },
    {
      name: 'desk',
      isWordy: true,
      show: async (visitor) => {
        const { page, words, story } = visitor;
        await mkdir(shareOf(visitor));
        await page.getByRole('textbox', { name: words.desk.begin.name }).fill(story.byline);
        const folder = page.getByRole('combobox', { name: words.desk.begin.startFolder });
        await folder.fill(join(shareOf(visitor), 'desk'));
        await keys(page, 'Escape', 'Enter');
        await expect(page.getByText(words.desk.people.nobody)).toBeVisible(PATIENT);
      },
      leave: toLibrary,
    },
    { name: 'library-on-desk', show: bringStories, leave: stay },
    {
      name: 'put-on-desk',
      show: async ({ page, words, story }) => {
        await page.getByRole('link', { name: story.headline }).click();
        await button(page, words.desk.private).click();
        await expect(dialog(page)).toBeVisible();
      },
      leave: async ({ page, words }) => {
        await dialog(page).getByRole('button', { name: words.desk.put }).click();
        await expect(button(page, words.desk.onDesk)).toBeVisible();
      },
    },
    {
      name: 'edit-on-desk',
      show: ({ page, words }) => expect(page.locator('.status-bar')).toContainText(words.desk.inFolder, PATIENT),
      leave: stay,
    },
    {
      name: 'desk-with-story',
      show: async ({ page, words }) => {
        await keys(page, 'Control+Shift+KeyD');
        await expect(page.getByText(words.desk.events.title)).toBeVisible();
      },
      leave: stay,
    },
    {
      name: 'desk-away',
      show: async (visitor) => {
        await rename(shareOf(visitor), `${shareOf(visitor)}-gone`);
        await expect(visitor.page.getByText(visitor.words.desk.health.trouble).first()).toBeVisible(PATIENT);
      },
      leave: stay,
    },
  ],
};
