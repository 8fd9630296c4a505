import type { Page } from '@playwright/test';
import { blocks, body, press, saved, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

declare global {
  interface Window {
    /** How many changed runs of text ProseMirror was told of by the browser. */
    readByProseMirror?: number;
  }
}

test('a letter is taken over as it was typed, wherever the caret stands @loopback', async ({ stet }) => {
  const { page } = stet;
  await page.addInitScript(countReading);
  await page.reload();
  await storyWithBody(page);
  await type(page, 'The harbour vote');
  await page.evaluate(() => (window.readByProseMirror = 0));
  await type(page, ' was close, they said.');
  expect(await page.evaluate(() => window.readByProseMirror), 'read by ProseMirror').toBe(0);

  // At the edges of bold words, and with a style that only the next letter has.
  await press(page, 'ControlOrMeta+b');
  await type(page, 'Loud');
  await press(page, 'ControlOrMeta+b');
  await type(page, ' quiet');
  await press(page, 'ArrowLeft', 6);
  await type(page, 'er');
  await press(page, 'ControlOrMeta+i');
  await type(page, 'x');
  await press(page, 'Home');
  await type(page, 'A');
  await expect(body(page).locator('strong').first()).toHaveText('Louderx');
  await expect(body(page).locator('em')).toHaveText('x');
  expect(await blocks(page)).toEqual(['p: AThe harbour vote was close, they said.Louderx quiet']);

  // Over a selection, after Backspace, beside a line break, and signs that are made into others.
  await press(page, 'Shift+ArrowRight', 3);
  await type(page, 'B');
  await press(page, 'Backspace');
  await type(page, 'Bc');
  await press(page, 'End');
  await press(page, 'Shift+Enter');
  await type(page, `"it's`);
  await press(page, 'Home');
  await type(page, 'é');
  await page.keyboard.insertText('👩');
  expect(await blocks(page)).toEqual(['p: ABc harbour vote was close, they said.Louderx quieté👩“it’s']);

  // In a block that a sign makes, and right to left.
  await press(page, 'ControlOrMeta+End');
  await type(page, '\n## Later\n- one\ntwo\nשלום, 3 ימים');
  await press(page, 'Home');
  await type(page, 'א');
  await press(page, 'ControlOrMeta+End');
  await type(page, '!');
  const written = [
    'p: ABc harbour vote was close, they said.Louderx quieté👩“it’s',
    'h2: Later',
    'ul bulleted: one',
    'ul bulleted: two',
    'ul bulleted: אשלום, 3 ימים!',
  ];
  expect(await blocks(page)).toEqual(written);
  await saved(page);
  await page.reload();
  await expect(body(page)).toContainText('ימים');
  expect(await blocks(page)).toEqual(written);
  await expectCaretToWrite(page);
});

/** What is kept and what is on the page are the same; so is what undo brings back. */
async function expectCaretToWrite(page: Page): Promise<void> {
  await press(page, 'ControlOrMeta+End');
  const before = await blocks(page);
  await type(page, ' so');
  await press(page, 'ControlOrMeta+z');
  expect(await blocks(page)).toEqual(before);
}

/** Runs in the page, before it. */
function countReading(): void {
  const Native = MutationObserver;
  window.MutationObserver = class extends Native {
    constructor(told: MutationCallback) {
      super((changes, observer) => {
        const isText = ({ type, target }: MutationRecord): boolean =>
          type === 'characterData' && target.parentElement?.closest('.prose') !== null;
        window.readByProseMirror = (window.readByProseMirror ?? 0) + changes.filter(isText).length;
        told(changes, observer);
      });
    }
  };
}
