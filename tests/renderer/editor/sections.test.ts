import { describe, expect, it } from 'vitest';
import { addSection, moveBlocks, outlineOf, stepTarget } from '#renderer/editor/sections.ts';
import { after, block, bodyOf, figure, told } from './text.ts';

const heading = (text: string, level = 2) => block(text, { kind: 'heading', level });
const article = () =>
  bodyOf(
    block('Lede here.|'),
    heading('One'),
    block('First text.'),
    heading('One a', 3),
    block('Deeper text here.'),
    heading('Two'),
    figure('A caption of five words'),
    heading('One'),
  );

describe('the outline', () => {
  it('has sections with their words, deeper ones inside, and a name for each of two with one title', () => {
    const sections = outlineOf(article().doc, 'en');
    expect(sections.map(({ level, title, words }) => [level, title, words])).toEqual([
      [0, '', 2],
      [2, 'One', 8],
      [3, 'One a', 5],
      [2, 'Two', 6],
      [2, 'One', 1],
    ]);
    expect(new Set(sections.map(({ key }) => key)).size).toBe(5);
  });

  it('steps over neighbours of the same rank, and not out of the article', () => {
    const sections = outlineOf(article().doc, 'en');
    expect(stepTarget(sections, 3, -1)).toBe(1);
    expect(stepTarget(sections, 3, 1)).toBe(8);
    expect(stepTarget(sections, 1, -1)).toBeNull();
    expect(stepTarget(sections, 0, 1)).toBeNull();
    expect(stepTarget(sections, 4, 1)).toBeNull();
  });

  it('moves the blocks of a section whole, up and down, and the caret with them', () => {
    const state = bodyOf(block('a'), heading('One'), block('te|xt'), heading('Two'));
    const down = after(state, moveBlocks(1, 3, 4));
    expect(told(down)).toEqual(['paragraph: a', 'heading2: Two', 'heading2: One', 'paragraph: te|xt']);
    expect(told(after(down, moveBlocks(2, 4, 1)))).toEqual(told(state));
    expect(after(state, moveBlocks(1, 3, 2))).toBe(state);
    expect(after(state, moveBlocks(1, 3, 9))).toBe(state);
  });

  it('adds a section after the one with the caret', () => {
    const state = bodyOf(heading('One'), block('te|xt'), heading('Two'));
    expect(told(after(state, addSection(outlineOf(state.doc, 'en'), 1)))).toEqual([
      'heading2: One',
      'paragraph: text',
      'heading2: |',
      'heading2: Two',
    ]);
  });
});
