import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { addOwnWord, readOwnWords, removeOwnWord } from '#electron/backend/own-words.ts';
import { CALLS } from '#shared/contract/calls.ts';

let folder: string;
const places = () => ({ disk: nodeDisk(), configuration: join(folder, 'config'), library: join(folder, 'library') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-words-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps words one a line, the person’s and the house’s apart', async () => {
  expect(await readOwnWords(places())).toEqual({ personal: [], house: [] });
  await addOwnWord(places(), 'personal', 'Zorblatt');
  await Promise.all(['a1', 'b2', 'c3'].map((word) => addOwnWord(places(), 'house', word)));
  await addOwnWord(places(), 'personal', 'Zorblatt');
  expect(await readOwnWords(places())).toEqual({ personal: ['Zorblatt'], house: ['a1', 'b2', 'c3'] });
  expect(await readFile(join(folder, 'config/dictionary.txt'), 'utf8')).toBe('Zorblatt\n');
  expect(await removeOwnWord(places(), 'Zorblatt')).toEqual({
    ok: true,
    value: { personal: [], house: ['a1', 'b2', 'c3'] },
  });
});

it('reads what a desk wrote by hand, and leaves it as it is when a word is added', async () => {
  await mkdir(join(folder, 'library'));
  const path = join(folder, 'library/stet-dictionary.txt');
  await writeFile(
    path,
    '\uFEFF# Names of the east desk\r\nZorblatt\r\n two words \nSmith-Jones # the MP\n\nצה"ל\nZorblatt',
  );
  expect((await readOwnWords(places())).house).toEqual(['Zorblatt', 'Smith-Jones', 'צה"ל']);
  await addOwnWord(places(), 'house', 'Quux');
  const text = await readFile(path, 'utf8');
  expect(text).toContain('# Names of the east desk\n');
  expect(text).toContain('two words');
  expect(text.endsWith('Zorblatt\nQuux\n')).toBe(true);
});

it('takes a file that is no text for no words, and never writes over it', async () => {
  await mkdir(join(folder, 'config'));
  const path = join(folder, 'config/dictionary.txt');
  const bad = Buffer.from([0xff, 0xfe, 0x41, 0x00, 0xff]);
  await writeFile(path, bad);
  expect(await readOwnWords(places())).toEqual({ personal: [], house: [] });
  expect(await addOwnWord(places(), 'personal', 'word')).toMatchObject({
    ok: false,
    error: { code: 'unreadable-file' },
  });
  expect(await readFile(path)).toEqual(bad);
});

it('lets no line, no comment and no heap of text in as a word', () => {
  const takes = (word: string): boolean => CALLS['spelling.add'].input.safeParse({ word, to: 'house' }).success;
  expect(['Zorblatt', 'O’Brien', 'צה״ל', 'می‌روم', 'AT&T', 'Smith-Jones'].filter((word) => !takes(word))).toEqual([]);
  expect(['', 'two words', 'a\nb', '#a', 'a#b', '../x', 'x'.repeat(81), '\u0000', '-x'].filter(takes)).toEqual([]);
});
