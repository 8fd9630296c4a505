import { expect, it } from 'vitest';
import type { Block } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { viewOf } from '#shared/checks/block-view.ts';
import { viewOfNode } from '#renderer/editor/checking/block-view.ts';
import { block } from '../text.ts';

const { schema } = block('').type;
const text = (words: string, ...marks: readonly [string, Record<string, unknown>?][]) =>
  schema.text(
    words,
    marks.map(([name, attributes]) => schema.mark(name, attributes)),
  );

it('a block is the same to the checks in the editor and as it is stored', () => {
  const href = 'http://a.example/';
  const pairs: readonly (readonly [ReturnType<typeof block>, Block])[] = [
    [
      schema.node('textBlock', { kind: 'blockQuote', attribution: 'Ana', language: 'fr' }, [
        text('one '),
        text('two', ['cq'], ['bold']),
        schema.node('hardBreak'),
        text('three', ['link', { href }]),
        text('four', ['language', { tag: 'he', direction: null }]),
      ]),
      {
        kind: 'blockQuote',
        attribution: 'Ana',
        language: 'fr',
        content: [
          run('one '),
          run('two', { cq: true, bold: true }),
          { type: 'break' },
          run('three', { link: { href } }),
          run('four', { language: { tag: 'he' } }),
        ],
      },
    ],
    [
      schema.node('figure', { credit: 'TK', alt: null, decorative: true }, [text('Boats')]),
      { kind: 'figure', media: null, caption: [run('Boats')], credit: 'TK', source: '', alt: '', decorative: true },
    ],
    [
      schema.node('table', null, [
        schema.node('tableRow', null, [
          schema.node('tableCell', null, [text('a')]),
          schema.node('tableCell', null, [text('bc', ['cq'])]),
        ]),
        schema.node('tableRow', null, [schema.node('tableCell')]),
        schema.node('tableRow', null, [schema.node('tableCell', null, [text('d', ['link', { href }])])]),
      ]),
      {
        kind: 'table',
        rows: [
          {
            cells: [
              { content: [run('a')], header: false },
              { content: [run('bc', { cq: true })], header: false },
            ],
          },
          { cells: [{ content: [], header: false }] },
          { cells: [{ content: [run('d', { link: { href } })], header: false }] },
        ],
      },
    ],
    [schema.node('embed', { url: href, title: 'TK' }), { kind: 'embed', url: href, title: 'TK' }],
    [schema.node('relatedCard', { related: 'x' }), { kind: 'relatedCard', related: 'x' }],
    [schema.node('rule'), { kind: 'rule' }],
  ];
  for (const [node, stored] of pairs) expect(viewOfNode(node)).toEqual(viewOf(stored));
});
