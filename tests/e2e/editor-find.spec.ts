import { blocks, body, headline, press, saved, standfirst } from './editor.ts';
import { importFiles, openStory, ready, storyFile } from './look.ts';
import { expect, test } from './stet.ts';

const STORY = [
  'The café by the harbour opened. A **harb**our café, they said.',
  '## The Café',
  'Nobody owned a CAFE here.',
  '| Place | Use |\n| --- | --- |\n| Old café | closed |',
  '## Later',
  'Schools closed in 2024 and 2026.',
].join('\n\n');

test('find and replace in all three fields, tables included, as one step of undo @loopback', async ({ stet }, info) => {
  const { page } = stet;
  await ready(page);
  await importFiles(page, [storyFile('cafe.md', { headline: 'A café opens', standfirst: 'No cafe before' }, STORY)]);
  const bars = Promise.withResolvers<void>();
  await page.route(/\/find-bar-[^/]*\.js/u, async (route) => {
    await bars.promise;
    await route.continue();
  });
  await openStory(page, 'A café opens');
  await expect(body(page)).toContainText('harbour');
  await headline(page).click();
  await press(page, 'Home');

  // What is typed before the bar is there is meant for it, and Esc gives the keyboard back to the text.
  await press(page, 'ControlOrMeta+f');
  await page.keyboard.type('lost');
  await press(page, 'Escape');
  await expect(headline(page)).toBeFocused();
  await press(page, 'ControlOrMeta+f');
  await page.keyboard.type('caf');
  await page.keyboard.insertText('é');
  await press(page, 'Enter');
  bars.resolve();
  const bar = page.getByRole('search', { name: 'Find and replace' });
  const find = bar.getByRole('textbox', { name: 'Find in the story' });
  await expect(find).toHaveValue('café');
  await expect(find).toBeFocused();
  await expect(bar.locator('output')).toHaveText('2 of 7');
  await expect(headline(page)).toHaveText('A café opens');
  await press(page, 'Escape');
  await expect(bar).toHaveCount(0);
  await press(page, 'ControlOrMeta+Home');

  await press(page, 'ControlOrMeta+f');
  await page.keyboard.type('cafe');
  await expect(find).toBeFocused();
  await expect(bar.locator('output')).toHaveText('1 of 7');
  await press(page, 'Enter', 2);
  await expect(bar.locator('output')).toHaveText('3 of 7');
  await press(page, 'Shift+Enter');
  await expect(bar.locator('output')).toHaveText('2 of 7');
  await bar.getByRole('button', { name: 'List all places found' }).click();
  await expect(page.getByRole('listbox', { name: 'Places found' }).getByRole('option')).toHaveCount(7);
  expect(await page.evaluate(() => CSS.highlights.get('stet-found')?.size)).toBe(6);
  expect(await page.evaluate(() => CSS.highlights.get('stet-found-now')?.size)).toBe(1);
  await page.screenshot({ path: info.outputPath('find.png') });
  await page.getByRole('option', { name: /Old café/u }).click();
  await expect(bar.locator('output')).toHaveText('7 of 7');
  await bar.getByRole('button', { name: 'Match capital letters' }).click();
  await expect(bar.locator('output')).toContainText('of 5');
  await bar.getByRole('button', { name: 'Match capital letters' }).click();

  // Esc leaves the caret at what was found, and the next F3 goes on from there.
  await press(page, 'Escape');
  await expect(bar).toHaveCount(0);
  await expect(headline(page)).toBeFocused();
  await page.keyboard.type('CAFÉ');
  await expect(headline(page)).toHaveText('A CAFÉ opens');

  await press(page, 'ControlOrMeta+h');
  await expect(find).toHaveValue('cafe');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('bar');
  const before = [await headline(page).textContent(), await standfirst(page).textContent(), ...(await blocks(page))];
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar.locator('output')).toHaveText('7 places replaced');
  await expect(headline(page)).toHaveText('A bar opens');
  await expect(body(page)).toContainText('Old bar');
  await press(page, 'Escape');
  await press(page, 'ControlOrMeta+z');
  await expect
    .poll(async () => [
      await headline(page).textContent(),
      await standfirst(page).textContent(),
      ...(await blocks(page)),
    ])
    .toEqual(before);

  // A replacement goes into the marks of what it replaces; a pattern keeps its groups.
  await press(page, 'ControlOrMeta+h');
  await find.fill('harbour c');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('harbor c');
  await press(page, 'Enter');
  await expect(body(page).locator('p').first()).toContainText('A harbor café');
  await expect(body(page).locator('strong')).toHaveText('harb');
  // A pause in writing that comes while the worker searches does not take away what is shown then.
  const worker = Promise.withResolvers<void>();
  await page.route(/\/pattern-worker-[^/]*\.js/u, async (route) => {
    await worker.promise;
    await route.continue();
  });
  await bar.getByRole('button', { name: 'Regular expression' }).click();
  await find.fill('(20)(2[46])');
  const unknown = () => page.evaluate(() => Array.from(CSS.highlights.get('stet-spelling') ?? [], String));
  await expect.poll(unknown).toContain('harbor');
  worker.resolve();
  await expect(bar.locator('output')).toHaveText('1 of 2');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('’$2');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(body(page)).toContainText('in ’24 and ’26');
  await find.fill('(');
  await expect(bar.locator('output')).toContainText('can’t be read');
  await find.fill('([a-zA-Z ]+)+([a-zA-Z ]+)+([a-zA-Z ]+)+$!');
  await expect(bar.locator('output')).toContainText('too long');
  await press(page, 'Escape');
  await saved(page);
});
