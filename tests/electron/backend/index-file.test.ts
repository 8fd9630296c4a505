import { expect, it } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import { replaceFile } from '#electron/backend/disk/replace.ts';
import { INDEX_FILE } from '#electron/backend/index-file.ts';
import { draft, must, openLibrary } from './articles.ts';

const PLACE = '/library';

const summaryIn = (index: string): unknown => (JSON.parse(index.split('\n')[2] ?? '') as unknown[]).at(-1);

it.each([
  ['stet summaries 1 ', 0],
  ['stet summaries 9 ', 0],
  ['stet summaries 2 ', 1],
])('makes an index that begins with "%s" again, and complains of damage %i times', async (begin, complaints) => {
  const disk = memoryDisk();
  const first = await openLibrary({ disk, place: PLACE, life: 1 });
  const id = must(await first.create(draft('Harbour strike')));
  await first.settled();
  await first.close();
  const index = new TextDecoder().decode(await disk.read(`${PLACE}/${INDEX_FILE}`));
  const other = `${begin}${'0'.repeat(64)}${index.slice(index.indexOf('\n'))}`;
  await replaceFile(disk, `${PLACE}/${INDEX_FILE}`, new TextEncoder().encode(other));

  const library = await openLibrary({ disk, place: PLACE, life: 2 });
  expect(library.status().problems).toHaveLength(complaints);
  expect(headlineText(must(await library.read(id)).article)).toBe('Harbour strike');
  await library.settled();
  await library.close();
  const again = new TextDecoder().decode(await disk.read(`${PLACE}/${INDEX_FILE}`));
  expect(again).toMatch(/^stet summaries 2 /u);
  expect(summaryIn(again)).toEqual(summaryIn(index));
});
