import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails when axe finds anything wrong on the page as it stands: everything by day, contrast by night as well. How a
 * screen is drawn does not depend on the host, and axe takes its time: it is asked on the loopback host alone.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (test.info().project.name !== 'loopback') return;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectNothingFound(new AxeBuilder({ page }).withTags(EVERYTHING), 'axe, light');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNothingFound(new AxeBuilder({ page }).withRules(['color-contrast']), 'axe, dark');
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** What React Aria reads aloud points to words that may have left the screen when it has been read. */
const READ_ALOUD = '[data-live-announcer]';

async function expectNothingFound(axe: AxeBuilder, said: string): Promise<void> {
  const { violations } = await axe.exclude(READ_ALOUD).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect(found, said).toEqual([]);
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
