import { expect, test } from 'vitest';
import { directionOf } from '#renderer/editor/checking/excerpt.ts';

test('an excerpt runs as its first letter does, and a TK has none', () => {
  expect(directionOf({ before: '', found: 'TK', after: ' להשלים' })).toBe('rtl');
  expect(directionOf({ before: '…14. ', found: 'TKTK', after: ' to follow' })).toBe('ltr');
  expect(directionOf({ before: 'אמר ', found: 'BBC', after: '' })).toBe('rtl');
  expect(directionOf({ before: '', found: 'The the', after: ' מועצה' })).toBe('ltr');
  expect(directionOf({ before: '', found: 'TK', after: '' })).toBeNull();
});
