import { describe, expect, it } from 'vitest';
import { duplicateBlocks, moveBlocksBy, removeBlocks } from '#renderer/editor/command/move-blocks.ts';
import { after, block, bodyOf, figure, told } from '../text.ts';

describe('blocks as wholes', () => {
  it('move past their neighbour with the caret', () => {
    const state = bodyOf(block('one'), block('tw|o'), figure('three'));
    expect(told(after(state, moveBlocksBy(-1)))).toEqual(['paragraph: tw|o', 'paragraph: one', 'figure: three']);
    expect(told(after(state, moveBlocksBy(1)))).toEqual(['paragraph: one', 'figure: three', 'paragraph: tw|o']);
  });

  it('stay at the ends', () => {
    const first = bodyOf(block('on|e'), block('two'));
    expect(after(first, moveBlocksBy(-1))).toBe(first);
    const last = bodyOf(block('one'), block('two|'));
    expect(after(last, moveBlocksBy(1))).toBe(last);
  });

  it('are there twice, or gone; never is there no block at all', () => {
    const state = bodyOf(block('one'), block('tw|o'));
    expect(told(after(state, duplicateBlocks))).toEqual(['paragraph: one', 'paragraph: two', 'paragraph: tw|o']);
    expect(told(after(state, removeBlocks))).toEqual(['paragraph: one|']);
    expect(told(after(bodyOf(block('al|one')), removeBlocks))).toEqual(['paragraph: |']);
  });
});
