import { describe, expect, it } from 'vitest';
import { correction } from '#renderer/editor/comfort/autocorrect.ts';

const OWN = [
  { from: 'gov', to: 'government' },
  { from: 'BBC', to: 'British Broadcasting Corporation' },
  { from: 'w/', to: 'with' },
];

function after(text: string, language = 'en', slips = true): string {
  const found = correction(text, { replacements: OWN, slips }, language);
  if (found === null) return text;
  const from = text.length - found.at;
  return text.slice(0, from) + found.text + text.slice(from + found.word.length);
}

describe('correction', () => {
  it('replaces the last word, whatever stands around it', () => {
    expect(after('the gov')).toBe('the government');
    expect(after('(the “gov”,')).toBe('(the “government”,');
    expect(after('gov')).toBe('government');
    expect(after('w/')).toBe('with');
    expect(after('teh')).toBe('the');
  });

  it('keeps capitals', () => {
    expect(after('Teh')).toBe('The');
    expect(after('TEH')).toBe('THE');
    expect(after('Gov')).toBe('Government');
    expect(after('BBC')).toBe('British Broadcasting Corporation');
    expect(after('bbc')).toBe('bbc');
  });

  it('leaves other words, addresses and code alone', () => {
    for (const text of ['governor', 'x.gov', 'www.gov', 'https://gov', 'a_teh', '`teh', 'the', '', ' ', '…']) {
      expect(after(text)).toBe(text);
    }
  });

  it('knows only the slips of the language, and none where they are off', () => {
    expect(after('teh', 'de')).toBe('teh');
    expect(after('udn', 'de-AT')).toBe('und');
    expect(after('لاكن', 'ar')).toBe('لكن');
    expect(after('teh', 'en', false)).toBe('teh');
    expect(after('gov', 'en', false)).toBe('government');
    expect(after('constructor')).toBe('constructor');
  });
});
