import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { body, saved, type } from './editor.ts';
import { expectAccessible, importFiles, openStory, ready, storyFile } from './look.ts';
import { startHost } from './running.ts';
import { expect, test, type Stet } from './stet.ts';

// Axe reads every element, and two hosts exchange at the pace of people.
test.describe.configure({ timeout: 180_000 });

const STORY = storyFile('strike.md', {}, '# Harbour strike\n\nThe dockers met.\n\nFour hours, one voice.\n');
const PATIENT = { timeout: 30_000 };

const folderField = (page: Page, name: string) => page.getByRole('combobox', { name });
const deskOf = (page: Page) => page.getByRole('main', { name: 'Desk' });

/** Puts a library on the desk in `place`, by keys alone. */
async function enter(page: Page, how: 'start' | 'join', name: string, place: string): Promise<void> {
  await page.keyboard.press('Control+Shift+KeyD');
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await folderField(page, how === 'start' ? 'Folder for the new desk' : 'Folder of the desk').fill(place);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(deskOf(page).getByRole('heading', { name: 'People' })).toBeVisible(PATIENT);
}

/** A colleague: a machine of their own, with its own library and settings. */
async function withColleague(stet: Stet, browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const at = join(stet.scratch, 'colleague');
  const host = await startHost({ library: join(at, 'library'), port: 0, stay: true }, join(at, 'config'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(host.url);
    await ready(page);
    await work(page);
  } finally {
    await context.close();
    await host.end('SIGTERM');
  }
}

test(
  'a folder that can’t be a desk is refused at its field, and what was typed stays',
  { tag: '@loopback' },
  async ({ stet }) => {
    const { page } = stet;
    await ready(page);
    await page.keyboard.press('Control+Shift+KeyD');
    await expect(page.getByRole('heading', { name: 'One folder. The whole desk.' })).toBeVisible();

    await page.getByRole('button', { name: 'Start the desk' }).click();
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
    await expect(page.getByText('Colleagues need a name to know you by.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ana Ruiz');

    const start = folderField(page, 'Folder for the new desk');
    const join_ = folderField(page, 'Folder of the desk');
    const refused = async (way: 'start' | 'join', place: string, sentence: RegExp): Promise<void> => {
      const field = way === 'start' ? start : join_;
      await field.fill(place);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: way === 'start' ? 'Start the desk' : 'Join the desk' }).click();
      await expect(field).toHaveAccessibleDescription(sentence);
      await expect(field).toHaveValue(place);
    };
    await refused('start', 'somewhere', /from the root of the disk/u);
    await refused('start', stet.scratch, /holds other files/u);
    await refused('start', join(stet.library, 'desk-in-library'), /inside a library/u);
    await refused('join', join(stet.scratch, 'nowhere'), /is not there/u);
    await mkdir(join(stet.scratch, 'empty'));
    await refused('join', join(stet.scratch, 'empty'), /has no desk in it/u);
  },
);

