import type { Page } from '@playwright/test';
import { blocks, body, outline, press, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

const TEXT = 'Lede.\n## One\nText of one.\n## Two\nText of two.\n### Two a\nDeeper.\n## Three\nText of three.';

const titles = async (page: Page): Promise<string[]> => outline(page).locator('bdi').allInnerTexts();

test('sections move by keyboard, whole and as one step of undo, and that is said', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, TEXT);
  await expect.poll(() => titles(page)).toEqual(['Opening', 'One', 'Two', 'Two a', 'Three']);
  const before = await blocks(page);

  await outline(page).getByRole('option', { name: 'Two', exact: true }).focus();
  await press(page, 'Alt+ArrowUp');
  await expect.poll(() => titles(page)).toEqual(['Opening', 'Two', 'Two a', 'One', 'Three']);
  await expect(outline(page).getByRole('option', { name: 'Two', exact: true })).toBeFocused();
  await expect(page.locator('.outline output')).toContainText('Moved');
  expect((await blocks(page)).slice(0, 5)).toEqual([
    'p: Lede.',
    'h2: Two',
    'p: Text of two.',
    'h3: Two a',
    'p: Deeper.',
  ]);

  await press(page, 'Alt+ArrowDown');
  await press(page, 'Alt+ArrowDown');
  await expect.poll(() => titles(page)).toEqual(['Opening', 'One', 'Three', 'Two', 'Two a']);

  await body(page).click();
  await press(page, 'ControlOrMeta+z', 3);
  await expect.poll(() => blocks(page)).toEqual(before);
});

test('sections move by drag @loopback', async ({ stet }, info) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, TEXT);
  await expect.poll(() => titles(page)).toHaveLength(5);
  const row = (name: string) => outline(page).getByRole('option', { name, exact: true });
  await row('Three').hover();
  await row('Three')
    .locator('.outline-grip')
    .dragTo(row('One'), { targetPosition: { x: 40, y: 4 } });
  await expect.poll(() => titles(page)).toEqual(['Opening', 'Three', 'One', 'Two', 'Two a']);
  await row('Three').hover();
  await row('Three')
    .locator('.outline-grip')
    .dragTo(row('Two a'), { targetPosition: { x: 40, y: 24 } });
  await expect.poll(() => titles(page)).toEqual(['Opening', 'One', 'Two', 'Two a', 'Three']);
  await page.screenshot({ path: info.outputPath('outline.png') });
});

test('a section is gone to, added, and its words counted @loopback', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, TEXT);
  await expect(outline(page).getByRole('option', { name: 'Two', exact: true })).toHaveAccessibleDescription(/7 words/u);
  await outline(page).getByRole('option', { name: 'One', exact: true }).click();
  await expect(body(page)).toBeFocused();
  await expect(outline(page).locator('[aria-current="location"]')).toHaveText('One');
  await page.getByRole('button', { name: 'Add a section' }).click();
  await expect(body(page)).toBeFocused();
  await type(page, 'New\nwords');
  await expect.poll(() => titles(page)).toEqual(['Opening', 'One', 'New', 'Two', 'Two a', 'Three']);
});

test('sections fold in outline and text, and what is found in a folded one unfolds it @loopback', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, TEXT);
  const row = (name: string) => outline(page).getByRole('option', { name, exact: true });
  await row('Two').focus();
  await press(page, 'ArrowLeft');
  await expect.poll(() => titles(page)).toEqual(['Opening', 'One', 'Two', 'Three']);
  const folded = body(page).locator('h2', { hasText: 'Two' });
  await expect(folded).toHaveAttribute('data-folded', '3 paragraphs folded away');
  await expect(body(page).getByText('Text of two.')).toBeHidden();
  await expect(body(page).getByText('Text of three.')).toBeVisible();

  // Written on above it, moved whole, and still folded.
  await body(page).getByText('Text of one.').click();
  await press(page, 'End');
  await type(page, ' More.\nA new line.');
  await expect(body(page).getByText('Text of two.')).toBeHidden();
  await row('Two').focus();
  await press(page, 'Alt+ArrowUp');
  await expect.poll(() => titles(page)).toEqual(['Opening', 'Two', 'One', 'Three']);
  await expect(body(page).getByText('Text of two.')).toBeHidden();

  await press(page, 'ControlOrMeta+f');
  await expect(page.getByRole('textbox', { name: 'Find in the story' })).toBeFocused();
  await page.keyboard.type('deeper');
  await expect(body(page).getByText('Deeper.')).toBeVisible();
  await expect.poll(() => titles(page)).toEqual(['Opening', 'Two', 'Two a', 'One', 'Three']);
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Fold all sections' }).click();
  await expect(body(page).getByText('Text of one.')).toBeHidden();
  await page.getByRole('button', { name: 'Unfold all sections' }).click();
  await expect(body(page).getByText('Text of one.')).toBeVisible();

  // By keys, from the text.
  await body(page).getByText('Text of one.').click();
  await press(page, 'ControlOrMeta+Alt+BracketLeft');
  await expect(body(page).getByText('Text of one.')).toBeHidden();
  await expect(body(page).getByText('Text of three.')).toBeVisible();
  await page.keyboard.type('!');
  await expect(body(page).locator('h2', { hasText: 'One!' })).toHaveAttribute('data-folded', /folded away/u);
  await press(page, 'ControlOrMeta+Alt+BracketRight');
  await expect(body(page).getByText('Text of one.')).toBeVisible();
  await press(page, 'ControlOrMeta+Alt+Shift+BracketLeft');
  await expect(body(page).getByText('Text of three.')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Unfold all sections' })).toBeVisible();
  await press(page, 'ControlOrMeta+Alt+Shift+BracketRight');
  await expect(body(page).getByText('Text of three.')).toBeVisible();
});
