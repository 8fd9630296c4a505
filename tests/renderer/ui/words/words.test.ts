import { describe, expect, it } from 'vitest';
import type { Language } from '#renderer/ui/words/language.ts';
import { CATALOGUES, failureSentence, noteSentence, wordsFor } from '#renderer/ui/words/words.tsx';
import { FAILURE_CODES } from '#shared/article/failure.ts';
import { NOTE_CODES } from '#shared/article/note.ts';
import { RELATED_TYPES } from '#shared/article/related.ts';
import { STATUSES } from '#shared/article/status.ts';

const LANGUAGES = Object.keys(CATALOGUES) as Language[];

/** Plural categories (CLDR) in which a noun looks different; for the others `other` reads right. */
const WANTED: Readonly<Record<Language, readonly Intl.LDMLPluralRule[]>> = {
  en: ['one', 'other'],
  'en-US': ['one', 'other'],
  he: ['one', 'two', 'other'],
  ar: ['one', 'two', 'few', 'many', 'other'],
  fa: ['other'],
};

function isForms(value: object): boolean {
  return (
    'other' in value && Object.keys(value).every((key) => ['zero', 'one', 'two', 'few', 'many', 'other'].includes(key))
  );
}

/** Every entry of a catalogue with its path: texts, plural forms, functions. */
function entries(value: object, path = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]): [string, unknown][] => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof entry === 'object' && entry !== null && !isForms(entry) ? entries(entry, here) : [[here, entry]];
  });
}

describe.each(LANGUAGES)('%s', (language) => {
  const all = entries(CATALOGUES[language]);

  it('has no empty word', () => {
    expect(all.filter(([, entry]) => entry === '').map(([path]) => path)).toEqual([]);
  });

  it('has a form for every number that reads differently', () => {
    for (const [path, entry] of all) {
      if (typeof entry !== 'object' || entry === null) continue;
      expect(
        WANTED[language].filter((category) => !(category in entry)),
        path,
      ).toEqual([]);
    }
  });

  it('names every status, kind of related article, failure and note', () => {
    const { app, notes } = CATALOGUES[language];
    expect(Object.keys(app.status).sort()).toEqual([...STATUSES].sort());
    expect(Object.keys(app.related.types).sort()).toEqual([...RELATED_TYPES].sort());
    expect(Object.keys(app.failures).sort()).toEqual([...FAILURE_CODES].sort());
    expect(Object.keys(notes).sort()).toEqual([...NOTE_CODES].sort());
  });
});

describe('what is translated', () => {
  const KEPT = /^(?:app\.name|app\.languages\.|app\.share\.yourSite|.*placeholderUrl)/u;

  it.each(['he', 'ar', 'fa'] as const)('%s is not English', (language) => {
    const english = new Map(entries(CATALOGUES.en));
    const same = entries(CATALOGUES[language]).filter(
      ([path, entry]) => typeof entry === 'string' && entry === english.get(path) && !KEPT.test(path),
    );
    expect(same.map(([path]) => path)).toEqual([]);
  });
});

describe('wordsFor', () => {
  it('counts as the language does', () => {
    const count = (language: Language, value: number) =>
      wordsFor(language).count(CATALOGUES[language].app.words, value);
    expect(count('en', 1)).toBe('1 word');
    expect(count('en', 1_200)).toBe('1,200 words');
    expect(count('he', 2)).toBe('שתי מילים');
    expect(count('ar', 3)).toContain('كلمات');
    expect(count('ar', 11)).not.toBe(count('ar', 3));
    expect(count('fa', 12)).toContain('۱۲');
  });

  it('says how long ago as people do', () => {
    const now = Date.parse('2026-11-24T18:00:00Z');
    const ago = (iso: string) => wordsFor('en').ago(iso, now);
    expect(ago('2026-11-24T17:59:40Z')).toBe('just now');
    expect(ago('2026-11-24T18:05:00Z')).toBe('just now');
    expect(ago('2026-11-24T17:58:00Z')).toBe('2 minutes ago');
    expect(ago('2026-11-24T15:00:00Z')).toBe('3 hours ago');
    expect(ago('2026-11-21T12:00:00Z')).toBe('3 days ago');
    expect(ago('2026-11-09T12:00:00Z')).toBe('2 weeks ago');
    expect(ago('2026-05-04T12:00:00Z')).toBe('4 May 2026');
    expect(ago('')).toBe('');
  });

  it('gives the exact sentence of a failure in English and the known one elsewhere', () => {
    const failure = { code: 'disk-full', message: 'The disk “Work” is full.' };
    expect(failureSentence(wordsFor('en'), failure)).toBe(failure.message);
    expect(failureSentence(wordsFor('he'), failure)).toBe(CATALOGUES.he.app.failures['disk-full']);
    expect(failureSentence(wordsFor('he'), { code: 'new-one', message: 'x' })).toBe('x');
  });

  it('says in its language what an import left out, with what the file names', () => {
    const note = { code: 'related-without-links', message: 'Related articles …', detail: '1200' };
    expect(noteSentence(wordsFor('en'), note)).toBe(note.message);
    expect(noteSentence(wordsFor('fa'), note)).toBe(`${CATALOGUES.fa.notes['related-without-links']}: ۱٬۲۰۰.`);
    const dropped = { code: 'front-matter-dropped', message: 'Front matter …', detail: 'layout, weird' };
    expect(noteSentence(wordsFor('he'), dropped)).toContain(': \u2068layout, weird\u2069.');
    const fields = { code: 'fields-left-out', message: 'Fields …', detail: 'kicker, legalFlag' };
    const { story } = CATALOGUES.he.app;
    expect(noteSentence(wordsFor('he'), fields)).toContain(`: ${story.kicker}, ${story.legalFlag}.`);
    expect(noteSentence(wordsFor('ar'), { code: 'link-dropped', message: 'x' })).toBe(
      `${CATALOGUES.ar.notes['link-dropped']}.`,
    );
    expect(noteSentence(wordsFor('ar'), { code: 'newer', message: 'x' })).toBe('x');
  });

  it('keeps a headline from turning the sentence around it', () => {
    expect(CATALOGUES.en.app.library.trashed('שלום')).toBe('Moved “\u2068שלום\u2069” to the trash');
  });
});
