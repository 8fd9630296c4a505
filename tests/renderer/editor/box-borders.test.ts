import { EditorState } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import { BoxBorders } from '#renderer/editor/box-borders.ts';
import { block, bodyOf } from './text.ts';

const plugins = BoxBorders.config.addProseMirrorPlugins?.call({} as never) ?? [];
const box = (name: string) => ({ box: name });
const start = EditorState.create({
  doc: bodyOf(
    block('a|', box('one')),
    block('b', box('one')),
    block('c', box('two')),
    block('d'),
    block('e', box('one')),
  ).doc,
  plugins,
});

/** The texts of the blocks where a box is said to begin right after another. */
function begins(state: EditorState): string[] {
  return plugins.flatMap((plugin) => {
    const shown = plugin.props.decorations?.call(plugin, state);
    return shown instanceof DecorationSet
      ? shown.find().map(({ from }) => state.doc.nodeAt(from)?.textContent ?? '')
      : [];
  });
}

describe('the borders of fact boxes', () => {
  it('are where one box follows another, and not where text comes between', () => {
    expect(begins(start)).toEqual(['c']);
  });

  it('move with what is typed before them', () => {
    expect(begins(start.apply(start.tr.insertText('more ', 1)))).toEqual(['c']);
  });

  it('go when the boxes become one, come when text between is taken away', () => {
    const place = (text: string): number => {
      let at = 0;
      start.doc.forEach((node, pos) => (at = node.textContent === text ? pos : at));
      return at;
    };
    expect(begins(start.apply(start.tr.setNodeAttribute(place('c'), 'box', 'one')))).toEqual([]);
    expect(begins(start.apply(start.tr.delete(place('d'), place('e'))))).toEqual(['c', 'e']);
  });
});
