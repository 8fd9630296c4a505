import { describe, expect, it } from 'vitest';
import { isQuick } from '#shared/checks/pattern.ts';

describe('isQuick', () => {
  it.each([
    String.raw`\b(?:Jan|Feb)\w* (\d{1,2})(?:st|nd)?\b`,
    String.raw`(?<![\p{L}])foo[a-z]+(?!bar)`,
    String.raw`[)(*+]{2,5}x`,
    String.raw`a\(b\)*c`,
    '(?:very ){2}',
    '«[^»]*»',
    `(?:${Array.from({ length: 80 }, (_, at) => `w${at}`).join('|')})`,
  ])('takes %s', (source) => expect(isQuick(new RegExp(source, 'giu'))).toBe(true));

  it.each([
    '(a+)+b',
    '(a|a)*b',
    '(?:a*)*',
    '(a?){30}',
    String.raw`(\w+\s?)+$`,
    String.raw`(a)\1`,
    String.raw`(?<q>a)\k<q>`,
    `${'a?'.repeat(40)}${'a'.repeat(40)}`,
    `${'(?:a|a)'.repeat(40)}b`,
    String.raw`\s*\s*\s*\s*x`,
    '.*.*.*=',
    'x'.repeat(700),
  ])('refuses %s', (source) => expect(isQuick(new RegExp(source, 'giu'))).toBe(false));
});
