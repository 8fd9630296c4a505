import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockHits, type PageHit } from '#renderer/editor/find/block-hits.ts';
import { replaceHit } from '#renderer/editor/find/replace-hit.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';
import { matcherOf, type SearchQuery } from '#shared/article/search.ts';
import { words } from '#tests/shared/article/arbitrary.ts';

const schema = getSchema(schemaExtensions('body'));
const bold = schema.mark('bold');

function hitsIn(state: EditorState, find: string, options: Partial<SearchQuery> = {}): PageHit[] {
  const matcher = matcherOf({
    find,
    matchCase: false,
    wholeWords: false,
    foldMarks: true,
    pattern: false,
    ...options,
  });
  if (!matcher.ok) throw new Error(matcher.error.message);
  const blocks = new BlockHits(matcher.value);
  const hits: PageHit[] = [];
  state.doc.forEach((block, pos, index) => {
    for (const hit of blocks.search(block)) {
      hits.push({ ...hit, field: 'body', block, index, start: pos + 1 + hit.from, end: pos + 1 + hit.to });
    }
  });
  return hits;
}

function replaced(state: EditorState, find: string, by: string, options: Partial<SearchQuery> = {}): EditorState {
  return hitsIn(state, find, options)
    .toReversed()
    .reduce((next, hit) => next.apply(replaceHit(next, hit, by)), state);
}

const paragraph = (...texts: (string | ReturnType<typeof schema.text>)[]) =>
  schema.node(
    'textBlock',
    null,
    texts.map((text) => (typeof text === 'string' ? schema.text(text) : text)),
  );

describe('replacing a hit in the text', () => {
  const state = EditorState.create({
    doc: schema.node('doc', null, [
      paragraph('A co', schema.text('lou', [bold]), 'r.'),
      schema.node('figure', null, [schema.text('In colour')]),
      schema.node('table', null, [
        schema.node('tableRow', null, [
          schema.node('tableCell', null, [schema.text('x')]),
          schema.node('tableCell', null, [schema.text('Colour')]),
        ]),
      ]),
    ]),
  });

  it('works in text, captions and cells, in the marks of what it replaces', () => {
    const next = replaced(state, 'colour', 'colonur');
    expect(next.doc.textBetween(0, next.doc.content.size, '|')).toBe('A colonur.|In colonur|x|colonur');
    expect(next.doc.firstChild?.child(1).text).toBe('lonu');
    expect(next.doc.firstChild?.child(1).marks).toEqual([bold]);
  });

  it('touches only what differs', () => {
    const [hit] = hitsIn(state, 'colour');
    if (hit === undefined) throw new Error('not found');
    const { steps } = replaceHit(state, hit, 'color');
    expect(steps.map((step) => step.toJSON() as unknown)).toEqual([{ stepType: 'replace', from: 7, to: 8 }]);
    expect(replaceHit(state, hit, 'colour').docChanged).toBe(false);
  });

  it('gives what replacing in the plain text gives', () => {
    fc.assert(
      fc.property(words, words, words, (before, find, by) => {
        const text = `${before}${find}${before}`;
        const one = EditorState.create({ doc: schema.node('doc', null, [paragraph(text)]) });
        const next = replaced(one, find, by, { matchCase: true, foldMarks: false });
        expect(next.doc.textContent).toBe(text.split(find).join(by));
      }),
      { numRuns: 200 },
    );
  });
});
