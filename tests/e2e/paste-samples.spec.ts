import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { CLIP_COUNTS, countArticle, countModel, countSource, type ClipCount } from '#tests/corpus/clip-count.ts';
import { hostileClip } from '#tests/corpus/hostile-clip.ts';
import { sharedFiles, sharedText } from '#tests/corpus/shared-samples.ts';
import { body, storyWithBody } from './editor.ts';
import { expect, test } from './stet.ts';

const FOLDER = 'corpus/html-clipboard';
const SAMPLES = sharedFiles(FOLDER).filter((name) => !name.includes('model'));

if (SAMPLES.length === 0) console.warn(`SKIPPED: pasting the samples: ${FOLDER} is not there.`);

/**
 * `STET_PASTE_TABLE=docs/pasting.md npx playwright test --config tests/playwright.config.ts paste-samples` writes the
 * table of the documentation anew.
 */
test('every sample of a clipboard is pasted, and what an independent reader counts is kept @loopback', async ({
  stet,
}) => {
  test.skip(SAMPLES.length === 0, `${FOLDER} is not there`);
  const { page } = stet;
  await storyWithBody(page);
  // What reads clippings is fetched once the page rests.
  await page.waitForTimeout(1_500);
  const rows: string[] = [];
  const empty = await page.context().newPage();
  for (const name of SAMPLES) {
    const html = sharedText(`${FOLDER}/${name}`);
    const expected = await empty.evaluate(countSource, html);
    const kept = await pasted(page, html);
    // One step back, and the body is empty for the next.
    await page.keyboard.press('ControlOrMeta+z');
    await expect(body(page)).toHaveText('');
    rows.push(row(name, expected, kept));
    expect.soft(kept, name).toEqual(expected);
  }
  const place = process.env['STET_PASTE_TABLE'];
  if (place !== undefined) await writeTable(place, rows);
});

/** Pasted into the empty body. */
async function pasted(page: Page, html: string): Promise<ClipCount> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', given);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);
  await expect(page.locator('.paste-line')).toHaveCount(0);
  return body(page).evaluate(countArticle);
}

function row(name: string, expected: ClipCount, kept: ClipCount): string {
  const cells = CLIP_COUNTS.map((count) => `${expected[count]} / ${kept[count]}`);
  const model = name.replace('__input.', '__model.');
  const known =
    model !== name && sharedFiles(FOLDER).includes(model) ? countModel(sharedText(`${FOLDER}/${model}`)) : null;
  const others = known === null ? '' : `${known.headings} · ${known.items} · ${known.tables}`;
  return `| ${name
    .replace(/^ckeditor5__/u, '')
    .replaceAll('__', ' ')
    .replace(/\.html$/u, '')} | ${[...cells, others].join(' | ')} |`;
}

const BEGINS = '<!-- table begins -->';
const ENDS = '<!-- table ends -->';

async function writeTable(place: string, rows: readonly string[]): Promise<void> {
  const text = await readFile(place, 'utf8');
  const head = `| sample | ${CLIP_COUNTS.join(' | ')} | CKEditor: headings · items · tables |`;
  const line = `| --- |${' --- |'.repeat(CLIP_COUNTS.length + 1)}`;
  const [before = '', rest = ''] = text.split(BEGINS);
  const after = rest.split(ENDS)[1] ?? '';
  await writeFile(place, `${before}${BEGINS}\n\n${[head, line, ...rows].join('\n')}\n\n${ENDS}${after}`);
}

/** `STET_HOSTILE=10000` tries so many. */
const HOSTILE = Number(process.env['STET_HOSTILE'] ?? 1_000);
const BATCH = 50;

test('hostile clippings run nothing, ask for nothing and break nothing @loopback', async ({ stet }) => {
  test.setTimeout(60_000 + HOSTILE * 100);
  const { page } = stet;
  await storyWithBody(page);
  // What reads clippings is loaded once; after that there is nothing to ask for.
  await pasted(page, `<p>${'first '.repeat(5_000)}</p>`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (let from = 0; from < HOSTILE; from += BATCH) {
    const clips = Array.from({ length: Math.min(BATCH, HOSTILE - from) }, (_unused, at) => hostileClip(from + at));
    await page.evaluate(async (given) => {
      for (const { html, text, own } of given) {
        const clipboardData = new DataTransfer();
        if (html !== '') clipboardData.setData('text/html', html);
        if (text !== '') clipboardData.setData('text/plain', text);
        if (own !== '') clipboardData.setData('application/x-stet', own);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
        await Promise.resolve();
      }
    }, clips);
    await expect(page.locator('.paste-line'), `after ${from}`).toHaveCount(0);
    expect(await page.locator('.article-page').evaluate(dangersIn), `after ${from}`).toEqual([]);
    // A cell or caption, the field, the page.
    for (let time = 0; time < 3; time += 1) await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await body(page).click();
  }
  expect(await page.evaluate(() => Reflect.get(window, '__ran') as unknown)).toBeUndefined();
  // The application's own files aside, some of which come late.
  expect(
    asked.filter(
      (url) =>
        !/^http:\/\/127\.0\.0\.1:\d+\/(?:assets\/[\w-]+\.(?:js|css)|dictionaries\/[\w-]+\.(?:aff|dic)\.gz)$/u.test(url),
    ),
  ).toEqual([]);
  await page.keyboard.type('Still writing.');
  await expect(body(page)).toContainText('Still writing.');
});

/** Elements and attributes that have no business in a text. Runs in the page. */
function dangersIn(sheet: Element): string[] {
  const foreign = 'script, iframe, object, embed, form, link, meta, base, template, svg script, math, video, audio';
  const found = Array.from(sheet.querySelectorAll(foreign), ({ tagName }) => tagName);
  for (const element of sheet.querySelectorAll('*')) {
    if (element.shadowRoot !== null || element.tagName.includes('-')) found.push(element.tagName);
    for (const { name, value } of element.attributes) {
      const isAddress = name === 'src' || name === 'href' || name === 'srcset';
      if (name.startsWith('on') || /url\(|expression\(|image-set/iu.test(name === 'style' ? value : ''))
        found.push(`${element.tagName} ${name}`);
      if (isAddress && !/^(?:https?:|mailto:|tel:|blob:http|\/|#)/u.test(value))
        found.push(`${name}=${value.slice(0, 60)}`);
    }
  }
  return found;
}
