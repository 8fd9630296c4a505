import { importFiles, openStory, storyFile } from './look.ts';
import { expect, test, type Stet } from './stet.ts';

const BRIDGE = storyFile('bridge.md', { slug: 'bridge' }, '# Bridge shuts\n\nDrivers face a detour. TK\n');
const VOTE = storyFile('vote.md', {}, '# School meals vote\n\nThree are undecided.\n');
const FERRY = storyFile('ferry.md', {}, '# Ferry full until March\n\nLorries are turned away.\n');

async function opened(stet: Stet) {
  const { page } = stet;
  await importFiles(page, [BRIDGE, VOTE, FERRY]);
  await openStory(page, 'Bridge shuts');
  return page;
}

test('fields save as they are typed and are there again', async ({ stet }) => {
  const page = await opened(stet);
  await page.getByRole('textbox', { name: 'Kicker' }).fill('Transport');
  await page.getByRole('textbox', { name: 'Length ordered' }).fill('800');
  await page.getByRole('textbox', { name: 'Priority' }).press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Priority' })).toHaveValue('6');
  await page.getByRole('button', { name: 'Add byline' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana Ruiz');
  await page.getByRole('textbox', { name: 'Add a keyword' }).fill('bridges, traffic');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Note to colleagues' }).fill('Check the toll figure.');
  await page.getByText('Needs a legal read').click();
  await expect(page.getByText(/of 800/u)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the library' }).click();
  const row = page.locator('.story-row').filter({ hasText: 'Bridge shuts' });
  await expect(row).toContainText('Transport');
  await expect(row).toContainText('Ana Ruiz');

  await openStory(page, 'Bridge shuts');
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toHaveValue('Transport');
  await expect(page.getByRole('textbox', { name: 'Note to colleagues' })).toHaveValue('Check the toll figure.');
  await expect(page.getByRole('row', { name: 'bridges' })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Needs a legal read' })).toBeChecked();
});

test('what does not fit stays written, with a sentence beneath @loopback', async ({ stet }) => {
  const page = await opened(stet);
  const address = page.getByRole('textbox', { name: 'Published at' });
  await address.fill('javascript:alert(1)');
  await address.blur();
  await expect(page.getByText('A full web address is wanted', { exact: false })).toBeVisible();
  await expect(address).toHaveValue('javascript:alert(1)');
  await address.fill('https://news.example/bridge');
  await expect(page.getByText('A full web address is wanted', { exact: false })).toHaveCount(0);
});

test('status is one field wherever it is shown @loopback', async ({ stet }) => {
  const page = await opened(stet);
  const bar = page.locator('.edit-bar');
  await bar.getByRole('button', { name: /Status/u }).click();
  await page.getByRole('option', { name: 'Legal' }).click();
  await expect(page.getByRole('tabpanel').getByRole('button', { name: /Status/u })).toContainText('Legal');
});

test('related articles are found, added, reordered by keys, edited and removed with undo', async ({ stet }) => {
  const page = await opened(stet);
  await page.getByRole('tab', { name: /Related/u }).click();
  const search = page.getByRole('searchbox', { name: /Search the library/u });
  const entries = page.getByRole('list', { name: 'Related articles, in order' }).getByRole('listitem');

  await search.fill('bridge');
  await expect(page.getByText('No other story matches.')).toBeVisible();
  await search.fill('school');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(entries).toHaveCount(1);
  await expect(entries.first()).toContainText('School meals vote');
  await expect(entries.first()).toContainText('Three are undecided.');

  await search.fill('https://elsewhere.example/tolls');
  await page.keyboard.press('Enter');
  await expect(entries).toHaveCount(2);
  await entries.nth(1).getByRole('textbox', { name: 'Headline' }).fill('How tolls work');
  await expect(entries.nth(1)).toContainText('elsewhere.example');

  await entries
    .nth(1)
    .getByRole('button', { name: /Drag to reorder/u })
    .focus();
  await page.keyboard.press('ArrowUp');
  await expect(entries.first()).toContainText('How tolls work');
  await page.keyboard.press('Delete');
  await expect(entries).toHaveCount(1);
  await page.locator('.toasts').getByRole('button', { name: 'Undo' }).click();
  await expect(entries.first()).toContainText('How tolls work');

  await entries.first().dragTo(entries.nth(1));
  await expect(entries.first()).toContainText('How tolls work');
  await entries
    .first()
    .getByRole('button', { name: /Drag to reorder/u })
    .dragTo(entries.nth(1));
  await expect(entries.nth(1)).toContainText('How tolls work');
});

test('checks say what is missing and lead to it', async ({ stet }) => {
  const page = await opened(stet);
  await page.getByRole('tab', { name: 'Checks' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('TK');
});

test('panels are as they were left, and a narrow window keeps the article whole @loopback', async ({ stet }) => {
  const page = await opened(stet);
  await page.keyboard.press('Control+Backslash');
  await expect(page.getByRole('navigation', { name: 'Outline' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('complementary', { name: 'Panel' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Outline' })).toHaveCount(0);
  await page.setViewportSize({ width: 900, height: 700 });
  await page.reload();
  await expect(page.getByRole('complementary', { name: 'Panel' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show panel' }).click();
  await expect(page.getByRole('complementary', { name: 'Panel' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(900);
});
