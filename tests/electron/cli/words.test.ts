import { describe, expect, it } from 'vitest';
import { column, columnsOf, oneLine, shown } from '#electron/cli/words.ts';

describe('words on a terminal', () => {
  it('are isolated and can neither turn the line around nor move the cursor', () => {
    expect(shown('שלום')).toBe('\u2068שלום\u2069');
    expect(shown('')).toBe('');
    expect(oneLine('a\u001b[31mred\u0007\r\nb\u202ec\u2069d\u2028e')).toBe('a [31mred b c d e');
  });

  it('keep the joiners that Persian and emoji need', () => {
    expect(oneLine('می\u200cخواهم 👩\u200d👧')).toBe('می\u200cخواهم 👩\u200d👧');
  });

  it('count columns as terminals do', () => {
    expect(columnsOf('abc')).toBe(3);
    expect(columnsOf('漢字')).toBe(4);
    expect(columnsOf('שָׁלוֹם')).toBe(4);
    expect(columnsOf('👩\u200d👧')).toBe(2);
  });

  it('are cut and filled to a column', () => {
    expect(column('abc', 5)).toBe('\u2068abc\u2069  ');
    expect(column('abcdefgh', 5)).toBe('\u2068abcd…\u2069');
    expect(column('漢字漢字', 5)).toBe('\u2068漢字…\u2069');
    expect(column('漢字漢', 4)).toBe('\u2068漢…\u2069 ');
    expect(column('', 3)).toBe('   ');
  });
});
