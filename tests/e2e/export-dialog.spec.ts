import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFiles, openStory, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

const CLEAN = storyFile('bridge.md', {}, '# Bridge shuts\n\nDrivers face a detour.\n');
const UNFINISHED = storyFile('vote.md', {}, '# School meals vote\n\nThree of TK are undecided.\n');

test('a story goes out in two formats, and the folder is remembered', async ({ stet }) => {
  const { page } = stet;
  const out = join(stet.scratch, 'out');
  await importFiles(page, [CLEAN]);
  await openStory(page, 'Bridge shuts');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText('Cleared for export')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await dialog.getByText('Markdown', { exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Folder' }).fill(out);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('2 files written')).toBeVisible();
  const record = JSON.parse(await readFile(join(out, 'export.json'), 'utf8')) as { files: { format: string }[] }[];
  expect(
    record
      .at(-1)
      ?.files.map(({ format }) => format)
      .sort(),
  ).toEqual(['html', 'markdown']);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('combobox', { name: 'Folder' })).toHaveValue(out);
});

test('the folder is completed while it is typed', async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [CLEAN]);
  await openStory(page, 'Bridge shuts');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const folder = page.getByRole('dialog').getByRole('combobox', { name: 'Folder' });
  await folder.fill('');
  await folder.pressSequentially(join(stet.scratch, 'lib'));
  await page.getByRole('option', { name: stet.library }).click();
  await expect(folder).toHaveValue(stet.library);
  await expect(page.getByRole('option', { name: stet.library })).toBeHidden();
  // All at once, so that no key follows the answer.
  const wire = join(stet.scratch, 'wire');
  await mkdir(wire);
  await folder.fill(wire.slice(0, -1));
  await page.getByRole('option', { name: wire }).click();
  await expect(folder).toHaveValue(wire);
});

test('the gate stops a story with a TK until a reason is given, and records it', async ({ stet }) => {
  const { page } = stet;
  const out = join(stet.scratch, 'out');
  await importFiles(page, [UNFINISHED]);
  await openStory(page, 'School meals vote');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Folder' }).fill(out);
  await expect(dialog.getByText('This story isn’t cleared')).toBeVisible();
  const anyway = dialog.getByRole('button', { name: 'Export anyway' });
  await expect(anyway).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Reason for exporting anyway' }).fill('The desk agreed at six.');
  await anyway.click();
  await expect(dialog.getByText('1 file written')).toBeVisible();
  const record = JSON.parse(await readFile(join(out, 'export.json'), 'utf8')) as { override?: string }[];
  expect(record.at(-1)?.override).toBe('The desk agreed at six.');
});

test('a folder that can’t be written is said in one sentence', async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [CLEAN]);
  await openStory(page, 'Bridge shuts');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Folder' }).fill(join(stet.library, 'stet.json', 'inside'));
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
});

test('a browser can download a format', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await importFiles(page, [CLEAN]);
  await openStory(page, 'Bridge shuts');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download: Plain text' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/\.txt$/u);
  expect(await readFile(await file.path(), 'utf8')).toContain('Drivers face a detour.');
});
