import { importFiles, openStory, ready, storyFile } from './look.ts';
import { body, headline } from './editor.ts';
import { expect, test } from './stet.ts';

test('words are found and replaced in several stories, seen before and one change each @loopback', async ({
  stet,
}, info) => {
  const { page } = stet;
  await ready(page);
  await importFiles(page, [
    storyFile('a.md', { headline: 'The colour of money' }, 'A colour, and another Colour.'),
    storyFile('b.md', { headline: 'Colours of spring' }, 'Nothing but green.\n\n- colour'),
    storyFile('c.md', { headline: 'Without' }, 'No such word.'),
  ]);
  await page.getByRole('button', { name: 'Find and replace in stories' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find and replace in stories' });
  await expect(dialog.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('colour');
  await dialog.getByRole('textbox', { name: 'Replace with' }).fill('hue');
  await dialog.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(dialog.getByText('4 places in 2 stories')).toBeVisible();
  await expect(dialog.locator('.find-story')).toHaveCount(2);
  expect((await dialog.locator('mark').allInnerTexts()).sort()).toEqual(['Colour', 'colour', 'colour', 'colour']);
  await page.screenshot({ path: info.outputPath('stories.png') });
  await dialog.getByRole('checkbox', { name: 'Colours of spring' }).press('Space');
  await dialog.getByRole('button', { name: 'Replace in 1 story' }).click();
  await expect(dialog.getByText('3 places replaced in 1 story.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await openStory(page, 'The hue of money');
  await expect(headline(page)).toHaveText('The hue of money');
  await expect(body(page)).toHaveText('A hue, and another hue.');
});
