import { AllSelection, type Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { indentItems, setKind, toggleBox, toggleKind, toggleList } from '#renderer/editor/block-commands.ts';
import { after, block, bodyOf, told } from './text.ts';

const all: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(new AllSelection(state.doc)));
  return true;
};
const kinds = (lines: readonly string[]) => lines.map((line) => line.split(':')[0]);

describe('block commands', () => {
  it('change attributes and keep the node', () => {
    const state = bodyOf(block('text|'));
    const steps: string[] = [];
    setKind('heading3')(state, (transaction) => steps.push(...transaction.steps.map((step) => step.toJSON().stepType)));
    expect(new Set(steps)).toEqual(new Set(['attr']));
    const next = after(state, setKind('heading3'));
    expect(told(next)).toEqual(['heading3: text|']);
    expect(told(after(next, toggleKind('heading3')))).toEqual(['paragraph: text|']);
  });

  it('make all selected blocks items, and take them out where all are', () => {
    const state = after(
      bodyOf(block('one|'), block('two', { kind: 'heading', level: 2 }), block('q', { kind: 'blockQuote' })),
      all,
    );
    const listed = after(state, toggleList('numbered'));
    expect(kinds(told(listed))).toEqual(['paragraph numbered', 'paragraph numbered', 'blockQuote numbered']);
    expect(kinds(told(after(listed, toggleList('bulleted'))))).toEqual([
      'paragraph bulleted',
      'paragraph bulleted',
      'blockQuote bulleted',
    ]);
    expect(kinds(told(after(listed, toggleList('numbered'))))).toEqual(['paragraph', 'paragraph', 'blockQuote']);
  });

  it('indent no deeper than one below the item before', () => {
    const list = 'bulleted';
    const state = bodyOf(block('one', { list }), block('two|', { list }));
    const once = after(state, indentItems(1));
    expect(told(once)).toEqual(['paragraph bulleted: one', 'paragraph bulleted 1: two|']);
    expect(after(once, indentItems(1))).toBe(once);
    expect(told(after(once, indentItems(-1)))).toEqual(told(state));
    const first = bodyOf(block('one|', { list }));
    expect(after(first, indentItems(1))).toBe(first);
  });

  it('leave Tab alone outside a list', () => {
    expect(indentItems(1)(bodyOf(block('text|')))).toBe(false);
  });

  it('put neighbours into one fact box and take them out again', () => {
    const state = bodyOf(block('in', { box: 'facts' }), block('new|'));
    const boxed = after(
      state,
      toggleBox(() => 'other'),
    );
    expect(kinds(told(boxed))).toEqual(['paragraph facts', 'paragraph facts']);
    expect(
      kinds(
        told(
          after(
            boxed,
            toggleBox(() => 'other'),
          ),
        ),
      ),
    ).toEqual(['paragraph facts', 'paragraph']);
    expect(
      kinds(
        told(
          after(
            bodyOf(block('alone|')),
            toggleBox(() => 'fresh'),
          ),
        ),
      ),
    ).toEqual(['paragraph fresh']);
  });
});
