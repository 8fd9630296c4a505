import { describe, expect, test } from 'vitest';
import { isWebUrl, linkAddress } from '#shared/article/url.ts';

describe('addresses that may stand in an article', () => {
  test.each(['https://example.org/a?b#c', 'http://example.org', 'mailto:desk@example.org', 'tel:+441234567890'])(
    '%s',
    (address) => {
      expect(linkAddress(address)).toBe(address);
    },
  );
  test('white space around it is not part of it', () => {
    expect(linkAddress('  https://example.org \n')).toBe('https://example.org');
  });
});

describe('addresses that may not, in any spelling', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    String.raw`\\host\share`,
    '//host/path',
    '/relative',
    'relative',
    's3://bucket/key',
    'https:evil.example',
    String.raw`https:\\evil.example`,
    'https://',
    'blob:https://example.org/1',
    '',
    `https://example.org/${'a'.repeat(9000)}`,
  ])('%s', (address) => {
    expect(linkAddress(address)).toBeNull();
  });
});

test('a web address is full, with its slashes and a host', () => {
  expect(isWebUrl('https://example.org')).toBe(true);
  expect(isWebUrl('mailto:a@b.c')).toBe(false);
  expect(isWebUrl('https:/example.org')).toBe(false);
});
