import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import { duplicateBlocks, moveBlocksBy, removeBlocks } from '#renderer/editor/command/move-blocks.ts';
import { Folding, foldOnly } from '#renderer/editor/folding.ts';
import { blockPosition } from '#renderer/editor/sections.ts';
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

  it('take along what is folded away beneath them, and go past it', () => {
    const heading = { kind: 'heading', level: 2 };
    const { doc } = bodyOf(block('Opening|'), block('One', heading), block('of one'), block('Two', heading));
    const plugins = Folding.config.addProseMirrorPlugins?.call({} as never) ?? [];
    const texts = (state: EditorState) => state.doc.children.map((node) => node.textContent);
    let state = EditorState.create({ doc, plugins });
    const view = { state, dispatch: (tr: EditorState['tr']) => (state = state.apply(tr)) } as unknown as EditorView;
    foldOnly(view, [blockPosition(doc, 1)], String);
    expect(texts(after(state, moveBlocksBy(1)))).toEqual(['One', 'of one', 'Opening', 'Two']);
    const inHeading = state.apply(state.tr.setSelection(TextSelection.create(doc, blockPosition(doc, 1) + 1)));
    expect(texts(after(inHeading, moveBlocksBy(-1)))).toEqual(['One', 'of one', 'Opening', 'Two']);
    expect(texts(after(inHeading, duplicateBlocks))).toEqual(['Opening', 'One', 'of one', 'One', 'of one', 'Two']);
    const inLast = state.apply(state.tr.setSelection(TextSelection.create(doc, blockPosition(doc, 3) + 1)));
    expect(texts(after(inLast, moveBlocksBy(-1)))).toEqual(['Opening', 'Two', 'One', 'of one']);
  });
});
