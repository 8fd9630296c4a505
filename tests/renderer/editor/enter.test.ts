import { describe, expect, it } from 'vitest';
import { enter } from '#renderer/editor/enter.ts';
import { after, block, bodyOf, figure, told } from './text.ts';

describe('Enter', () => {
  it('splits a paragraph, a list item and a block quote into two of the same kind', () => {
    expect(told(after(bodyOf(block('one| two')), enter))).toEqual(['paragraph: one', 'paragraph: | two']);
    const item = { list: 'numbered', indent: 1 };
    expect(told(after(bodyOf(block('one|', item)), enter))).toEqual([
      'paragraph numbered 1: one',
      'paragraph numbered 1: |',
    ]);
    expect(told(after(bodyOf(block('said|', { kind: 'blockQuote', attribution: 'Ana' })), enter))).toEqual([
      'blockQuote: said',
      'blockQuote: |',
    ]);
  });

  it('opens a paragraph after a heading and a pull quote, and makes room before a heading', () => {
    expect(told(after(bodyOf(block('Head|', { kind: 'heading', level: 3 })), enter))).toEqual([
      'heading3: Head',
      'paragraph: |',
    ]);
    expect(told(after(bodyOf(block('Said|', { kind: 'pullQuote' })), enter))).toEqual([
      'pullQuote: Said',
      'paragraph: |',
    ]);
    expect(told(after(bodyOf(block('|Head', { kind: 'heading', level: 2 })), enter))).toEqual([
      'paragraph: ',
      'heading2: |Head',
    ]);
  });

  it('leaves an empty item a step at a time, then an empty quote and an empty box line', () => {
    const deep = bodyOf(block('|', { list: 'bulleted', indent: 1 }));
    expect(told(after(deep, enter))).toEqual(['paragraph bulleted: |']);
    expect(told(after(after(deep, enter), enter))).toEqual(['paragraph: |']);
    expect(told(after(bodyOf(block('|', { kind: 'blockQuote' })), enter))).toEqual(['paragraph: |']);
    expect(told(after(bodyOf(block('|', { box: 'a' })), enter))).toEqual(['paragraph: |']);
  });

  it('stays in its fact box', () => {
    expect(told(after(bodyOf(block('fact|', { box: 'a' })), enter))).toEqual(['paragraph a: fact', 'paragraph a: |']);
  });

  it('goes on after a figure from its caption', () => {
    expect(told(after(bodyOf(figure('The quay|'), block('after')), enter))).toEqual([
      'figure: The quay',
      'paragraph: |',
      'paragraph: after',
    ]);
  });
});
