import type { Locator, Page } from '@playwright/test';
import { expect } from './stet.ts';

export const headline = (page: Page): Locator => page.getByRole('textbox', { name: 'Headline', exact: true }).first();
export const standfirst = (page: Page): Locator => page.getByRole('textbox', { name: 'Standfirst', exact: true });
export const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Article', exact: true });
export const outline = (page: Page): Locator => page.getByRole('listbox', { name: 'Outline' });

/** A new story on the screen, the caret in its headline. */
export async function newStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write your first story' }).click();
  await expect(headline(page)).toBeFocused();
}

/** The same with headline and standfirst written and the caret in the body. */
export async function storyWithBody(page: Page): Promise<void> {
  await newStory(page);
  await type(page, 'The harbour vote\nFour hours, one voice.\n');
  await expect(body(page)).toBeFocused();
}

/** Types as a person does; a line break is Enter. */
export async function type(page: Page, text: string): Promise<void> {
  for (const [at, line] of text.split('\n').entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

/** Presses a key several times. */
export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Saved on this machine').first()).toBeVisible();
}

/** The blocks of the body as `tag: text`, with list and indent where they have them. */
export function blocks(page: Page): Promise<string[]> {
  return body(page).evaluate((element) =>
    Array.from(element.children, (child) => {
      const { list, indent, box } = child instanceof HTMLElement ? child.dataset : {};
      const more = [list, indent, box === undefined ? undefined : 'box'].filter((part) => part !== undefined).join(' ');
      const name = child.getAttribute('data-kind') === 'pullQuote' ? 'pull quote' : child.tagName.toLowerCase();
      const text = (child.querySelector('figcaption') ?? child).textContent ?? '';
      return `${name}${more === '' ? '' : ` ${more}`}: ${text}`;
    }),
  );
}
