import { expect, test } from 'vitest';
import { articleIdFrom, ID_BYTES, isArticleId } from '#shared/article/identity.ts';

test('an id is made of all the random bytes and recognised', () => {
  const id = articleIdFrom(Uint8Array.from({ length: ID_BYTES }, (_, at) => at * 37));
  expect(id).toHaveLength(26);
  expect(isArticleId(id)).toBe(true);
  expect(articleIdFrom(new Uint8Array(ID_BYTES).fill(255))).not.toBe(id);
});

test('too little randomness is refused rather than padded', () => {
  expect(() => articleIdFrom(new Uint8Array(5))).toThrow(RangeError);
});

test.each([
  '',
  'short',
  '../../etc/passwd__________',
  'ABCDEFGHJKMNPQRSTVWXYZ0123',
  'iiiiiiiiiiiiiiiiiiiiiiiiii',
  7,
  null,
])('%j is not an id', (text) => {
  expect(isArticleId(text)).toBe(false);
});
