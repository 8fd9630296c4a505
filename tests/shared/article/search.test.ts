import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#shared/article/fold.ts';
import {
  exactly,
  matcherOf,
  replacementFor,
  sharedEnds,
  type Matcher,
  type SearchQuery,
} from '#shared/article/search.ts';
import { excerptOf } from '#shared/article/search-article.ts';
import { words } from './arbitrary.ts';

const LOOSE: Omit<SearchQuery, 'find'> = { matchCase: false, wholeWords: false, foldMarks: true, pattern: false };

function matcher(find: string, options: Partial<SearchQuery> = {}): Matcher {
  const made = matcherOf({ ...LOOSE, find, ...options });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

function found(text: string, find: string, options: Partial<SearchQuery> = {}): string[] {
  return matcher(find, options)
    .hits(text)
    .map(({ from, to }) => text.slice(from, to));
}

function replacedAll(text: string, find: string, replacement: string, options: Partial<SearchQuery> = {}): string {
  return matcher(find, options)
    .hits(text)
    .toReversed()
    .reduce((all, hit) => {
      const put = replacementFor(hit, text.slice(hit.from, hit.to), replacement);
      return all.slice(0, hit.from) + put + all.slice(hit.to);
    }, text);
}

describe('finding words', () => {
  it('sees capital and small letters as the same, unless told otherwise', () => {
    expect(found('Cat cat CAT', 'cat')).toEqual(['Cat', 'cat', 'CAT']);
    expect(found('Cat cat CAT', 'cat', { matchCase: true })).toEqual(['cat']);
    expect(found('ΟΔΟΣ οδός', 'οδος')).toEqual(['ΟΔΟΣ', 'οδός']);
    expect(found('İstanbul', 'istanbul')).toEqual(['İstanbul']);
  });

  it('leaves accents, points, vowels and the forms of letters out of account', () => {
    expect(found('Café cafe\u0301 CAFE', 'cafe')).toEqual(['Café', 'cafe\u0301', 'CAFE']);
    expect(found('שָׁלוֹם שלום', 'שלום')).toEqual(['שָׁלוֹם', 'שלום']);
    expect(found('مُحَمَّد محمـــد', 'محمد')).toEqual(['مُحَمَّد', 'محمـــد']);
    expect(found('أحمد إحمد احمد', 'احمد')).toEqual(['أحمد', 'إحمد', 'احمد']);
    expect(found('على علي علی', 'علي')).toEqual(['على', 'علي', 'علی']);
    expect(found("don’t don't צה״ל", "don't")).toEqual(['don’t', "don't"]);
    expect(found('Café', 'cafe', { foldMarks: false })).toEqual([]);
    expect(found('a\u0301', '\u0301')).toEqual(['\u0301']);
  });

  it('never finds half a character', () => {
    expect(found('ﬁn', 'i')).toEqual([]);
    expect(found('ﬁn', 'fi')).toEqual(['ﬁ']);
    expect(found('한국', '하')).toEqual([]);
    expect(found('🙂🙃', '🙃')).toEqual(['🙃']);
  });

  it('finds whole words in every script', () => {
    expect(found('art party art-house art', 'art', { wholeWords: true })).toEqual(['art', 'art', 'art']);
    expect(found('ספר הספר', 'ספר', { wholeWords: true })).toEqual(['ספר']);
    expect(found('東京都に行く', '東京', { wholeWords: true }).length).toBeLessThanOrEqual(1);
    expect(found('naïve naïveté', 'naive', { wholeWords: true })).toEqual(['naïve']);
  });

  it('stays on its line', () => {
    expect(found('one\ntwo', 'one\ntwo')).toEqual([]);
    expect(matcher('two').hits('one\ntwo\ntwo')).toEqual([
      { from: 4, to: 7 },
      { from: 8, to: 11 },
    ]);
  });

  it('finds what a comparison of the folded passages confirms, and misses nothing that is written alike', () => {
    fc.assert(
      fc.property(words, words, words, fc.boolean(), fc.boolean(), (before, find, after, matchCase, foldMarks) => {
        const text = `${before} ${find} ${after}`;
        const options = { matchCase, foldMarks };
        const folding = { matchCase, marks: foldMarks };
        const wanted = fold(find, folding).text;
        fc.pre(wanted !== '');
        const hits = matcher(find, options).hits(text);
        let last = 0;
        for (const { from, to } of hits) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(from, to), folding).text).toBe(wanted);
          last = to;
        }
        expect(hits.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('folds to the same text, whichever way the places are kept', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { text: folded, starts } = fold(text, { matchCase: false, marks: true });
        const units = starts ?? Uint32Array.from({ length: folded.length }, (_, at) => at);
        expect(units.length).toBe(folded.length);
        expect(Array.from(units)).toEqual(Array.from(units).sort((a, b) => a - b));
      }),
    );
  });
});

describe('finding patterns', () => {
  it('takes a regular expression, line by line, and its groups into the replacement', () => {
    expect(found('a1 b22\nc3', '\\d+', { pattern: true })).toEqual(['1', '22', '3']);
    expect(found('one\ntwo', '^\\w', { pattern: true })).toEqual(['o', 't']);
    expect(found('abc', 'x*', { pattern: true })).toEqual([]);
    expect(replacedAll('Doe, Jane', '(\\w+), (\\w+)', '$2 $1', { pattern: true })).toBe('Jane Doe');
    expect(replacedAll('ab', '(?<x>a)b', '[$<x>|$&|$$|$9|$<y>]', { pattern: true })).toBe('[a|ab|$|$9|$<y>]');
    expect(replacedAll('a', '(a)(b)?', '<$2>$12', { pattern: true })).toBe('<>a2');
    expect(replacedAll('a', 'a', '$1$&')).toBe('$1$&');
  });

  it('says when it cannot read one', () => {
    expect(matcherOf({ ...LOOSE, find: '(', pattern: true })).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
    expect(matcherOf({ ...LOOSE, find: '(' })).toMatchObject({ ok: true });
  });
});

describe('what differs', () => {
  it('is what stands between the ends that both share', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const { before, after } = sharedEnds(one, other);
        expect(one.slice(0, before) + other.slice(before, other.length - after) + one.slice(one.length - after)).toBe(
          other,
        );
        expect(one.slice(before, one.length - after).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a hit in its context', () => {
  it('is cut between words, on one line and never through a character', () => {
    const text = `First line\n${'word '.repeat(20)}needle ${'after '.repeat(30)}\nlast`;
    const [hit] = exactly('needle').hits(text);
    if (hit === undefined) throw new Error('not found');
    const { before, found: words_, after } = excerptOf(text, hit);
    expect(words_).toBe('needle');
    expect(before).toMatch(/^…word (?:word )*$/u);
    expect(after).toMatch(/^ after (?:after )*after…$/u);
    const emoji = `${'🙂'.repeat(60)}x${'🙂'.repeat(60)}`;
    const cut = excerptOf(emoji, { from: 120, to: 121 });
    expect(cut.before.isWellFormed() && cut.after.isWellFormed()).toBe(true);
  });
});
