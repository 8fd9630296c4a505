import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { body, headline, press, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

test('checks mark the margin, explain themselves, and are put right, marked CQ or taken by the house @loopback', async ({
  stet,
}) => {
  const { page, library } = stet;
  await storyWithBody(page);
  await type(page, 'The council met on the the quay in order to vote; TK people came.\n');
  await type(page, 'They had had 12000 visitors on March 3rd.');
  const marks = page.locator('.check-mark');
  await expect(marks).toHaveCount(2);
  await expect(marks.first()).toHaveAttribute('data-severity', 'blocks');
  await expect(marks.last()).toHaveAttribute('data-severity', 'warns');
  // Under the system's few colours a full dot stays full, and passages in the text are not drawn as solid blocks.
  await page.emulateMedia({ forcedColors: 'active' });
  const dots = await marks.evaluateAll((all) =>
    all.map((mark) => {
      const { color, backgroundColor } = getComputedStyle(mark, '::before');
      return color === backgroundColor;
    }),
  );
  expect(dots).toEqual([true, false]);
  await expect(body(page)).toHaveCSS('forced-color-adjust', 'none');
  await page.emulateMedia({ forcedColors: 'none' });

  await marks.first().click();
  const panel = page.getByRole('tabpanel', { name: /Checks/u });
  await expect(page.getByRole('tab', { name: 'Checks 1' })).toBeVisible();
  const shown = (text: string) => panel.getByRole('button', { name: text });
  await expect(shown('TK left in a paragraph')).toHaveAttribute('aria-expanded', 'true');

  await shown('“\u2068the\u2069” stands twice').click();
  await panel.getByRole('button', { name: 'Take one out' }).click();
  await expect(body(page)).toContainText('met on the quay');
  await shown('not “\u2068March 3rd\u2069”').click();
  await panel.getByRole('button', { name: 'Write “\u2068March 3\u2069”' }).click();
  await expect(body(page)).toContainText('on March 3.');
  await body(page).click();
  await press(page, 'ControlOrMeta+z');
  await expect(body(page)).toContainText('on March 3rd.');
  await press(page, 'ControlOrMeta+z');
  await expect(body(page)).toContainText('on the the quay');
  await press(page, 'ControlOrMeta+Shift+z', 2);

  await shown('“\u2068had\u2069” stands twice').click();
  await panel.getByRole('button', { name: 'Correct as is' }).click();
  await expect(shown('“\u2068had\u2069” stands twice')).toHaveCount(0);
  await expect(body(page).locator('[data-cq]')).toHaveText('had had');

  await headline(page).click();
  await press(page, 'F8');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('in order to');

  await panel.getByRole('button', { name: 'Make the file' }).click();
  const file = join(library, 'house-rules.yaml');
  await expect(panel.getByRole('button', { name: 'Make the file' })).toHaveCount(0);
  await expect(panel.getByText(file)).toBeVisible();
  const rules = await readFile(file, 'utf8');
  expect(rules).toContain('Noon and midnight');
  await writeFile(file, 'rules:\n  - { name: Quays, words: { quay: wharf } }\n  - { name: Bad, pattern: "(a+)+" }\n');
  await expect(shown('The house writes “\u2068wharf\u2069”, not “\u2068quay\u2069”')).toBeVisible();
  await expect(panel.getByText('Line 3')).toBeVisible();
});
