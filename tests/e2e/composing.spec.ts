import type { CDPSession, Locator, Page } from '@playwright/test';
import { body, headline, newStory, saved, standfirst } from './editor.ts';
import { expect, test } from './stet.ts';

/** Steps of an input method, and what is put in at the end. */
const CHINESE = { steps: ['n', 'ni', 'ni h', 'ni hao'], text: '你好' };
const JAPANESE = { steps: ['m', 'み', 'みn', 'みな', 'みなt', 'みなと'], text: '港' };
const KOREAN = { steps: ['ㅎ', '하', '한'], text: '한' };

test('input methods compose in all three fields undisturbed, with every check and mark on @loopback', async ({
  stet,
}) => {
  const { page } = stet;
  await newStory(page);
  const cdp = await page.context().newCDPSession(page);
  await page.keyboard.type('The the TK ');
  await compose(page, cdp, headline(page), CHINESE);
  await expect(headline(page)).toHaveText('The the TK 你好');

  await page.keyboard.press('Enter');
  await compose(page, cdp, standfirst(page), JAPANESE);
  await compose(page, cdp, standfirst(page), JAPANESE);
  await expect(standfirst(page)).toHaveText('港港');

  await page.keyboard.press('Enter');
  await page.keyboard.type('Teh teh TK, "12000" -- ');
  await compose(page, cdp, body(page), KOREAN);
  await compose(page, cdp, body(page), CHINESE);
  await expect(body(page)).toHaveText(/한你好$/u);
  // At the start of a block, where Markdown is written, and in the middle of a word that is marked.
  await page.keyboard.press('Enter');
  await compose(page, cdp, body(page), { steps: ['-', '- ㅎ', '- 하'], text: '- 하' });
  await page.keyboard.press('Home');
  await compose(page, cdp, body(page), JAPANESE);
  await expect(body(page).locator('> *').last()).toHaveText('港- 하');
  await saved(page);
  await page.reload();
  await expect(body(page).locator('> *').last()).toHaveText('港- 하');
});

/** Composes as an input method does, rests longer than a pause in writing half way, presses Enter inside, and commits. */
async function compose(page: Page, cdp: CDPSession, field: Locator, { steps, text }: typeof CHINESE): Promise<void> {
  await expect(field).toBeFocused();
  const before = await field.textContent();
  await field.evaluate((element) => {
    const seen = { starts: 0, ends: 0 };
    element.addEventListener('compositionstart', () => (seen.starts += 1));
    element.addEventListener('compositionend', () => (seen.ends += 1));
    Object.assign(globalThis, { seenOfComposing: seen });
  });
  const last = steps.at(-1) ?? '';
  for (const step of steps) {
    await cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  }
  const composing = await page.evaluateHandle(() => getSelection()?.anchorNode ?? null);
  // Longer than the pause after which checks, spelling and counts work, and than the time an undo step ends.
  await page.waitForTimeout(650);
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await cdp.send('Input.imeSetComposition', { text: last, selectionStart: last.length, selectionEnd: last.length });
  expect(await page.evaluate(() => Reflect.get(globalThis, 'seenOfComposing') as unknown)).toEqual({
    starts: 1,
    ends: 0,
  });
  expect(await composing.evaluate((node) => node === getSelection()?.anchorNode), 'the node composed in stays').toBe(
    true,
  );
  await cdp.send('Input.insertText', { text });
  await expect.poll(async () => (await field.textContent())?.length).toBe((before?.length ?? 0) + text.length);
  await expect(field).toBeFocused();
}
