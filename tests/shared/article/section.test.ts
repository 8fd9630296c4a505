import { expect, test } from 'vitest';
import type { Block, HeadingLevel } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { sectionsOf } from '#shared/article/section.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [run(text)] });
const heading = (level: HeadingLevel, text: string): Block => ({ kind: 'heading', level, content: [run(text)] });

test('what stands before the first heading is a section of level 0', () => {
  expect(sectionsOf([paragraph('a'), heading(2, 'B'), paragraph('c')])).toEqual([
    { level: 0, title: '', from: 0, to: 1 },
    { level: 2, title: 'B', from: 1, to: 3 },
  ]);
});

test('a section holds its deeper sections and ends at the next of its own level or higher', () => {
  const body = [heading(2, 'A'), heading(3, 'A1'), paragraph('x'), heading(3, 'A2'), heading(2, 'B')];
  expect(sectionsOf(body)).toEqual([
    { level: 2, title: 'A', from: 0, to: 4 },
    { level: 3, title: 'A1', from: 1, to: 3 },
    { level: 3, title: 'A2', from: 3, to: 4 },
    { level: 2, title: 'B', from: 4, to: 5 },
  ]);
});

test('an empty body has no sections, and a body without headings one', () => {
  expect(sectionsOf([])).toEqual([]);
  expect(sectionsOf([paragraph('a'), paragraph('b')])).toEqual([{ level: 0, title: '', from: 0, to: 2 }]);
});
