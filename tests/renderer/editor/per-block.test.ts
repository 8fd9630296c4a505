import { Schema } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { perBlock } from '#renderer/editor/per-block.ts';

const schema = new Schema({
  nodes: { doc: { content: 'block*' }, block: { content: 'text*', toDOM: () => ['p', 0] }, text: {} },
});
const block = (text: string) => schema.node('block', null, schema.text(text));
const body = (...blocks: ReturnType<typeof block>[]) => schema.node('doc', null, blocks);

test('a block that stays where it was is not looked at again, and every other is', () => {
  const looked: string[] = [];
  const lengths = perBlock((one, language) => {
    looked.push(`${language} ${one.textContent}`);
    return one.textContent.length;
  });
  const [one, two, three] = [block('one'), block('second'), block('three')];
  expect(lengths(body(one, two), 'en')).toEqual([3, 6]);
  expect(lengths(body(one, three), 'en')).toEqual([3, 5]);
  expect(looked.splice(0)).toEqual(['en one', 'en second', 'en three']);

  expect(lengths(body(three, one, two), 'en'), 'blocks that moved').toEqual([5, 3, 6]);
  expect(lengths(body(three), 'en'), 'blocks that are gone').toEqual([5]);
  looked.length = 0;
  expect(lengths(body(three), 'he'), 'another language').toEqual([5]);
  expect(looked).toEqual(['he three']);
});
