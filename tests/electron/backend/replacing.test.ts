import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Library } from '#electron/backend/library.ts';
import { findInStory, replaceInStory } from '#electron/backend/replacing.ts';
import type { Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { matcherOf, type Matcher, type SearchQuery } from '#shared/article/search.ts';
import { FaultyDisk } from './disk/faulty-disk.ts';

const clock = { now: () => Date.UTC(2026, 10, 24, 12) };
let library: Library;
let id: ArticleId;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

function matcher(find: string, options: Partial<SearchQuery> = {}): Matcher {
  return value(matcherOf({ find, matchCase: false, wholeWords: false, foldMarks: true, pattern: false, ...options }));
}

beforeEach(async () => {
  const random = (bytes: number) => randomBytes(bytes);
  library = value(await Library.open({ place: '/library', disk: new FaultyDisk(1), clock, random, access: 'write' }));
  id = value(
    await library.create({
      headline: [run('The Colour of money')],
      standfirst: [run('On colour')],
      body: [
        { kind: 'paragraph', content: [run(`Colours, ${'a'.repeat(40)}.`)] },
        {
          kind: 'figure',
          media: null,
          caption: [run('In colour')],
          credit: '',
          source: '',
          alt: '',
          decorative: false,
        },
        { kind: 'table', rows: [{ cells: [{ header: false, content: [run('colour'), run('ed', { bold: true })] }] }] },
      ],
      metadata: {},
      related: [],
    }),
  );
});
afterEach(() => library.close());

describe('finding and replacing in a story of the library', () => {
  it('shows every place in its context, and replaces exactly those as one change', async () => {
    const found = await findInStory(library, id, matcher('colour'));
    expect(found).toMatchObject({ id, count: 5 });
    expect(found.hits.map(({ place, before, found: words, after }) => [place, `${before}[${words}]${after}`])).toEqual([
      ['headline', 'The [Colour] of money'],
      ['standfirst', 'On [colour]'],
      ['body', `[Colour]s, ${'a'.repeat(40)}.`],
      ['caption', 'In [colour]'],
      ['table', '[colour]ed'],
    ]);
    let changes = 0;
    library.on('appended', () => (changes += 1));
    expect(value(await replaceInStory(library, id, matcher('colou(r)', { pattern: true }), 'colo$1', true))).toBe(5);
    expect(changes).toBe(1);
    expect(await findInStory(library, id, matcher('color'))).toMatchObject({ count: 5 });
    expect(value(await replaceInStory(library, id, matcher('colour'), 'x', true))).toBe(0);
    expect(changes).toBe(1);
  });

  it('gives up a pattern that would take for ever, and has changed nothing then', async () => {
    const hostile = matcher('(a+)+b|colour', { pattern: true });
    expect(await replaceInStory(library, id, hostile, 'x', true)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
    expect(await findInStory(library, id, hostile)).toMatchObject({ count: 0, failure: { code: 'bad-input' } });
    expect(await findInStory(library, id, matcher('colour'))).toMatchObject({ count: 5 });
  }, 20_000);

  it('says which story is not there', async () => {
    expect(await findInStory(library, 'nowhere' as ArticleId, matcher('a'))).toMatchObject({
      count: 0,
      failure: { code: 'unknown-article' },
    });
  });
});
