import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ListKind } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { bodyTree, type BodyNode, type ListNode } from '#renderer/share/body-tree.ts';

function item(text: string, list: ListKind, indent = 0): Block {
  return { kind: 'paragraph', content: [run(text)], list, indent };
}

/** A tree as nested arrays of texts, lists marked by `*` and `#`. */
function shape(nodes: readonly BodyNode[]): unknown[] {
  return nodes.map((node) => {
    if (node.kind === 'block') return node.block.kind === 'paragraph' ? text(node.block) : node.block.kind;
    if (node.kind === 'gallery') return { gallery: node.figures.map(({ alt }) => alt) };
    return node.kind === 'list' ? listShape(node) : { [node.name]: shape(node.content) };
  });
}

function listShape(list: ListNode): unknown[] {
  return [
    list.list === 'numbered' ? '#' : '*',
    ...list.items.map((entry) =>
      entry.lists.length === 0 ? text(entry.block) : [text(entry.block), ...entry.lists.map(listShape)],
    ),
  ];
}

function text(block: Block): string {
  const first = block.kind === 'paragraph' ? block.content[0] : undefined;
  return first?.type === 'text' ? first.text : '';
}

describe('bodyTree', () => {
  it('leaves a flat body flat', () => {
    expect(shape(bodyTree([{ kind: 'paragraph', content: [run('a')] }, { kind: 'rule' }]))).toEqual(['a', 'rule']);
    expect(bodyTree([])).toEqual([]);
  });

  it('gathers neighbouring pictures of one gallery', () => {
    const shown = (alt: string, gallery?: string): Block => {
      const figure = {
        kind: 'figure',
        media: null,
        caption: [],
        credit: '',
        source: '',
        alt,
        decorative: false,
      } as const;
      return gallery === undefined ? figure : { ...figure, gallery };
    };
    const body = [shown('a', 'one'), shown('b', 'one'), shown('c', 'two'), shown('d'), shown('e', 'two')];
    const galleries = [{ gallery: ['a', 'b'] }, { gallery: ['c'] }, 'figure', { gallery: ['e'] }];
    expect(shape(bodyTree(body))).toEqual(galleries);
  });

  it('nests items by indent', () => {
    const tree = bodyTree([
      item('a', 'bulleted'),
      item('b', 'bulleted', 1),
      item('c', 'bulleted', 2),
      item('d', 'bulleted'),
    ]);
    expect(shape(tree)).toEqual([['*', ['a', ['*', ['b', ['*', 'c']]]], 'd']]);
  });

  it('begins a new list where the kind changes', () => {
    const tree = bodyTree([item('a', 'bulleted'), item('b', 'numbered', 1), item('c', 'numbered')]);
    expect(shape(tree)).toEqual([
      ['*', ['a', ['#', 'b']]],
      ['#', 'c'],
    ]);
  });

  it('copes with lists that begin deep and skip steps', () => {
    expect(shape(bodyTree([item('a', 'bulleted', 3), item('b', 'bulleted', 0)]))).toEqual([['*', 'a', 'b']]);
    expect(shape(bodyTree([item('a', 'bulleted', 0), item('b', 'bulleted', 4)]))).toEqual([['*', ['a', ['*', 'b']]]]);
  });

  it('puts neighbours of one fact box together', () => {
    const boxed: Block = { kind: 'paragraph', content: [run('in')], box: 'facts' };
    const tree = bodyTree([boxed, { ...boxed, list: 'bulleted' }, { kind: 'paragraph', content: [run('out')] }]);
    expect(shape(tree)).toEqual([{ facts: ['in', ['*', 'in']] }, 'out']);
  });

  it('keeps every block once and in order', () => {
    const block = record({
      list: option(constantFrom<ListKind>('bulleted', 'numbered'), { nil: null }),
      indent: integer({ min: 0, max: 8 }),
      box: option(constantFrom('a', 'b'), { nil: null }),
    });
    assert(
      property(array(block, { maxLength: 40 }), (described) => {
        const body = described.map(({ list, indent, box }, at): Block => ({
          kind: 'paragraph',
          content: [run(String(at))],
          ...(list === null ? {} : { list, indent }),
          ...(box === null ? {} : { box }),
        }));
        const texts = (nodes: readonly BodyNode[]): string[] =>
          nodes.flatMap((node) => {
            if (node.kind === 'gallery') return [];
            return node.kind === 'block'
              ? [text(node.block)]
              : node.kind === 'box'
                ? texts(node.content)
                : listTexts(node);
          });
        const listTexts = (list: ListNode): string[] =>
          list.items.flatMap((entry) => [text(entry.block), ...entry.lists.flatMap(listTexts)]);
        expect(texts(bodyTree(body))).toEqual(body.map((_, at) => String(at)));
      }),
    );
  });
});
