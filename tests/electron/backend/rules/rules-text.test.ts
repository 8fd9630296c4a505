import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '#electron/backend/rules/default-rules.ts';
import { readRulesText } from '#electron/backend/rules/rules-text.ts';
import { run } from '#shared/article/inline.ts';
import { viewOf } from '#shared/checks/block-view.ts';
import { reportOf } from '#shared/checks/block-report.ts';
import { makeHouse } from '#shared/checks/house.ts';

/** What the rules of a text find in a paragraph: `found → instead`. */
function found(rulesText: string, text: string, language = 'en'): string[] {
  const house = makeHouse(readRulesText(rulesText).rules);
  const { findings } = reportOf(viewOf({ kind: 'paragraph', content: [run(text)] }), language, house);
  return findings
    .filter(({ code }) => code === 'house-rule' || code === 'number-style')
    .map(({ values: { word, instead }, severity }) => `${severity}: ${word} → ${instead ?? ''}`);
}

describe('the rules Stet brings', () => {
  it('are read without a problem, each with its explanation in every language of the interface', () => {
    const { rules, problems } = readRulesText(DEFAULT_RULES);
    expect(problems).toEqual([]);
    expect(rules.rules.length).toBeGreaterThan(30);
    expect(rules).toMatchObject({ sentenceWords: 40, headlines: { Print: 60 }, thousands: { fr: '\u202f', he: ',' } });
    for (const { name, say, why } of rules.rules) {
      const languages = Object.keys(why).length > 0 ? why : say;
      expect(Object.keys(languages).sort(), name).toEqual(['ar', 'en', 'fa', 'he']);
    }
  });

  it.each([
    ['en', 'On March 3rd and the 4th of May they left.', ['warns: March 3rd → March 3', 'warns: 4th of May → 4 May']],
    [
      'en',
      'In order to vote , 12000 people came.',
      ['hints: 12000 → 12,000', 'warns: e , → e,', 'hints: In order to → To'],
    ],
    ['en', 'Due on 4/5/2026, at 12 noon.', ['hints: 4/5/2026 → ', 'warns: 12 noon → noon']],
    ['en', 'A phone number 0123456789, room 12345a and a@12345.com stay. So do 1999 and 12,000.', []],
    [
      'he',
      'ב-5 למאי באו 12000 איש על מנת להצביע.',
      ['hints: 12000 → 12,000', 'warns: 5 למאי → 5 במאי', 'hints: על מנת → כדי'],
    ],
    ['ar', 'قال إنه سيأتي انشاء الله، وهو الغير متوقع.', ['warns: الغير  → ', 'warns: انشاء الله → إن شاء الله']],
    ['fa', 'كتاب را می خواند و ۱۲۰۰۰ نفر آمدند.', ['hints: ۱۲۰۰۰ → ۱۲٬۰۰۰', 'warns: ك → ک', 'hints: می  → می\u200c']],
    ['de', 'In order to , 12000 Leute.', ['hints: 12000 → 12.000', 'warns: o , → o,']],
  ])('in %s: %s', (language, text, wanted) => {
    expect(found(DEFAULT_RULES, text, language)).toEqual(wanted);
  });
});

describe('a file of a desk', () => {
  it('says each bad entry with its line, and the others count', () => {
    const text = [
      'limits: { sentence: many, headline: 90 }',
      'rules:',
      '  - name: broken',
      "    pattern: '('",
      '  - name: slow',
      "    pattern: '(a+)+b'",
      '  - just words',
      '  - name: good',
      '    words: [foo]',
      '    instead: bar',
      '    colour: red',
      'checks: { tk-left: off, doubled-word: off }',
      'wat: 1',
    ].join('\n');
    const { rules, problems } = readRulesText(text);
    expect(problems).toEqual([
      { code: 'wrong-value', line: 1, name: 'sentence' },
      { code: 'pattern-broken', line: 4, name: 'broken' },
      { code: 'pattern-slow', line: 6, name: 'slow' },
      { code: 'wrong-value', line: 7, name: '' },
      { code: 'unknown-name', line: 11, name: 'colour' },
      { code: 'unknown-name', line: 12, name: 'tk-left' },
      { code: 'unknown-name', line: 13, name: 'wat' },
    ]);
    expect(rules).toMatchObject({ sentenceWords: 40, headlineCharacters: 90, checks: { 'doubled-word': 'off' } });
    expect(found(text, 'Foo, food and foo.')).toEqual(['warns: Foo → Bar', 'warns: foo → bar']);
  });

  it('takes words as they are, with spaces of any width, and a dollar as a dollar', () => {
    const text = "rules: [{ words: { 'C++': C, 'a  b.': '$1' } }]";
    expect(found(text, 'C++ and a\u00a0b. but axb.')).toEqual(['warns: C++ → C', 'warns: a\u00a0b. → $1']);
  });

  it.each([
    ['a scalar', '42', 'not-understood'],
    ['a tab for a space', 'rules:\n\t- x', 'not-understood'],
    ['brackets without end', '['.repeat(100_000), 'not-understood'],
    ['an alias', 'a: &a [x, x]\nrules: *a', 'unknown-name'],
  ])('is never trusted: %s', (_name, text, code) => {
    const { rules, problems } = readRulesText(text);
    expect(rules.rules).toEqual([]);
    expect(problems[0]?.code).toBe(code);
  });

  it('is nothing when it is empty', () => {
    expect(readRulesText('').problems).toEqual([]);
    expect(readRulesText('# only a remark\n').rules.rules).toEqual([]);
  });
});
