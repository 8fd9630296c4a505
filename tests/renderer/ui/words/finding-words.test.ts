import { describe, expect, it } from 'vitest';
import { findingSentence, findingWords } from '#renderer/ui/words/finding-words.ts';
import { wordsFor } from '#renderer/ui/words/words.tsx';
import { CHECK_CODES } from '#shared/checks/check.ts';

const VALUES = { count: 52, limit: 40, word: 'the', instead: 'to', until: '2026-12-01', status: 'killed' };

describe('findings in words', () => {
  it.each(['en', 'he', 'ar', 'fa'] as const)('every check says in %s what, why and what to do', (language) => {
    const words = wordsFor(language);
    for (const code of CHECK_CODES) {
      const said = findingWords(words, { code, message: 'In English.', values: { ...VALUES, place: 'table' } });
      expect(
        Object.values(said).every((text) => text !== '' && !text.includes('undefined')),
        code,
      ).toBe(true);
      expect(said.what, code).not.toBe('In English.');
    }
  });

  it('show numbers and spaces as readers see them, and keep foreign words from turning the sentence', () => {
    const long = { code: 'sentence-long', message: '', values: { count: 1_234, limit: 40 } };
    expect(findingWords(wordsFor('fa'), long).what).toContain('۱٬۲۳۴');
    const doubled = { code: 'doubled-word', message: '', values: { word: 'את' } };
    expect(findingWords(wordsFor('en'), doubled).what).toBe('“\u2068את\u2069” stands twice');
    const space = { code: 'house-rule', message: '', values: { word: 'a  ', instead: 'a ' } };
    expect(findingWords(wordsFor('en'), space).what).toContain('a␣');
  });

  it('a house rule speaks the language of the interface where the house wrote it, else what the house has', () => {
    const rule = {
      code: 'house-rule',
      message: 'x',
      values: { word: 'w', say: { en: 'Don’t.', he: 'לא.' }, why: { '': 'Why' } },
    };
    expect(findingWords(wordsFor('he'), rule)).toMatchObject({ what: 'לא.', why: 'Why' });
    expect(findingWords(wordsFor('ar'), rule).what).toBe('Don’t.');
    expect(findingSentence(wordsFor('en'), rule)).toBe('x');
  });

  it('what this version has no words for comes as it was said', () => {
    expect(findingWords(wordsFor('he'), { code: 'newer', message: 'New.', values: {} }).what).toBe('New.');
  });
});
