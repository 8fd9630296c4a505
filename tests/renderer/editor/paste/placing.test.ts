import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { blockOf, nodeOf } from '#renderer/editor/paste/block-node.ts';
import { ownClip, readOwnClip } from '#renderer/editor/paste/own-clip.ts';
import { caretAfter, placeBlocks, placeLine } from '#renderer/editor/paste/placing.ts';
import { block, bodyOf, figure, told } from '../text.ts';

function pastedInto(state: EditorState, ...nodes: readonly Node[]): string[] {
  const { tr } = state;
  caretAfter(tr, placeBlocks(tr, state.selection.from, nodes));
  return told(state.apply(tr));
}

const HEADING = { kind: 'heading', level: 2 };
const ITEM = { list: 'bulleted' };

describe('where pasted blocks go', () => {
  it('an empty paragraph makes room, another empty block keeps its shape for a plain paragraph', () => {
    expect(pastedInto(bodyOf(block('|')), block('H', HEADING), block('x'))).toEqual(['heading2: H', 'paragraph: x|']);
    expect(pastedInto(bodyOf(block('|', ITEM)), block('x'))).toEqual(['paragraph bulleted: x|']);
    expect(pastedInto(bodyOf(block('|', ITEM)), block('H', HEADING))).toEqual(['heading2: H|']);
  });

  it('a lone block of text goes into the text', () => {
    expect(pastedInto(bodyOf(block('a|b')), block('x', HEADING))).toEqual(['paragraph: ax|b']);
  });

  it('several stand between the halves, plain ends running on', () => {
    expect(pastedInto(bodyOf(block('a|b')), block('x'), block('H', HEADING), block('y'))).toEqual([
      'paragraph: ax',
      'heading2: H',
      'paragraph: y|b',
    ]);
    expect(pastedInto(bodyOf(block('a|b', HEADING)), block('x', ITEM), block('y', ITEM))).toEqual([
      'heading2: a',
      'paragraph bulleted: x',
      'paragraph bulleted: y|',
      'heading2: b',
    ]);
    expect(pastedInto(bodyOf(block('|b')), block('x'), block('y'))).toEqual(['paragraph: x', 'paragraph: y|b']);
    expect(pastedInto(bodyOf(block('a|')), block('x'), block('y'))).toEqual(['paragraph: ax', 'paragraph: y|']);
    expect(pastedInto(bodyOf(block('a|')), block('H', HEADING), figure('c'))).toEqual([
      'paragraph: a',
      'heading2: H',
      'figure: c|',
    ]);
  });

  it('captions take the text alone, and so does a field of one line', () => {
    expect(pastedInto(bodyOf(figure('a|b')), block('x', HEADING))).toEqual(['figure: ax|b']);
    const state = bodyOf(block('a|b'));
    const { tr } = state;
    placeLine(tr, 2, [block('x', HEADING), block('y')]);
    expect(told(state.apply(tr))[0]?.replace('|', '')).toBe('paragraph: ax yb');
  });
});

describe('Stet’s own form of a clipping', () => {
  const { schema } = block('x').type;
  const related = [
    { id: 'r1', type: 'related', target: { kind: 'url', url: 'https://example.org/' }, headline: 'There', blurb: '' },
  ] as const;
  const nodes = [
    block('Said', { kind: 'blockQuote', attribution: 'Ana', box: 'Facts', language: 'he', direction: 'rtl' }),
    block('Deep', { list: 'numbered', indent: 3 }),
    schema.node('figure', {
      media: `${'a'.repeat(64)}.jpg`,
      credit: 'C',
      alt: 'A',
      focalX: 0.2,
      focalY: 0.4,
      width: 4,
      height: 3,
    }),
    schema.node('table', null, [
      schema.node('tableRow', null, [schema.node('tableCell', { header: true }, schema.text('h'))]),
    ]),
    schema.node('relatedCard', { related: 'r1' }),
  ];

  it('brings everything back', () => {
    const clip = readOwnClip(ownClip(nodes, false, related), schema, related);
    expect(clip?.blocks.map((each) => nodeOf(each, schema)?.toJSON() as unknown)).toEqual(
      nodes.map((node) => node.toJSON() as unknown),
    );
    expect(clip?.audit).toEqual({});
  });

  it('finds a related card’s entry in another article, makes a link of one it lacks, and counts one that is only words', () => {
    const clip = ownClip(nodes.slice(-1), false, related);
    expect(readOwnClip(clip, schema, [{ ...related[0], id: 'other' }])?.blocks).toEqual([
      { kind: 'relatedCard', related: 'other' },
    ]);
    expect(readOwnClip(clip, schema, [])?.blocks).toEqual([
      { kind: 'embed', url: 'https://example.org/', title: 'There' },
    ]);
    const words = ownClip([...nodes.slice(0, 1), ...nodes.slice(-1)], false, [
      { ...related[0], target: { kind: 'none' } },
    ]);
    expect(readOwnClip(words, schema, [])).toMatchObject({ blocks: [{ kind: 'blockQuote' }], audit: { cards: 1 } });
  });

  it('takes nothing that the schema or the policy refuses', () => {
    const forged = JSON.stringify({
      stet: 1,
      nodes: [
        { type: 'script' },
        { type: 'table', content: [{ type: 'text', text: 'x' }] },
        { type: 'figure', attrs: { media: '../../etc/passwd', width: 1e99 } },
        {
          type: 'textBlock',
          attrs: { kind: 'evil', indent: 99 },
          content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }],
        },
      ],
    });
    expect(readOwnClip(forged, schema, [])?.blocks).toEqual([
      { kind: 'figure', media: null, caption: [], credit: '', source: '', alt: '', decorative: false },
      { kind: 'paragraph', content: [{ type: 'text', text: 'x', marks: {} }], indent: 8 },
    ]);
    expect(readOwnClip('{"stet":2,"nodes":[]}', schema, [])).toBeNull();
    expect(blockOf(schema.text('x'))).toBeNull();
  });
});
