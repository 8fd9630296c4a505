import { NodeSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { backspaceAtStart, deleteAtEnd } from '#renderer/editor/erase.ts';
import { after, block, bodyOf, figure, told } from './text.ts';

describe('Backspace at the start of a block', () => {
  it('takes away list, heading, quote and box before it joins anything', () => {
    const item = bodyOf(block('before'), block('|item', { list: 'bulleted', indent: 2 }));
    const plain = after(item, backspaceAtStart);
    expect(told(plain)).toEqual(['paragraph: before', 'paragraph: |item']);
    expect(told(after(plain, backspaceAtStart))).toEqual(['paragraph: before|item']);
    for (const kind of ['heading', 'blockQuote', 'pullQuote', 'correction']) {
      expect(told(after(bodyOf(block('a'), block('|b', { kind })), backspaceAtStart))).toEqual([
        'paragraph: a',
        'paragraph: |b',
      ]);
    }
    expect(told(after(bodyOf(block('a'), block('|b', { box: 'x' })), backspaceAtStart))).toEqual([
      'paragraph: a',
      'paragraph: |b',
    ]);
  });

  it('keeps who said the words that are joined', () => {
    const quote = (text: string, attribution: string | null) => block(text, { kind: 'blockQuote', attribution });
    const speakers = (state: ReturnType<typeof bodyOf>) =>
      state.doc.children.map(({ attrs }) => attrs['attribution'] as unknown);
    expect(speakers(after(bodyOf(quote('One.|', null), quote('Two.', 'Ana')), deleteAtEnd))).toEqual(['Ana']);
    expect(speakers(after(bodyOf(quote('One.|', 'Ben'), quote('Two.', 'Ana')), deleteAtEnd))).toEqual(['Ben']);
  });

  it('removes an empty block before rather than the one with the text', () => {
    const state = bodyOf(block('', { kind: 'heading' }), block('|text', { language: 'he' }));
    const next = after(state, backspaceAtStart);
    expect(told(next)).toEqual(['paragraph: |text']);
    expect(next.doc.firstChild?.attrs['language']).toBe('he');
  });

  it('selects a figure before it, and never joins into its caption', () => {
    const next = after(bodyOf(figure('caption'), block('|text')), backspaceAtStart);
    expect(next.selection).toBeInstanceOf(NodeSelection);
    expect(next.doc.childCount).toBe(2);
  });

  it('does nothing in the middle of a block and at the start of the body', () => {
    for (const state of [bodyOf(block('a'), block('b|c')), bodyOf(block('|a'))]) {
      expect(after(state, backspaceAtStart)).toBe(state);
    }
  });
});

describe('Delete at the end of a block', () => {
  it('joins the next text block, and selects a figure', () => {
    expect(told(after(bodyOf(block('a|'), block('b', { kind: 'heading' })), deleteAtEnd))).toEqual(['paragraph: a|b']);
    expect(after(bodyOf(block('a|'), figure('c')), deleteAtEnd).selection).toBeInstanceOf(NodeSelection);
  });

  it('removes the empty block itself, so that the next stays what it is', () => {
    expect(told(after(bodyOf(block('|'), block('b', { kind: 'heading', level: 2 })), deleteAtEnd))).toEqual([
      'heading2: |b',
    ]);
  });
});
