import type { Page } from '@playwright/test';
import { expect, test } from './stet.ts';

/** At most this much typing may be lost when everything is killed at once, in milliseconds. */
const MOST_LOST = 1000;

interface Typed {
  readonly character: string;
  readonly at: number;
}

test('killed while typing: at most a second of it is lost', { tag: '@loopback' }, async ({ stet }) => {
  const { page } = stet;
  await page.getByRole('button', { name: 'Write your first story' }).click();
  await expect(headline(page)).toBeFocused();
  await page.keyboard.type('Cut off');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  const typed = await typeFor(page, 5000);
  const killed = performance.now();
  await stet.kill('SIGKILL');
  await page.close();

  await stet.start();
  const again = await stet.newPage();
  await again.getByText('Cut off', { exact: true }).first().click();
  await expect(body(again)).toBeVisible();
  const kept = await body(again).innerText();

  const all = typed.map(({ character }) => character).join('');
  const safe = typed.filter(({ at }) => at <= killed - MOST_LOST).length;
  expect(safe).toBeGreaterThan(5);
  expect(all.startsWith(kept.trimEnd()), `kept: ${kept}`).toBe(true);
  expect(kept.trimEnd().length).toBeGreaterThanOrEqual(all.slice(0, safe).trimEnd().length);
});

test(
  'killed while typing: the page that lives on keeps everything and saves it',
  { tag: '@loopback' },
  async ({ stet }) => {
    const { page } = stet;
    await page.getByRole('button', { name: 'Write your first story' }).click();
    await expect(headline(page)).toBeFocused();
    await page.keyboard.type('Kept');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const before = await typeFor(page, 1000);
    await stet.kill('SIGKILL');
    const during = await typeFor(page, 1500);
    await expect(page.getByText('Saved on this machine')).toHaveCount(0);
    await stet.start();
    await expect(page.getByText('Saved on this machine').first()).toBeVisible({ timeout: 20_000 });
    const all = [...before, ...during].map(({ character }) => character).join('');

    await page.reload();
    await expect(body(page)).toBeVisible();
    expect((await body(page).innerText()).trimEnd()).toBe(all.trimEnd());
  },
);

const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline', exact: true });
const body = (page: Page) => page.getByRole('textbox', { name: 'Article', exact: true });

/** Types words for so many milliseconds, and says which character went in when. */
async function typeFor(page: Page, milliseconds: number): Promise<readonly Typed[]> {
  const typed: Typed[] = [];
  const end = performance.now() + milliseconds;
  for (let at = 0; performance.now() < end; at += 1) {
    const character = at % 6 === 5 ? ' ' : String.fromCharCode(97 + (at % 26));
    await page.keyboard.press(character === ' ' ? 'Space' : character);
    typed.push({ character, at: performance.now() });
  }
  return typed;
}
