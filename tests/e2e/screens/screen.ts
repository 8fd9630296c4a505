import type { Locator, Page } from '@playwright/test';
import type { Words } from '#renderer/ui/words/words.tsx';
import { filesOf, type ScreenStory } from './stories.ts';
import { expect, type Stet } from '../stet.ts';

/** Who walks through the screens: the page, and what the language and its story are called there. */
export interface Visitor {
  readonly stet: Stet;
  readonly page: Page;
  readonly words: Words;
  readonly story: ScreenStory;
}

/** A screen, or a part of one that opens over it. They are gone through in order, each from where the last one ended. */
export interface Screen {
  readonly name: string;
  readonly show: (visitor: Visitor) => Promise<void>;
  /** Puts away what was opened; without it Escape does. */
  readonly leave?: (visitor: Visitor) => Promise<void>;
  /** So many words that it is looked at in every language, not in one of each direction alone. */
  readonly isWordy?: boolean;
}

/** Screens of one host. */
export interface Tour {
  readonly name: string;
  readonly screens: readonly Screen[];
}

export const stay = async (): Promise<void> => Promise.resolve();
export const text = (page: Page): Locator => page.locator('.prose-body').first();
export const paragraph = (page: Page, words: string): Locator =>
  page.locator('.prose-body > p', { hasText: words }).first();
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const menu = (page: Page): Locator => page.getByRole('menu');
export const dialog = (page: Page): Locator => page.getByRole('dialog');

export async function keys(page: Page, ...presses: readonly string[]): Promise<void> {
  for (const press of presses) await page.keyboard.press(press);
}

/** Runs a command by its name, as anybody can. */
export async function run({ page, words }: Visitor, name: string): Promise<void> {
  await keys(page, 'Control+j');
  await page.getByRole('combobox', { name: words.commands.palette }).fill(name);
  await expect(page.locator('.choice[aria-selected="true"]')).toContainText(name);
  await keys(page, 'Enter');
}

export async function bringStories({ page, story, words }: Visitor): Promise<void> {
  const before = await page.locator('.story-row').count();
  const files = filesOf(story, words.language);
  await page.locator('input[type="file"][multiple]').first().setInputFiles(files);
  await expect(page.locator('.story-row')).toHaveCount(before + files.length);
  if (await dialog(page).isVisible()) await button(page, words.app.done).click();
  await expect(dialog(page)).toHaveCount(0);
}

export async function openLong(visitor: Visitor): Promise<void> {
  const { page, story } = visitor;
  await bringStories(visitor);
  await page.getByRole('link', { name: story.headline }).click();
  await expect(text(page)).toContainText(story.boxes[0]);
}

export async function toLibrary({ page }: Visitor): Promise<void> {
  await keys(page, 'Control+Shift+KeyL');
  await expect(page.locator('.library')).toBeVisible();
}

/** Puts the caret at the end of the first line of the paragraph with these words. */
export async function caretIn({ page }: Visitor, words: string): Promise<void> {
  await paragraph(page, words.slice(0, 12)).click({ position: { x: 4, y: 8 } });
  await keys(page, 'End');
}
