import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import { UnreadBlocks } from '#renderer/editor/unread-blocks.ts';
import { block, bodyOf, figure, schema } from './text.ts';

const plugins = UnreadBlocks.config.addProseMirrorPlugins?.call({} as never) ?? [];
const cell = (text: string): Node => schema.node('tableCell', null, text === '' ? [] : [schema.text(text)]);
const table = (...cells: readonly string[]): Node =>
  schema.node('table', null, [schema.node('tableRow', null, cells.map(cell))]);
const started = (...blocks: readonly Node[]): EditorState =>
  EditorState.create({ doc: bodyOf(...blocks).doc, plugins });

/** The texts of the blocks no direction can be read of. */
function unread(state: EditorState): string[] {
  return plugins.flatMap((plugin) => {
    const shown = plugin.props.decorations?.call(plugin, state);
    return shown instanceof DecorationSet
      ? shown.find().map(({ from }) => state.doc.nodeAt(from)?.textContent ?? '')
      : [];
  });
}

describe('blocks no direction can be read of', () => {
  it('are those with signs and numbers alone, in captions and cells as well', () => {
    const state = started(
      block('שלום|'),
      block('/'),
      block(''),
      block('Hello'),
      block('“2026” – 14.5'),
      figure('(3)'),
      table('12', 'מחיר', ''),
      block('\u200E12'),
    );
    expect(unread(state)).toEqual(['/', '“2026” – 14.5', '(3)', '12']);
  });

  it('are those that begin with a TK, unless the rest is written from left to right', () => {
    const state = started(
      block('TK להשלים|'),
      block('[TK]'),
      block('TK names'),
      block('TKO'),
      block('tk: مصدر'),
      block('שלום TK'),
    );
    expect(unread(state)).toEqual(['TK להשלים', '[TK]', 'tk: مصدر']);
  });

  it('are known with the first sign, until the first letter, and again when it is gone', () => {
    const empty = started(block('שלום|'), block(''));
    const at = empty.doc.content.size - 1;
    const asked = empty.apply(empty.tr.insertText('/', at));
    expect(unread(asked)).toEqual(['/']);
    const written = asked.apply(asked.tr.insertText('כ', at + 1));
    expect(unread(written)).toEqual([]);
    const taken = written.apply(written.tr.delete(at + 1, at + 2));
    expect(unread(taken)).toEqual(['/']);
    expect(unread(taken.apply(taken.tr.delete(at, at + 1)))).toEqual([]);
  });

  it('are followed where something is typed before them, and where they are made, moved and taken away', () => {
    const state = started(block('שלום|'), block('12'));
    const moved = state.apply(state.tr.insertText(' לכם', 5));
    expect(unread(moved)).toEqual(['12']);
    const split = moved.apply(moved.tr.insert(0, block('—')));
    expect(unread(split)).toEqual(['—', '12']);
    expect(unread(split.apply(split.tr.delete(0, 3)))).toEqual(['12']);
  });

  it('are known in a cell, and beside another one', () => {
    const state = started(table('', '7'), block('סוף|'));
    const written = state.apply(state.tr.insertText('5', 3));
    expect(unread(written)).toEqual(['5', '7']);
    expect(unread(written.apply(written.tr.insertText('א', 4)))).toEqual(['7']);
  });
});
