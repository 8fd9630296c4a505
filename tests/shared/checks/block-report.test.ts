import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { reportOf } from '#shared/checks/block-report.ts';
import { viewOf } from '#shared/checks/block-view.ts';
import type { BlockFinding, CheckCode } from '#shared/checks/check.ts';
import { makeHouse, PLAIN_HOUSE, PLAIN_RULES } from '#shared/checks/house.ts';

function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [run(text)] };
}

function found(block: Block, code: CheckCode, language = 'en', house = PLAIN_HOUSE): BlockFinding[] {
  return reportOf(viewOf(block), language, house).findings.filter((finding) => finding.code === code);
}

describe('doubled words', () => {
  it.each([
    ['en', 'He saw the the boat.', 'warns'],
    ['en', 'The the boat.', 'warns'],
    ['en', 'He had had enough.', 'hints'],
    ['en', 'I know that that is so.', 'hints'],
    ['en', 'They heard Duran Duran.', 'hints'],
    ['he', 'הוא ראה את את הסירה.', 'warns'],
    ['he', 'הוא הלך לאט לאט.', 'hints'],
    ['ar', 'ذهب إلى إلى البيت.', 'warns'],
    ['ar', 'جاء رويدا رويدا.', 'hints'],
    ['fa', 'او به به خانه رفت.', 'warns'],
    ['fa', 'کم کم آمد.', 'hints'],
    ['fa', 'کتاب‌ها کتاب‌ها را.', 'warns'],
    ['de', 'Er sah das Haus, das das Kind malte.', 'hints'],
    ['de', 'Er und und sie.', 'warns'],
    ['fr', 'Vous vous trompez.', 'hints'],
    ['tr', 'Yavaş yavaş geldi.', 'hints'],
  ])('in %s: %s', (language, text, severity) => {
    expect(found(paragraph(text), 'doubled-word', language).map((finding) => finding.severity)).toEqual([severity]);
  });

  it.each([
    ['en', 'the theatre, the. The, so-so, bye-bye, is, is, 10 10'],
    ['en', 'in\nin, win win-win'],
    ['he', 'צה"ל צה"לי, בית ביתי'],
    ['fa', 'می‌رود می‌رودند'],
    ['zh', '谢谢 看看书'],
  ])('not in %s: %s', (language, text) => {
    expect(found(paragraph(text), 'doubled-word', language)).toEqual([]);
  });

  it('are put right by taking the second away', () => {
    const text = 'He saw the  the boat.';
    const [finding] = found(paragraph(text), 'doubled-word');
    const fix = finding?.fix;
    expect(finding?.passages.map(({ from, to }) => text.slice(from, to))).toEqual(['the  the']);
    expect(fix?.kind === 'replace' && text.slice(0, fix.at.from) + fix.text + text.slice(fix.at.to)).toBe(
      'He saw the boat.',
    );
  });
});

describe('long sentences', () => {
  const long = (word: string, count: number): string => `${Array.from({ length: count }, () => word).join(' ')}.`;

  it.each([
    ['en', long('word', 41), 41],
    ['he', long('מילה', 45), 45],
    ['ar', long('كلمة', 50), 50],
    ['fa', long('واژه', 41), 41],
  ])('in %s', (language, sentence, count) => {
    const text = `${sentence} Short.`;
    const [finding, ...more] = found(paragraph(text), 'sentence-long', language);
    expect(finding?.values).toEqual({ count, limit: 40 });
    expect(finding?.passages.map(({ from, to }) => text.slice(from, to))).toEqual([sentence]);
    expect(more).toEqual([]);
  });

  it('are not what several sentences are together, and have the limit of the house', () => {
    expect(found(paragraph(`${long('one', 30)} And ${long('two', 30)}`), 'sentence-long')).toEqual([]);
    const strict = makeHouse({ ...PLAIN_RULES, sentenceWords: 10 });
    expect(found(paragraph(long('one', 11)), 'sentence-long', 'en', strict)).toHaveLength(1);
    const careless = makeHouse({ ...PLAIN_RULES, sentenceWords: 0 });
    expect(found(paragraph(long('one', 200)), 'sentence-long', 'en', careless)).toEqual([]);
  });
});

describe('what is marked CQ', () => {
  it('is never questioned', () => {
    const house = makeHouse({ ...PLAIN_RULES, sentenceWords: 2, thousands: { en: ',' } });
    const text = 'The the TK “open 12000 of a sentence.';
    const open = reportOf(viewOf(paragraph(text)), 'en', house);
    expect([...open.findings.map(({ code }) => code), open.loneQuote?.finding.code].sort()).toEqual([
      'doubled-word',
      'number-style',
      'quotes-unbalanced',
      'sentence-long',
      'tk-left',
    ]);
    const checked = reportOf(viewOf({ kind: 'paragraph', content: [run(text, { cq: true })] }), 'en', house);
    expect([checked.findings, checked.loneQuote]).toEqual([[], null]);
  });
});

describe('links', () => {
  it('want https, and are put right where they stand', () => {
    const content = [run('see '), run('this', { link: { href: 'HTTP://a.example/x' } }), run(' or ')];
    const [finding] = found({ kind: 'paragraph', content }, 'link-insecure');
    expect(finding?.passages).toEqual([{ from: 4, to: 8 }]);
    expect(finding?.fix).toEqual({ kind: 'secure-link', at: { from: 4, to: 8 }, href: 'https://a.example/x' });
  });
});

describe('places', () => {
  it('in a table are counted as an editor counts them', () => {
    const cell = (text: string) => ({ content: [run(text)], header: false });
    const table: Block = { kind: 'table', rows: [{ cells: [cell('ab'), cell('TK')] }, { cells: [cell('tk')] }] };
    // Row opens at 0, first cell at 1, its text at 2; the cell ends at 4, the next opens, its text begins at 6.
    expect(found(table, 'tk-left')[0]?.passages).toEqual([
      { from: 6, to: 8 },
      { from: 12, to: 14 },
    ]);
  });

  it('hold what they are said to hold, whatever stands around them', () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const pieces = [
      'the the',
      'TK',
      '🙂',
      'מילה מילה',
      'e\u0301a',
      '\n',
      ', ',
      '12345',
      '“',
      'word ',
      '. ',
      '👩‍👩‍👧',
      ' كلمة ',
    ];
    const house = makeHouse({ ...PLAIN_RULES, sentenceWords: 4, thousands: { en: ',' } });
    for (let time = 0; time < 400; time += 1) {
      const text = Array.from({ length: next(14) }, () => pieces[next(pieces.length)]).join('');
      const { findings, loneQuote } = reportOf(viewOf(paragraph(text)), 'en', house);
      for (const { code, passages, values, fix } of [...findings, ...(loneQuote === null ? [] : [loneQuote.finding])]) {
        for (const { from, to } of passages) {
          const passage = text.slice(from, to);
          expect(from >= 0 && to <= text.length && from < to).toBe(true);
          if (code === 'tk-left') expect(passage).toMatch(/^(?:TK)+$/u);
          if (code === 'number-style' || code === 'quotes-unbalanced') expect(passage).toBe(values.word);
          if (code === 'doubled-word') expect(passage.startsWith(values.word ?? ' ')).toBe(true);
          if (code === 'sentence-long') expect(passage).toBe(passage.trim());
        }
        if (fix?.kind === 'replace') expect(fix.at.to <= text.length && fix.at.from < fix.at.to).toBe(true);
      }
    }
  });
});
