import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '#shared/article/inline.ts';
import { articleWords, bodyWords, countWords, measureText, readingMinutes } from '#shared/article/measure.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';

test('words are counted by the rules of the language, not by spaces', () => {
  expect(countWords('Iran’s multi-front plan—agreed.')).toBe(5);
  expect(countWords('  ')).toBe(0);
  expect(countWords('ראש הממשלה נאם', 'he')).toBe(3);
  expect(countWords('私は記者です', 'ja')).toBeGreaterThan(1);
});

test('every text has as many words as the segmenter finds in it', () => {
  const pieces =
    'word|A|dogs|don\'t|don’t|e.g.|3.14|1,000|a_b|_|x:y|(so|so)|"Yes,"|’|-|naïve|e\u0301|\u0301|\u200d|\ufeff|\u00a0| |  |\n|\r\n|\t' +
    '|\u2028|.|\'|:|;|שלום|ח"כ|مرحبا|私は記者|สวัสดี|👩‍👩‍👧|7|B2|\u00ad';
  const piece = fc.constantFrom(...pieces.split('|'));
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((some) => some.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'he', 'sv', 'ja', 'th'), (said, language) => {
      const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(said);
      expect(countWords(said, language)).toBe([...segments].filter(({ isWordLike }) => isWordLike === true).length);
    }),
    { numRuns: 3_000 },
  );
});

test('an unknown language tag still counts', () => {
  expect(countWords('two words', 'not a tag')).toBe(2);
});

test('the body counts captions and cells, the article also headline and standfirst', () => {
  const article = {
    headline: [run('One two')],
    standfirst: [run('Three')],
    body: [
      { kind: 'paragraph', content: [run('four '), run('five', { bold: true })] },
      { kind: 'figure', media: null, caption: [run('six')], credit: 'not me', source: '', alt: '', decorative: false },
      { kind: 'table', rows: [{ cells: [{ content: [run('seven')], header: true }] }] },
      { kind: 'rule' },
    ],
    metadata: DEFAULT_METADATA,
  } as const;
  expect(bodyWords(article)).toBe(4);
  expect(articleWords(article)).toBe(7);
});

test('characters are counted as readers count, and reading time by language', () => {
  expect(measureText('One two\nthree', 'en')).toEqual({ words: 3, characters: 12, withoutSpaces: 11 });
  expect(measureText('e\u0301 👩‍👩‍👧 שָׁלוֹם', 'he')).toEqual({ words: 2, characters: 8, withoutSpaces: 6 });
  expect(measureText('', 'en')).toEqual({ words: 0, characters: 0, withoutSpaces: 0 });
  expect(readingMinutes({ words: 456, characters: 0, withoutSpaces: 0 }, 'en-GB')).toBe(2);
  expect(readingMinutes({ words: 1, characters: 0, withoutSpaces: 714 }, 'ja')).toBe(2);
});

test('characters are as many as the segmenter finds, lines aside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (said) => {
      const line = said.replaceAll(/[\r\n]+/gu, '');
      const found = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)].length;
      expect(measureText(said, 'en').characters).toBe(found);
    }),
    { numRuns: 1_000 },
  );
});
