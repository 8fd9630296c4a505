import { expect, test, type Page } from '@playwright/test';
import { expectNothingWrong, inLight } from './axe.ts';

/**
 * Fails when axe finds anything wrong on the page as it stands: everything by day, contrast by night as well. How a
 * screen is drawn does not depend on the host, and axe takes its time: it is asked on the loopback host alone. Screens
 * of `screens/` are asked about by every-screen.spec.ts; this is for what only comes about in the middle of a story.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (test.info().project.name !== 'loopback') return;
  await inLight(page, 'light');
  await expectNothingWrong(page, 'all', 'axe, light');
  await inLight(page, 'dark');
  await expectNothingWrong(page, 'contrast', 'axe, dark');
  await inLight(page, null);
}

/** Waits until the library is on the screen and hears keys. */
export async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('main', { name: 'Library' }).getByRole('heading', { level: 1 })).toBeAttached();
}

/** A Markdown story as a file to import. */
export function storyFile(name: string, fields: Readonly<Record<string, string>>, text: string) {
  const matter = Object.entries(fields).map(([field, value]) => `${field}: ${value}\n`);
  const source = matter.length === 0 ? text : `---\n${matter.join('')}---\n${text}`;
  return { name, mimeType: 'text/markdown', buffer: Buffer.from(source) };
}

/** Imports files through the library's chooser and closes the report, where there is one. */
export async function importFiles(page: Page, files: ReturnType<typeof storyFile>[]): Promise<void> {
  const chooser = page.locator('input[type="file"][multiple]');
  const before = await page.locator('.story-row').count();
  await chooser.setInputFiles(files);
  await expect(page.locator('.story-row')).toHaveCount(before + files.length);
  const done = page.getByRole('dialog').getByRole('button', { name: 'Done' });
  if (await page.getByRole('dialog').isVisible()) await done.click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Opens a story of the library by its headline. */
export async function openStory(page: Page, headline: string): Promise<void> {
  await page.getByRole('link', { name: headline }).click();
  await expect(page.getByRole('textbox', { name: 'Headline', exact: true }).first()).toBeVisible();
}
