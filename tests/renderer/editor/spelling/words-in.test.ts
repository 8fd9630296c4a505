import { expect, it } from 'vitest';
import { wordsIn } from '#renderer/editor/spelling/words-in.ts';

const words = (text: string): string[] => wordsIn(text).map(({ word }) => word);

it('finds words with what belongs into them, and where they begin', () => {
  expect(words('She’s said: ‘Yes’, aujourd’hui mother-in-law.')).toEqual([
    'She’s',
    'said',
    'Yes',
    'aujourd’hui',
    'mother-in-law',
  ]);
  expect(words('דובר צה״ל אמר "שלום" לארה"ב')).toEqual(['דובר', 'צה״ל', 'אמר', 'שלום', 'לארה"ב']);
  expect(words('می‌روم، کتاب‌ها')).toEqual(['می‌روم', 'کتاب‌ها']);
  for (const { word, at } of wordsIn('One wrod\nand antoher'))
    expect('One wrod\nand antoher'.startsWith(word, at)).toBe(true);
});

it('leaves out what no dictionary can judge', () => {
  expect(words('See https://exmple.org/a-b?c, www.foo.example, ana@exmple.org, @anaruiz and #electon2026')).toEqual([
    'See',
    'and',
  ]);
  expect(words('NATO TKTK tk 3rd 2026 COVID-19 A5 U.S. x, news.exmple.com/path')).toEqual([]);
  expect(words('INTERNATIONAL news.Then')).toEqual(['INTERNATIONAL', 'news', 'Then']);
});

it('takes a long text without a blank at once', () => {
  const began = performance.now();
  for (const text of [
    'a.'.repeat(20_000),
    '/'.repeat(20_000),
    `${'a'.repeat(20_000)}@`,
    '_'.repeat(20_000),
    'a-'.repeat(20_000),
  ])
    wordsIn(text);
  expect(performance.now() - began).toBeLessThan(1_000);
});
