import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pageCapture } from './page-capture.ts';
import { expect, test } from './stet.ts';

const PAGE = pageCapture();

/**
 * The main job, start to end, as a person does it: an empty library, the customer's own page in, edited, a section
 * added and moved, another article attached, seen as its readers will, exported, closed, opened again.
 */
test('the main job', async ({ stet }, info) => {
  test.setTimeout(120_000);
  stet.page.setDefaultTimeout(10_000);
  const { page } = stet;
  const shot = async (name: string): Promise<void> => {
    await page.screenshot({ path: info.outputPath(`${name}.png`) });
  };

  await test.step('an empty library offers a way to begin', async () => {
    await expect(page.getByRole('button', { name: 'Write your first story' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import an article' })).toBeVisible();
    await shot('1-first-run');
  });

  await test.step('a story of our own, to be attached later', async () => {
    await page.getByRole('button', { name: 'Write your first story' }).click();
    await expect(headline(page)).toBeFocused();
    await page.keyboard.type('The mediators of Muscat');
    await page.keyboard.press('Enter');
    await page.keyboard.type('How a quiet capital became a meeting place.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Background for readers who come late to the story.');
    await saved(page);
    await page.getByRole('button', { name: 'Back to the library' }).click();
    await expect(row(page, 'The mediators of Muscat')).toBeVisible();
  });

  await test.step('the page is imported and says what it left out', async () => {
    const choosing = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: /^Import/u })
      .first()
      .click();
    await (await choosing).setFiles({ name: PAGE.name, mimeType: 'text/plain', buffer: PAGE.bytes });
    await expect(page.getByText('1 story imported')).toBeVisible();
    await expect(row(page, PAGE.headline)).toBeVisible();
    await shot('2-imported');
  });

  await test.step('it is headline, sections and related', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
    await expect(headline(page)).toHaveText(PAGE.headline);
    await expect(body(page).getByRole('heading', { level: 2 })).toHaveText([...PAGE.sections]);
    expect(await filledParagraphs(page)).toBe(PAGE.paragraphs);
    for (const furniture of ['Edit Content', 'No More Articles', 'Share the Article', 'Sharing:']) {
      await expect(body(page)).not.toContainText(furniture);
    }
    await page.getByRole('tab', { name: /Related/u }).click();
    await expect(relatedList(page).getByRole('listitem')).toHaveCount(PAGE.related.length);
    await shot('3-edit');
  });

  const edited = `${PAGE.headline}, Again`;
  await test.step('headline, standfirst and body are edited', async () => {
    await headline(page).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(', Again');
    await page.getByRole('textbox', { name: 'Standfirst' }).click();
    await page.keyboard.type('What is known, and what is not.');
    await body(page)
      .getByRole('paragraph')
      .first()
      .click({ position: { x: 2, y: 8 } });
    await page.keyboard.press('Home');
    await page.keyboard.type('Updated. ');
  });

  await test.step('a section is added, written and moved in the outline', async () => {
    await page.getByRole('button', { name: 'Add a section' }).click();
    await page.keyboard.type('What Comes Next');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nobody has set a date.');
    const added = outline(page).getByRole('option', { name: /What Comes Next/u });
    // It comes after the section in which the caret stood: the opening.
    await expect(outline(page).getByRole('option').nth(1)).toContainText('What Comes Next');
    await added.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(outline(page).getByRole('option').nth(2)).toContainText('What Comes Next');
    await expect(body(page).getByRole('heading', { level: 2 })).toHaveText([
      ...PAGE.sections.slice(0, 1),
      'What Comes Next',
      ...PAGE.sections.slice(1),
    ]);
  });

  await test.step('another article of the library is attached as related', async () => {
    await page.getByRole('searchbox', { name: /Search the library/u }).fill('mediators muscat');
    await page.getByRole('button', { name: /The mediators of Muscat/u }).click();
    await expect(relatedList(page).getByRole('listitem')).toHaveCount(PAGE.related.length + 1);
    await saved(page);
    await shot('4-edited');
  });

  await test.step('the share view shows the page as its readers will see it', async () => {
    await page.getByRole('button', { name: 'Share view' }).click();
    const reader = page.getByRole('article', { name: 'Page as readers see it' }).or(page.locator('.reader')).first();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(edited);
    await expect(reader).toContainText('What Comes Next');
    await shot('5-share-view');
    const cards = page.getByRole('region', { name: 'Related Articles' }).getByRole('listitem');
    for (let pages = 0; pages < 10 && !(await page.getByText('No More Articles').isVisible()); pages += 1) {
      await page.getByRole('button', { name: 'More articles' }).click();
    }
    await expect(cards).toHaveCount(PAGE.related.length + 1);
    await expect(cards.first()).toContainText(PAGE.related[0] ?? '-');
    await expect(cards.last()).toContainText('The mediators of Muscat');
    await page.getByRole('button', { name: 'Share the Article' }).click();
    await expect(page.getByRole('dialog', { name: `Sharing: ${edited}` })).toBeVisible();
    await shot('6-sharing');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(headline(page)).toHaveText(edited);
  });

  const out = join(stet.scratch, 'out');
  await test.step('it is exported as HTML, Markdown and ninjs', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    for (const format of ['HTML', 'Markdown', 'ninjs']) {
      const box = dialog.getByRole('checkbox', { name: new RegExp(format, 'iu') });
      if (!(await box.isChecked())) await box.click({ force: true });
    }
    await dialog.getByRole('combobox', { name: 'Folder' }).or(dialog.getByLabel('Folder')).first().fill(out);
    await shot('7-export');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog.getByText('3 files written')).toBeVisible();
    await shot('8-exported');
    const record = JSON.parse(await readFile(join(out, 'export.json'), 'utf8')) as { files: { file: string }[] }[];
    const files = record.at(-1)?.files.map(({ file }) => file) ?? [];
    expect(files).toHaveLength(3);
    for (const file of files) {
      const text = await readFile(join(out, file), 'utf8');
      expect(text, file).toContain('Nobody has set a date.');
      expect(text, file).toContain('The mediators of Muscat');
      expect(text, file).not.toContain('No More Articles');
    }
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('closed and opened again, everything is there', async () => {
    await saved(page);
    await stet.restart();
    const again = stet.page; // on the desktop it is a new window
    again.setDefaultTimeout(10_000);
    await again.reload();
    await expect(row(again, edited)).toBeVisible();
    if (!(await headline(again).isVisible())) await row(again, edited).click();
    await expect(headline(again)).toHaveText(edited);
    await expect(again.getByRole('textbox', { name: 'Standfirst' })).toHaveText('What is known, and what is not.');
    await expect(body(again)).toContainText('Updated. ');
    await expect(body(again).getByRole('heading', { level: 2 })).toHaveCount(PAGE.sections.length + 1);
    expect(await filledParagraphs(again)).toBe(PAGE.paragraphs + 1);
    await again.getByRole('tab', { name: /Related/u }).click();
    await expect(relatedList(again).getByRole('listitem')).toHaveCount(PAGE.related.length + 1);
    await again.getByRole('button', { name: 'Back to the library' }).click();
    await expect(row(again, edited)).toBeVisible();
    await expect(row(again, 'The mediators of Muscat')).toBeVisible();
    await again.screenshot({ path: info.outputPath('9-again.png') });
  });
});

const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline', exact: true }).first();
const body = (page: Page) => page.getByRole('textbox', { name: 'Article', exact: true });
const outline = (page: Page) => page.getByRole('listbox', { name: 'Outline' });
const relatedList = (page: Page) => page.getByRole('list', { name: 'Related articles, in order' });
const row = (page: Page, text: string) => page.getByText(text, { exact: true }).first();

async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Saved on this machine').first()).toBeVisible();
}

async function filledParagraphs(page: Page): Promise<number> {
  const texts = await body(page).getByRole('paragraph').allTextContents();
  return texts.filter((text) => text.trim() !== '').length;
}
