import { expect, it } from 'vitest';
import { rangeIn } from '#renderer/editor/command/grip-pointer.ts';
import { block, bodyOf, figure } from '../text.ts';

it('blocks that were picked up are found again after others wrote above them, and are let go where they were written in', () => {
  const state = bodyOf(block('one|'), figure('two'), block('three'));
  const held = state.doc.children.slice(1);
  const above = state.tr.insert(0, block('zero')).doc;
  expect(rangeIn(above, held)).toEqual({ from: 2, to: 4 });
  const within = state.tr.insertText('more', state.doc.content.size - 1).doc;
  expect(rangeIn(within, held)).toBeNull();
  const between = state.tr.insert(state.doc.content.size - 7, block('between')).doc;
  expect(rangeIn(between, held)).toBeNull();
});
