import { describe, expect, it } from 'vitest';
import { blockTexts } from '#renderer/editor/marking/block-text.ts';
import { block, figure } from '../text.ts';

describe('the texts of a block', () => {
  it('are one, with line breaks as one character each', () => {
    const broken = block('one two');
    const { schema } = broken.type;
    const node = schema.node('textBlock', null, [schema.text('one'), schema.node('hardBreak'), schema.text('two')]);
    expect(blockTexts(node)).toEqual([{ text: 'one\ntwo', at: 0 }]);
    expect(blockTexts(figure('A caption'))).toEqual([{ text: 'A caption', at: 0 }]);
  });

  it('are one for each cell of a table, each where its characters stand', () => {
    const { schema } = block('').type;
    const cell = (text: string) => schema.node('tableCell', null, text === '' ? [] : [schema.text(text)]);
    const table = schema.node('table', null, [
      schema.node('tableRow', null, [cell('a'), cell('')]),
      schema.node('tableRow', null, [cell('cd')]),
    ]);
    const doc = schema.node('doc', null, [block('before'), table]);
    const start = block('before').nodeSize + 1;
    expect(blockTexts(table).map(({ text }) => text)).toEqual(['a', '', 'cd']);
    for (const { text, at } of blockTexts(table)) {
      expect(doc.textBetween(start + at, start + at + text.length)).toBe(text);
    }
  });

  it('are made once for as long as the block is the same', () => {
    const node = block('the same');
    expect(blockTexts(node)).toBe(blockTexts(node));
  });

  it('are none where a block holds no text', () => {
    expect(blockTexts(block('').type.schema.node('rule'))).toEqual([]);
  });
});
