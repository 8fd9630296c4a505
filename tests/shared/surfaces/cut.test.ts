import { assert, boolean, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SURFACES } from '#shared/surfaces/catalogue.ts';
import { cutTo, cutToLimit } from '#shared/surfaces/cut.ts';
import { FACEBOOK } from '#shared/surfaces/facebook.ts';
import { GOOGLE } from '#shared/surfaces/google.ts';
import type { Limit } from '#shared/surfaces/surface.ts';
import { X } from '#shared/surfaces/x.ts';

const graphemes = (text: string) =>
  Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)).length;
const limit = (characters: number, cutsAt: Limit['cutsAt'] = 'character'): Limit => ({
  characters,
  cutsAt,
  basis: 'measured',
  asOf: '2026-11-24',
});

describe('cutToLimit', () => {
  it('leaves a text that fits as it is, with single spaces', () => {
    expect(cutToLimit(limit(10), '  one \n two ')).toEqual({ shown: 'one two', isCut: false, kept: 7, total: 7 });
    expect(cutToLimit(limit(5), 'exact')).toEqual({ shown: 'exact', isCut: false, kept: 5, total: 5 });
  });

  it('counts the ellipsis', () => {
    expect(cutToLimit(limit(5), 'abcdef')).toEqual({ shown: 'abcd…', isCut: true, kept: 4, total: 6 });
  });

  it('never cuts inside a character as a reader counts them', () => {
    expect(cutToLimit(limit(3), '👩‍👩‍👧‍👦🇮🇱é́x').shown).toBe('👩‍👩‍👧‍👦🇮🇱…');
    expect(cutToLimit(limit(3), 'שָׁלוֹם').shown).toBe('שָׁל…');
  });

  it('keeps words whole where the place does', () => {
    expect(cutToLimit(limit(12, 'word'), 'Talks delayed again').shown).toBe('Talks…');
    expect(cutToLimit(limit(14, 'word'), 'Talks delayed again').shown).toBe('Talks delayed…');
    expect(cutToLimit(limit(6, 'word'), 'Unbreakable').shown).toBe('Unbre…');
  });

  it('leaves nothing dangling before the ellipsis', () => {
    expect(cutToLimit(limit(7), 'Delay, again').shown).toBe('Delay…');
  });

  it('is never longer than the limit, and what it shows begins the text', () => {
    assert(
      property(
        string({ unit: 'grapheme', maxLength: 300 }),
        integer({ min: 2, max: 200 }),
        boolean(),
        (text, most, words) => {
          const cut = cutToLimit(limit(most, words ? 'word' : 'character'), text);
          expect(graphemes(cut.shown)).toBeLessThanOrEqual(most + (cut.isCut ? 1 : 0));
          const one = text.replaceAll(/\s+/gu, ' ').trim();
          expect(one.startsWith(cut.isCut ? cut.shown.slice(0, -1) : cut.shown)).toBe(true);
          expect(cut.isCut).toBe(cut.total > most);
        },
      ),
    );
  });
});

describe('surfaces', () => {
  it('cut where their sources say', () => {
    const long = 'a'.repeat(500);
    expect(cutTo(X, 'title', long)?.kept).toBe(69);
    expect(cutTo(X, 'description', long)?.kept).toBe(199);
    expect(cutTo(FACEBOOK, 'title', long)?.kept).toBe(121);
    expect(cutTo(FACEBOOK, 'description', long)).toBeNull();
    expect(cutTo(GOOGLE, 'title', long)?.kept).toBe(59);
  });

  it('are all dated, and each has a name of its own', () => {
    for (const { title, description } of SURFACES) {
      for (const known of description === null ? [title] : [title, description]) {
        expect(Number.isNaN(Date.parse(known.asOf))).toBe(false);
      }
    }
    expect(new Set(SURFACES.map(({ id }) => id)).size).toBe(SURFACES.length);
  });
});
