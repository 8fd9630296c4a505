import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Block } from '#shared/article/block.ts';
import { blockText } from '#shared/article/block.ts';
import { plainText, run } from '#shared/article/inline.ts';
import { editState } from '#shared/document/edit.ts';
import { readState } from '#shared/document/read.ts';
import { replaceText } from '#shared/document/replace.ts';
import { stateOf } from '#shared/document/state.ts';
import { block, words } from '../article/arbitrary.ts';
import { bodyText, changeTo, draftOf, ID, stateOfDraft } from './pair.ts';

function replaced(state: Uint8Array, find: string, replacement: string, all = true) {
  const { update, result } = editState(state, (doc) => replaceText(doc, find, replacement, { all }));
  return { count: result, update, article: readState(ID, update === null ? state : stateOf([state, update])) };
}

const paragraph = (...content: Extract<Block, { kind: 'paragraph' }>['content']): Block => ({
  kind: 'paragraph',
  content,
});

describe('replacing text', () => {
  const STATE = stateOfDraft({
    headline: [run('The colour of money')],
    standfirst: [run('Colour and colour')],
    body: [
      paragraph(run('A co'), run('lou', { bold: true }), run('r, a colour.')),
      {
        kind: 'figure',
        media: null,
        caption: [run('In colour')],
        credit: 'colour',
        source: '',
        alt: 'colour',
        decorative: false,
      },
      { kind: 'table', rows: [{ cells: [{ header: false, content: [run('colour')] }] }] },
      paragraph(run('col'), { type: 'break' }, run('our')),
    ],
    metadata: { slug: 'colour' },
    related: [],
  });

  it('works in headline, standfirst, body, captions and cells, and nowhere else', () => {
    const { count, article } = replaced(STATE, 'colour', 'color');
    expect(count).toBe(6);
    expect(plainText(article.headline)).toBe('The color of money');
    expect(plainText(article.standfirst)).toBe('Colour and color');
    expect(article.body.map(blockText)).toEqual(['A color, a color.', 'In color', 'color', 'col\nour']);
    expect(article.body[1]).toMatchObject({ credit: 'colour', alt: 'colour' });
    expect(article.metadata.slug).toBe('colour');
  });

  it('stops after the first place unless told otherwise', () => {
    const { count, article } = replaced(STATE, 'colour', 'color', false);
    expect(count).toBe(1);
    expect(plainText(article.headline)).toBe('The color of money');
    expect(blockText(article.body[0] ?? paragraph())).toBe('A colour, a colour.');
  });

  it('keeps the marks of what it replaces, across runs', () => {
    const { article } = replaced(STATE, 'A colour', 'A clamour');
    expect(article.body[0]).toEqual(paragraph(run('A clam'), run('ou', { bold: true }), run('r, a colour.')));
    const inserted = replaced(STATE, 'lou', 'louu').article;
    expect(inserted.body[0]).toEqual(paragraph(run('A co'), run('louu', { bold: true }), run('r, a colouur.')));
  });

  it('touches only the characters that differ, so what others typed around them stays', () => {
    const state = stateOfDraft(draftOf('The quick brown fox'));
    const typed = changeTo(state, (doc) => bodyText(doc, 0).insert(7, '!'));
    const { update } = replaced(state, 'quick', 'quack');
    if (update === null) throw new Error('nothing was replaced');
    expect(
      Y.decodeUpdate(update)
        .ds.clients.values()
        .next()
        .value?.map(({ len }) => len),
    ).toEqual([1]);
    // Both were put in at one place; which comes first is decided by the numbers of the devices.
    expect(blockText(readState(ID, stateOf([state, typed, update])).body[0] ?? paragraph())).toMatch(
      /^The qu(?:a!|!a)ck brown fox$/u,
    );
  });

  it('never splits an emoji', () => {
    const state = stateOfDraft(draftOf('a 🙂 b'));
    expect(blockText(replaced(state, '🙂', '🙃').article.body[0] ?? paragraph())).toBe('a 🙃 b');
    expect(blockText(replaced(state, '🙂 b', '🚂 b').article.body[0] ?? paragraph())).toBe('a 🚂 b');
  });

  it('does nothing for nothing', () => {
    expect(replaced(STATE, '', 'x')).toMatchObject({ count: 0, update: null });
    expect(replaced(STATE, 'colour', 'colour')).toMatchObject({ count: 7 - 1, update: null });
    expect(replaced(STATE, 'COLOUR', 'x')).toMatchObject({ count: 0, update: null });
  });

  it('gives what replacing in the plain text gives, line by line', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        words,
        (body, at, length, other) => {
          const state = stateOfDraft({ headline: [], standfirst: [], body, metadata: {}, related: [] });
          const lines = body.flatMap((one) => (one.kind === 'embed' ? [] : blockText(one).split(/[\n\t]/u)));
          const characters = Array.from(lines.join('\n'));
          const find =
            characters
              .slice(at % (characters.length + 1))
              .join('')
              .split('\n')[0]
              ?.slice(0, length) ?? '';
          fc.pre(find !== '' && find.isWellFormed());
          const { article, count } = replaced(state, find, other);
          const got = article.body.flatMap((one) => (one.kind === 'embed' ? [] : blockText(one).split(/[\n\t]/u)));
          expect(got).toEqual(lines.map((line) => line.split(find).join(other)));
          expect(count).toBe(lines.reduce((sum, line) => sum + line.split(find).length - 1, 0));
        },
      ),
      { numRuns: 150 },
    );
  });
});
