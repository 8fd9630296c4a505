import { describe, expect, test } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import { readFile, READERS, writerFor, WRITERS } from '#shared/formats/catalogue.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function code(name: string, content: Uint8Array): string {
  const reading = readFile(name, content);
  if (reading.ok) return 'ok';
  expect(reading.error.message).toMatch(/^[A-Z(].*\.$/u);
  return reading.error.code;
}

describe('the catalogue', () => {
  test('has every format by its id', () => {
    expect(WRITERS.map((writer) => writer.id)).toEqual(['html', 'markdown', 'text', 'ninjs']);
    expect(READERS.map((reader) => reader.id).toSorted()).toEqual(['html', 'markdown', 'text']);
    expect(writerFor('ninjs')?.extension).toBe('json');
    expect(writerFor('constructor')).toBeUndefined();
  });

  test('reads by name, and by content where the name says nothing', () => {
    const titleOf = (name: string, text: string) => {
      const reading = readFile(name, bytes(text));
      return reading.ok ? headlineText(reading.value.draft) : reading.error.code;
    };
    expect(titleOf('a.md', '# Head\n\ntext')).toBe('Head');
    expect(titleOf('a.HTML', '<h1>Head</h1><p>x</p>')).toBe('Head');
    expect(titleOf('a.txt', 'Head\n\nText.')).toBe('Head');
    expect(titleOf('notes', '<!DOCTYPE html><title>x</title><h1>Head</h1>')).toBe('Head');
    expect(titleOf('README', 'Head\n\nText.')).toBe('Head');
  });
});

describe('files that are no story', () => {
  test('nothing, and nothing but white space', () => {
    expect(code('a.txt', new Uint8Array())).toBe('empty-file');
    for (const blank of [' \n\t\r\n ', '\uFEFF', '\u200f\n\u00a0']) {
      for (const name of ['a.txt', 'a.md', 'a.html']) expect(code(name, bytes(blank))).toBe('empty-file');
    }
    expect(code('a.html', bytes('<html><head></head><body><script>x()</script></body></html>'))).toBe('empty-file');
  });

  test('documents that cannot be read yet say so, whatever they are called', () => {
    for (const name of ['a.docx', 'a.txt', 'a.md']) {
      expect(code(name, bytes('PK\x03\x04\x14\0\x06\0 word/document.xml'))).toBe('not-yet');
      expect(code(name, bytes('%PDF-1.7 ...'))).toBe('not-yet');
      expect(code(name, bytes('{\\rtf1 hello}'))).toBe('not-yet');
    }
  });

  test('pictures, archives, programs and noise are binary', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_unused, at) => (at * 7919) % 256);
    for (const content of [
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
      bytes('PK\x03\x04 some/file'),
      new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1]),
      bytes('text with \0 in it'),
      noise,
    ]) {
      expect(code('a.txt', content)).toBe('binary-file');
    }
  });

  test('more than 25 MB is too large', () => {
    expect(code('a.txt', new Uint8Array(25 * 1024 * 1024 + 1).fill(97))).toBe('too-large');
  });
});
