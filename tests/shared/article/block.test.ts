import { expect, test } from 'vitest';
import { blockText, isMediaName, isTextBlock, type Block } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { summarize, INTRO_LENGTH } from '#shared/article/summary.ts';
import { articleIdFrom, ID_BYTES } from '#shared/article/identity.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';

const table: Block = {
  kind: 'table',
  rows: [
    {
      cells: [
        { content: [run('a')], header: true },
        { content: [run('b')], header: true },
      ],
    },
    {
      cells: [
        { content: [run('c')], header: false },
        { content: [], header: false },
      ],
    },
  ],
};

test('a block’s text is all it holds', () => {
  expect(blockText(table)).toBe('a\tb\nc\t');
  expect(blockText({ kind: 'rule' })).toBe('');
  expect(isTextBlock(table)).toBe(false);
});

test('a picture’s name is a digest with a picture’s ending', () => {
  expect(isMediaName(`${'a'.repeat(64)}.jpg`)).toBe(true);
  expect(isMediaName(`${'a'.repeat(64)}.svg`)).toBe(false);
  expect(isMediaName(`../${'a'.repeat(61)}.jpg`)).toBe(false);
});

test('a summary introduces by standfirst, else by the first paragraph, cut for lists only', () => {
  const article = {
    id: articleIdFrom(new Uint8Array(ID_BYTES)),
    headline: [run('A\n head')],
    standfirst: [],
    body: [table, { kind: 'paragraph', content: [run('x'.repeat(500))] }],
    metadata: DEFAULT_METADATA,
    related: [],
  } as const;
  const summary = summarize(article, '2026-11-24T00:00:00Z');
  expect(summary.headline).toBe('A head');
  expect(summary.intro).toHaveLength(INTRO_LENGTH);
  expect(summarize({ ...article, standfirst: [run('Stand')] }, '').intro).toBe('Stand');
});
