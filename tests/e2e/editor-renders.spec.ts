import { body, saved, storyWithBody, type } from './editor.ts';
import { drawnAnew, watchReact } from './react-watch.ts';
import { expect, test } from './stet.ts';

const SENTENCE = 'The vote came after four hours of talk about the quay and who should pay for it. ';

test('while somebody writes, React draws nothing anew but the status line @loopback', async ({ stet }) => {
  const { page } = stet;
  await storyWithBody(page);
  await type(page, `${SENTENCE}\n## The quay\n${SENTENCE}`);
  await saved(page);
  await watchReact(page);
  await page.getByRole('tab', { name: 'Checks' }).click();
  await body(page).locator('p').last().click();
  await page.keyboard.press('End');
  // The first letter makes Undo possible, which is drawn.
  await page.keyboard.type('So ');
  await page.waitForTimeout(2_500);

  expect((await drawnAnew(page)).length, 'the watch sees what React draws').toBeGreaterThan(0);
  await page.keyboard.type(SENTENCE, { delay: 40 });
  const drawn = await drawnAnew(page);
  const elsewhere = drawn.filter((places) => places.some((place) => place !== 'status line'));
  expect(elsewhere).toEqual([]);
  expect(drawn.length, 'the status line is not drawn for each key either').toBeLessThan(SENTENCE.length / 4);
});
