import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, ListKind } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { groupBlocks, type ListGroup, type Piece } from '#shared/formats/grouping.ts';
import { anyArticle } from './articles.ts';

const item = (text: string, list: ListKind, indent = 0): Block => ({
  kind: 'paragraph',
  content: [run(text)],
  list,
  indent,
});
const quote = (text: string, attribution = ''): Block => ({ kind: 'blockQuote', content: [run(text)], attribution });

function outline(group: ListGroup): string {
  const items = group.items.map((one) => {
    const [inline] = one.block.content;
    return (inline?.type === 'text' ? inline.text : '') + one.children.map(outline).join('');
  });
  return `${group.list === 'numbered' ? 'ol' : 'ul'}(${items.join(' ')})`;
}

const lists = (body: readonly Block[]) =>
  groupBlocks(body).flatMap((piece) => (piece.type === 'list' ? [outline(piece.group)] : []));

function blocksIn(pieces: readonly Piece[]): Block[] {
  const fromList = (group: ListGroup): Block[] =>
    group.items.flatMap((one) => [one.block, ...one.children.flatMap(fromList)]);
  return pieces.flatMap((piece): Block[] => {
    switch (piece.type) {
      case 'box':
        return blocksIn(piece.pieces);
      case 'quote':
        return blocksIn(piece.quote.pieces);
      case 'gallery':
        return [...piece.figures];
      case 'list':
        return fromList(piece.group);
      case 'block':
        return [piece.block];
    }
  });
}

describe('grouping flat blocks', () => {
  test('neighbours of one name are one gallery', () => {
    const bare = {
      kind: 'figure',
      media: null,
      caption: [],
      credit: '',
      source: '',
      alt: '',
      decorative: false,
    } as const;
    const shown = (gallery?: string): Block => (gallery === undefined ? bare : { ...bare, gallery });
    const pieces = groupBlocks([shown('a'), shown('a'), shown('b'), shown(), item('x', 'bulleted'), shown('b')]);
    const said = pieces.map((piece) =>
      piece.type === 'gallery' ? `${piece.name}${piece.figures.length}` : piece.type,
    );
    expect(said).toEqual(['a2', 'b1', 'block', 'list', 'b1']);
  });

  test('items nest by indent, and another kind of list is another list', () => {
    expect(
      lists([item('a', 'bulleted'), item('b', 'numbered', 1), item('c', 'numbered', 1), item('d', 'bulleted')]),
    ).toEqual(['ul(aol(b c) d)']);
    expect(lists([item('a', 'bulleted'), item('b', 'numbered')])).toEqual(['ul(a)', 'ol(b)']);
  });

  test('an indent that skips steps nests by one', () => {
    expect(lists([item('a', 'bulleted', 3), item('b', 'bulleted', 8), item('c', 'bulleted', 1)])).toEqual([
      'ul(aul(b c))',
    ]);
  });

  test('quotes run together up to the one that says who is quoted', () => {
    const pieces = groupBlocks([quote('a'), quote('b', 'Who'), quote('c')]);
    expect(pieces.map((piece) => (piece.type === 'quote' ? piece.quote.attribution : piece.type))).toEqual(['Who', '']);
  });

  test('neighbours of one name are one fact box', () => {
    const boxed = (box: string): Block => ({ kind: 'paragraph', content: [], box });
    const pieces = groupBlocks([boxed('A'), boxed('A'), boxed('B'), { kind: 'rule' }, boxed('B')]);
    expect(pieces.map((piece) => (piece.type === 'box' ? piece.name : piece.type))).toEqual(['A', 'B', 'block', 'B']);
  });

  test('every block is in the groups once, in its order', () => {
    assert(
      property(anyArticle, ({ body }) => {
        expect(blocksIn(groupBlocks(body))).toEqual(body);
      }),
    );
  });
});
