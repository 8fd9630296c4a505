import { headline, standfirst, storyWithBody, type } from './editor.ts';
import { expect, test } from './stet.ts';

test('counts of every part, of what is selected, and of the headline place by place @loopback', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, 'Four words stand here.\n## Tolls\nFive more words stand here.\n## Ferries\nOne.');
  const button = page.getByRole('button', { name: /\d+ words/u });
  await expect(button).toHaveText('12 words');
  await button.click();
  const counts = page.getByRole('dialog', { name: 'Counts' });
  const row = (name: string) => counts.getByRole('row', { name: new RegExp(`^${name} `, 'u') });
  await expect(row('Headline')).toHaveText(/^Headline31614under 1 min$/u);
  await expect(row('Article')).toContainText('12');
  await expect(row('Tolls')).toContainText('6');
  await expect(row('Opening')).toContainText('4');
  await expect(counts.getByRole('region', { name: 'Headline, place by place' })).toContainText('16 of 60');
  await page.keyboard.press('Escape');
  await expect(counts).toHaveCount(0);

  const gap = async (): Promise<number> => {
    const [above, below] = [await headline(page).boundingBox(), await standfirst(page).boundingBox()];
    return (below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0);
  };
  const before = await gap();
  const line = page.locator('.headline-length');
  await expect(line).toHaveText('');
  await headline(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' that took the town by surprise on a Friday night in November');
  await expect(line).toContainText(/^Too long for .*Google.* \(77 of 60\)/u);
  expect(await gap(), 'nothing moves for the line under the headline').toBe(before);
  await page.keyboard.press('ControlOrMeta+a');
  await button.click();
  await expect(row('Selection')).toContainText('15');
  await expect(counts.getByRole('listitem').filter({ hasText: 'Google' }).first()).toContainText('77 of 60');
  await expect(counts.getByRole('listitem').filter({ hasText: 'Print' })).toContainText('…');
  await expect(headline(page)).toHaveText(/November$/u);
});
