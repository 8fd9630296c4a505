// @vitest-environment jsdom
import { NodeSelection, type EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import type { StoredMedia } from '#shared/contract/calls.ts';
import { galleryOf, galleryOfBlocks, joinGallery, leaveGallery } from '#renderer/editor/figure/gallery.ts';
import { figurePlace, insertFigures } from '#renderer/editor/figure/insert.ts';
import { blockPosition } from '#renderer/editor/sections.ts';
import { after, block, bodyOf, figure, told } from '../text.ts';

/** The galleries of the blocks: the same letter for the same name, `.` for a figure in none, `-` for text. */
function galleries({ doc }: EditorState): string {
  const names: string[] = [];
  return doc.children
    .map((node) => {
      const name = galleryOf(node);
      if (name === null) return node.type.name === 'figure' ? '.' : '-';
      if (!names.includes(name)) names.push(name);
      return 'abc'[names.indexOf(name)];
    })
    .join('');
}

function select(state: EditorState, at: number): EditorState {
  return state.apply(state.tr.setSelection(NodeSelection.create(state.doc, blockPosition(state.doc, at))));
}

const page = (): EditorState => bodyOf(figure('1'), figure('2'), figure('3'), block('text|'), figure('4'));

describe('galleries', () => {
  it('take in the figure before, else the one after; figures that stand alone have none', () => {
    expect(galleries(after(select(page(), 1), joinGallery))).toBe('aa.-.');
    expect(galleries(after(select(page(), 0), joinGallery))).toBe('aa.-.');
    expect(joinGallery(select(page(), 4))).toBe(false);
    const two = after(select(page(), 0), joinGallery);
    expect(galleries(after(select(two, 2), joinGallery))).toBe('aaa-.');
    expect(joinGallery(select(two, 1))).toBe(false);
  });

  it('are made of several at once, but not across text', () => {
    expect(galleries(after(page(), galleryOfBlocks(0, 2)))).toBe('aaa-.');
    expect(galleryOfBlocks(2, 4)(page())).toBe(false);
  });

  it('let one out, and what stays behind alone is none', () => {
    const three = after(page(), galleryOfBlocks(0, 2));
    expect(galleries(after(select(three, 2), leaveGallery))).toBe('aa.-.');
    expect(galleries(after(select(three, 1), leaveGallery))).toBe('...-.');
    expect(leaveGallery(select(page(), 0))).toBe(false);
  });

  it('change attributes alone, so that what a colleague writes in a caption stays', () => {
    const kinds = new Set<unknown>();
    galleryOfBlocks(0, 2)(page(), ({ steps }) => steps.forEach((step) => kinds.add(step.toJSON().stepType)));
    expect([...kinds]).toEqual(['attr']);
  });
});

describe('figures', () => {
  const media = (caption: string): StoredMedia => {
    const name = `${'0'.repeat(64)}.jpg` as StoredMedia['name'];
    return { name, width: 3, height: 2, bytes: 9, words: { caption, credit: 'Ana', source: '', alt: '' } };
  };

  it('stand after the block with the caret, before an empty line, in their order', () => {
    const text = bodyOf(block('one|'), block('two'));
    const two = text.apply(
      insertFigures(text, [media('first'), media('second')], { at: figurePlace(text), enter: false }),
    );
    expect(told(two)).toEqual(['paragraph: one|', 'figure: first', 'figure: second', 'paragraph: two']);
    expect(two.doc.child(1).attrs).toMatchObject({ credit: 'Ana', source: null, width: 3, gallery: null });
    const empty = bodyOf(block('one'), block('|'));
    const one = empty.apply(insertFigures(empty, [media('')], { at: figurePlace(empty), enter: true }));
    expect(told(one)).toEqual(['paragraph: one', 'figure: |', 'paragraph: ']);
  });
});
