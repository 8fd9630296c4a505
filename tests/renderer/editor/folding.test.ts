import { EditorState, TextSelection } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import { Folding, foldedAt, foldOnly, headingAbove, headingsIn } from '#renderer/editor/folding.ts';
import { blockPosition, moveBlocks } from '#renderer/editor/sections.ts';
import { after, block, bodyOf } from './text.ts';

const plugins = Folding.config.addProseMirrorPlugins?.call({} as never) ?? [];

/** Opening, One, its text, Two, its text; the caret in the opening. */
function article(): EditorState {
  const { doc } = bodyOf(
    block('Opening|'),
    block('One', { kind: 'heading', level: 2 }),
    block('Text of one.'),
    block('Two', { kind: 'heading', level: 2 }),
    block('Text of two.'),
  );
  return EditorState.create({ doc, plugins });
}

function fold(state: EditorState, ...headings: readonly number[]): EditorState {
  let next = state;
  const view = { state, dispatch: (tr: EditorState['tr']) => (next = state.apply(tr)) } as unknown as EditorView;
  foldOnly(
    view,
    headings.map((index) => blockPosition(state.doc, index)),
    String,
  );
  return next;
}

describe('headings', () => {
  it('are found above a block, and around another heading', () => {
    const { doc } = bodyOf(
      block('Opening|'),
      block('One', { kind: 'heading', level: 2 }),
      block('One a', { kind: 'heading', level: 3 }),
      block('Text.'),
    );
    expect(headingsIn(doc)).toEqual([blockPosition(doc, 1), blockPosition(doc, 2)]);
    expect(headingAbove(doc, 0)).toBeNull();
    expect(headingAbove(doc, 3)).toEqual({ pos: blockPosition(doc, 2), index: 2, level: 3 });
    expect(headingAbove(doc, 1, 3)).toMatchObject({ index: 1 });
    expect(headingAbove(doc, 1, 2)).toBeNull();
  });
});

describe('folded sections', () => {
  it('stay folded while one writes elsewhere, and when they are moved', () => {
    const folded = fold(article(), 3);
    expect(foldedAt(folded)).toEqual([blockPosition(folded.doc, 3)]);
    const written = folded.apply(folded.tr.insertText('More. ', 1));
    expect(foldedAt(written)).toEqual([blockPosition(written.doc, 3)]);
    const split = written.apply(written.tr.split(3));
    expect(foldedAt(split)).toEqual([blockPosition(split.doc, 4)]);
    const moved = after(split, moveBlocks(4, 6, 2));
    expect(moved.doc.child(2).textContent).toBe('Two');
    expect(foldedAt(moved)).toEqual([blockPosition(moved.doc, 2)]);
    const drawn = plugins[0]?.props.decorations?.call(plugins[0], moved);
    const away = blockPosition(moved.doc, 3);
    expect(drawn instanceof DecorationSet && drawn.find(away + 1, away + 2, () => true).length).toBe(1);
  });

  it('unfold when the caret comes into them', () => {
    const folded = fold(article(), 1, 3);
    const inTwo = blockPosition(folded.doc, 4) + 3;
    const next = folded.apply(folded.tr.setSelection(TextSelection.create(folded.doc, inTwo)));
    expect(foldedAt(next)).toEqual([blockPosition(next.doc, 1)]);
  });

  it('put a caret that stands in them at the end of the heading', () => {
    const state = article();
    const inside = state.apply(state.tr.setSelection(TextSelection.create(state.doc, blockPosition(state.doc, 2) + 4)));
    const folded = fold(inside, 1);
    expect(foldedAt(folded)).toHaveLength(1);
    expect(folded.selection.$from.parent.textContent).toBe('One');
  });
});