test('a story is private until it is put on the desk', { tag: '@loopback' }, async ({ stet, browser }) => {
  const { page } = stet;
  const place = join(stet.scratch, 'share', 'desk');
  await mkdir(join(stet.scratch, 'share'));
  await importFiles(page, [STORY]);
  await enter(page, 'start', 'Ana Ruiz', place);
  await expect(page.getByText('Nobody else is here yet')).toBeVisible();
  await expect(page.getByText('Nothing had to be rescued')).toBeVisible();

  await page.keyboard.press('Control+Shift+KeyL');
  await ready(page);
  await expect(page.locator('.story-row')).toContainText('Private');
  await withColleague(stet, browser, async (ben) => {
    await enter(ben, 'join', 'Ben Adler', place);
    await expect(ben.getByText('0 stories on the desk')).toBeVisible();
    await expect(ben.getByText('Ana Ruiz')).toBeVisible(PATIENT);

    await openStory(page, 'Harbour strike');
    const status = page.getByRole('region', { name: 'Status of the article' });
    await expect(status).toContainText('Private');
    await page.getByRole('button', { name: 'Private' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('It can’t be made private again.');
    await dialog.getByRole('button', { name: 'Put on the desk' }).press('Enter');
    await expect(page.getByRole('button', { name: 'On the desk' })).toBeVisible();
    await expect(status).toContainText('In the folder', PATIENT);
    await expect(status).toContainText('Seen by 1', PATIENT);

    await ben.keyboard.press('Control+Shift+KeyL');
    await ready(ben);
    await expect(ben.getByRole('link', { name: 'Harbour strike' })).toBeVisible(PATIENT);
    await expect(ben.locator('.story-row')).toContainText(/Ana Ruiz.? is here/u, PATIENT);
    await openStory(ben, 'Harbour strike');
    await expect(status).toContainText(/Ben Adler.? is here/u, PATIENT);
  });
});

test(
  'what two people did to one paragraph is rescued, and put back as one undoable edit',
  { tag: '@loopback' },
  async ({ stet, browser }) => {
    const { page } = stet;
    const place = join(stet.scratch, 'share', 'desk');
    await mkdir(join(stet.scratch, 'share'));
    await importFiles(page, [STORY]);
    await enter(page, 'start', 'Ana Ruiz', place);
    await page.keyboard.press('Control+Shift+KeyL');
    await ready(page);
    await openStory(page, 'Harbour strike');
    await page.getByRole('button', { name: 'Private' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Put on the desk' }).press('Enter');

    await withColleague(stet, browser, async (ben) => {
      await enter(ben, 'join', 'Ben Adler', place);
      await ben.keyboard.press('Control+Shift+KeyL');
      await ready(ben);
      await expect(ben.getByRole('link', { name: 'Harbour strike' })).toBeVisible(PATIENT);
      await ben.keyboard.press('Control+Shift+KeyD');
      await ben.getByRole('button', { name: 'Pause' }).press('Enter');
      await expect(ben.getByRole('heading', { name: 'The desk is paused.' })).toBeVisible();
      await ben.keyboard.press('Control+Shift+KeyL');
      await ready(ben);
      await openStory(ben, 'Harbour strike');
      await ben.getByText('Four hours, one voice.').click();
      await ben.keyboard.press('End');
      await type(ben, ' Nobody went home.');
      await saved(ben);
      await expect(ben.getByRole('region', { name: 'Status of the article' })).toContainText('Desk paused');

      await page.getByText('Four hours, one voice.').click({ clickCount: 3 });
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await saved(page);
      await expect(page.getByRole('region', { name: 'Status of the article' })).toContainText('In the folder', PATIENT);
      await ben.keyboard.press('Control+Shift+KeyD');
      await ben.getByRole('button', { name: 'Go on' }).press('Enter');

      await page.keyboard.press('Control+Shift+KeyD');
      const rescued = deskOf(page).getByRole('region', { name: /Rescued text/u });
      await expect(rescued).toContainText('Nobody went home.', PATIENT);
      await expect(rescued).toContainText(/Written by .?Ben Adler/u);
      await expectAccessible(page);
      await rescued.getByRole('button', { name: 'Put back' }).press('Enter');
      await expect(body(page)).toContainText('Nobody went home.');
      await page.keyboard.press('Control+KeyZ');
      await expect(body(page)).not.toContainText('Nobody went home.');
      await page.keyboard.press('Control+Shift+KeyZ');
      await expect(body(page)).toContainText('Nobody went home.');
      await page.keyboard.press('Control+Shift+KeyD');
      await expect(page.getByText('Nothing had to be rescued')).toBeVisible();
    });
  },
);

test(
  'a folder that goes away is said aloud, and comes back by itself; Hebrew too',
  { tag: '@loopback' },
  async ({ stet }) => {
    const { page } = stet;
    const share = join(stet.scratch, 'share');
    await mkdir(share);
    await importFiles(page, [STORY]);
    await enter(page, 'start', 'Ana Ruiz', join(share, 'desk'));
    await expect(page.getByRole('heading', { name: 'The desk is ready.' })).toBeVisible(PATIENT);
    await rename(share, `${share}-gone`);
    await expect(page.getByRole('heading', { name: 'The folder can’t be used just now.' })).toBeVisible(PATIENT);
    await expect(page.locator('[aria-live="polite"]').getByText(/The desk folder is not there/u)).toBeAttached();
    await rename(`${share}-gone`, share);
    await expect(page.getByRole('heading', { name: 'The desk is ready.' })).toBeVisible(PATIENT);

    await page.keyboard.press('Control+Comma');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Language/u })
      .click();
    await page.getByRole('option', { name: 'עברית' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('main', { name: 'דסק' }).getByRole('heading', { level: 1 })).toHaveText('הדסק מוכן.');
  },
);
