import { expect, test } from 'vitest';
import { languageDirection, textDirection } from '#shared/article/direction.ts';

test.each([
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['AR', 'rtl'],
  ['en-GB', 'ltr'],
  ['az', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(languageDirection(language)).toBe(direction);
});

test('a text goes the way of its first letter', () => {
  expect(textDirection('“2026: שלום hello')).toBe('rtl');
  expect(textDirection('1. Hello שלום')).toBe('ltr');
  expect(textDirection('۱۲۳ — !')).toBeNull();
});
