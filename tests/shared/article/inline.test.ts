import { expect, test } from 'vitest';
import { joinRuns, plainText, run, sameMarks } from '#shared/article/inline.ts';

test('runs of equal marks join, empty ones go, breaks stay', () => {
  expect(
    joinRuns([run('a', { bold: true }), run('b', { bold: true }), run(''), { type: 'break' }, run('c'), run('d')]),
  ).toEqual([run('ab', { bold: true }), { type: 'break' }, run('cd')]);
});

test('marks are equal when every value is', () => {
  expect(sameMarks({ link: { href: 'https://a.example' } }, { link: { href: 'https://a.example' } })).toBe(true);
  expect(sameMarks({ link: { href: 'https://a.example' } }, { link: { href: 'https://b.example' } })).toBe(false);
  expect(sameMarks({ language: { tag: 'he' } }, { language: { tag: 'he', direction: 'rtl' } })).toBe(false);
  expect(sameMarks({}, { cq: true })).toBe(false);
});

test('a line break is a new line in plain text', () => {
  expect(plainText([run('a'), { type: 'break' }, run('b')])).toBe('a\nb');
});
