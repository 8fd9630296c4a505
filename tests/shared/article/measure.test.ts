import { expect, test } from 'vitest';
import { run } from '#shared/article/inline.ts';
import { articleWords, bodyWords, countWords } from '#shared/article/measure.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';

test('words are counted by the rules of the language, not by spaces', () => {
  expect(countWords('Iran’s multi-front plan—agreed.')).toBe(5);
  expect(countWords('  ')).toBe(0);
  expect(countWords('ראש הממשלה נאם', 'he')).toBe(3);
  expect(countWords('私は記者です', 'ja')).toBeGreaterThan(1);
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
