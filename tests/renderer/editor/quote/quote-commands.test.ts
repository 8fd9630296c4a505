import { AllSelection, TextSelection, type Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { enter } from '#renderer/editor/enter.ts';
import { insertCorrection, pullQuoteFromSelection } from '#renderer/editor/quote/quote-commands.ts';
import { after, block, bodyOf, told } from '../text.ts';

const select =
  (from: number, to: number): Command =>
  ({ doc, tr }, dispatch) => {
    dispatch?.(tr.setSelection(TextSelection.create(doc, from, to)));
    return true;
  };

describe('quotes', () => {
  it('are pulled from the selected words, trimmed, after their block', () => {
    const state = after(bodyOf(block('one two three|'), block('next')), select(4, 8));
    expect(told(after(state, pullQuoteFromSelection))).toEqual([
      'paragraph: one two three',
      'pullQuote: two|',
      'paragraph: next',
    ]);
  });

  it('are pulled from several blocks as one, and from a block as a whole without a selection', () => {
    const state = after(bodyOf(block('one|'), block('two')), select(2, 8));
    expect(told(after(state, pullQuoteFromSelection))).toEqual([
      'paragraph: one',
      'paragraph: two',
      'pullQuote: ne tw|',
    ]);
    expect(told(after(bodyOf(block('all of| it')), pullQuoteFromSelection))).toEqual([
      'paragraph: all of it',
      'pullQuote: all of it|',
    ]);
    expect(pullQuoteFromSelection(bodyOf(block('|')))).toBe(false);
    const all = bodyOf(block('one|'));
    expect(pullQuoteFromSelection(all.apply(all.tr.setSelection(new AllSelection(all.doc))))).toBe(false);
  });

  it('stay in the fact box they are pulled from', () => {
    expect(told(after(bodyOf(block('fact|', { box: 'facts' })), pullQuoteFromSelection))[1]).toBe(
      'pullQuote facts: fact|',
    );
  });

  it('keep who said it with their last words when they are split', () => {
    const split = after(bodyOf(block('one |two', { kind: 'blockQuote', attribution: 'Ana' })), enter);
    expect(split.doc.content.content.map((node) => node.attrs['attribution'])).toEqual([null, 'Ana']);
    const left = after(bodyOf(block('one two|', { kind: 'blockQuote', attribution: 'Ana' })), enter);
    expect(left.doc.content.content.map((node) => node.attrs['attribution'])).toEqual(['Ana', null]);
  });
});

describe('a correction note', () => {
  it('begins with the day in the language of the article', () => {
    const day = new Date(2026, 10, 27);
    const note = (language: string): string =>
      told(after(bodyOf(block('text'), block('|')), insertCorrection(language, day)))[1] ?? '';
    expect(note('en')).toBe('correction: 27 November 2026: |');
    expect(note('de')).toBe('correction: 27. November 2026: |');
    expect(note('he')).toContain('בנובמבר 2026');
    expect(note('xx-unknown')).toBe('correction: 27 November 2026: |');
  });
});
