import { importFiles, ready, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

const BRIDGE = storyFile(
  'bridge.md',
  { kicker: 'Transport', slug: 'bridge' },
  '# Bridge shuts\n\nDrivers face a detour.\n',
);
const VOTE = storyFile('vote.md', { slug: 'meals' }, '# School meals vote\n\nThree are undecided.\n');
const HEBREW = storyFile('rakevet.md', { language: 'he' }, '# הרכבת תיפתח בקיץ\n\nהעיכוב השלישי השנה.\n');

test('a newcomer is one press from a caret in a headline', async ({ stet }) => {
  const { page } = stet;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Write your first story' }).click();
  await expect(page.getByRole('textbox', { name: 'Headline', exact: true }).first()).toBeFocused();
  await page.keyboard.type('First words');
  await expect(page).toHaveTitle('First words — Stet');
  await page.goBack();
  await expect(page.getByRole('link', { name: 'First words' })).toBeVisible();
  await expect(page).toHaveTitle('Stet');
});

test('stories are found, filtered, thrown away and put back', async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [BRIDGE, VOTE, HEBREW]);
  await expect(page.locator('.story-row').filter({ hasText: 'הרכבת' }).locator('.story-row-text')).toHaveCSS(
    'direction',
    'rtl',
  );

  const search = page.getByRole('searchbox');
  await search.fill('detour');
  await expect(page.getByRole('link', { name: 'Bridge shuts' })).toBeVisible();
  await expect(page.locator('.story-row')).toHaveCount(1);
  await search.fill('nothing like this');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('button', { name: 'Show all stories' }).click();
  await expect(page.locator('.story-row')).toHaveCount(3);

  await page.getByRole('radio', { name: 'Legal' }).click();
  await expect(page.getByText('No stories here')).toBeVisible();
  await page.getByRole('radio', { name: 'All' }).click();

  await page.getByRole('link', { name: 'School meals vote' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('.story-row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.story-row')).toHaveCount(3);

  await page.getByRole('link', { name: 'School meals vote' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('.story-row')).toHaveCount(2);
  await page.getByRole('radio', { name: 'Trash' }).click();
  await expect(page.locator('.story-row')).toHaveCount(1);
  await page.locator('.story-row').hover();
  await page.getByRole('button', { name: 'More about this story' }).click();
  await page.getByRole('menuitem', { name: 'Put back' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
});

test('the list is gone through and opened with keys alone', async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [BRIDGE, VOTE, HEBREW]);
  await page.keyboard.press('Control+Shift+KeyK');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const links = page.locator('.story-row-link');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(links.nth(2)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  // Who opens a story by keys can write in it by keys.
  await expect(page.getByRole('textbox', { name: 'Article', exact: true })).toBeFocused();
  await page.keyboard.press('Control+Shift+KeyL');
  await expect(links).toHaveCount(3);
});

test('an import says what became of every file', async ({ stet }) => {
  const { page } = stet;
  const chooser = page.locator('input[type="file"][multiple]');
  await chooser.setInputFiles([
    BRIDGE,
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'noise.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 255, 0, 0, 7, 0]) },
  ]);
  const report = page.getByRole('dialog', { name: '1 story imported · 2 files refused' });
  await expect(report.getByText('Bridge shuts')).toBeVisible();
  await expect(report.getByText('empty.txt', { exact: true })).toBeVisible();
  await expect(report.getByText('noise.bin', { exact: true })).toBeVisible();
  await report.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('textbox', { name: 'Headline', exact: true }).first()).toHaveText('Bridge shuts');
});

test('files are dropped anywhere', async ({ stet }) => {
  const { page } = stet;
  await ready(page);
  const files = await page.evaluateHandle(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['# Dropped in\n\nFrom the desktop.\n'], 'dropped.md', { type: 'text/markdown' }));
    return carried;
  });
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: files });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  await expect(page.getByRole('link', { name: 'Dropped in' })).toBeVisible();
  await expect(page.getByText('Drop to import')).toHaveCount(0);
});

test('the keys are listed on one page @loopback', async ({ stet }) => {
  const { page } = stet;
  await ready(page);
  await page.keyboard.press('Control+Slash');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByText('Ctrl+Shift+K')).toBeVisible();
  await expect(dialog.getByText('Ctrl+Alt+Shift+→')).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
});

test('a lost connection is said, and forgotten when it is back', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [BRIDGE]);
  await stet.kill();
  const lost = page.getByRole('alert').filter({ hasText: 'lost touch' });
  await expect(lost).toBeVisible();
  await stet.start();
  await expect(lost).toHaveCount(0);
  await page.getByRole('searchbox').fill('bridge');
  await expect(page.getByRole('link', { name: 'Bridge shuts' })).toBeVisible();
});
