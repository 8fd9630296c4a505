import { describe, expect, it } from 'vitest';
import { clipFromText } from '#renderer/editor/paste/clipping.ts';

const ROWS = 'a\tb\nc\td';
const ADDRESS = 'https://example.org/a';

describe('plain text as a clip', () => {
  it('is a table where a spreadsheet copied it, and a link where it is an address', () => {
    expect(clipFromText(ROWS).blocks).toMatchObject([{ kind: 'table' }]);
    expect(clipFromText(ADDRESS).blocks).toMatchObject([{ content: [{ text: ADDRESS, marks: { link: {} } }] }]);
  });

  it('is nothing but text where that is asked for', () => {
    expect(clipFromText(ROWS, true).blocks.some(({ kind }) => kind !== 'paragraph')).toBe(false);
    expect(clipFromText(ADDRESS, true).blocks).toEqual([
      { kind: 'paragraph', content: [{ type: 'text', text: ADDRESS, marks: {} }] },
    ]);
  });
});
