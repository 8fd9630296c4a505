import { describe, expect, it } from 'vitest';
import { EDIT_COMMANDS } from '#renderer/editor/command/table.ts';
import { bestFirst, commandLikeness, likeness } from '#renderer/ui/match.ts';
import type { Language } from '#renderer/ui/words/language.ts';
import { wordsFor } from '#renderer/ui/words/words.tsx';

const found = (typed: string, language: Language = 'en') =>
  bestFirst(EDIT_COMMANDS, (command) => commandLikeness(typed, command, wordsFor(language))).map(({ id }) => id);

describe('likeness', () => {
  it('puts beginnings before middles, and both before scattered letters', () => {
    const order = ['Block quote', 'The block', 'Unblock', 'Bring lists over calmly, kindly'].map((text) =>
      likeness('block', text),
    );
    expect(order).toEqual([...order].sort((one, other) => other - one));
    expect(order.at(-1)).toBeGreaterThan(0);
    expect(likeness('bq', 'Block quote')).toBeGreaterThan(0);
    expect(likeness('xyz', 'Block quote')).toBe(0);
  });

  it('leaves accents, case, vowel points and forms of letters aside', () => {
    expect(likeness('resume', 'Résumé')).toBe(1);
    expect(likeness('ציטוט', 'צִיטוּט')).toBe(1);
    expect(likeness('الاخيرة', 'الأخيرة')).toBe(1);
  });
});

describe('commands', () => {
  it('are found by name, by another name and by Markdown', () => {
    expect(found('bold')[0]).toBe('bold');
    expect(found('##')[0]).toBe('heading2');
    expect(found('photo')[0]).toBe('picture');
    expect(found('todo')[0]).toBe('tk');
    expect(found('pq')[0]).toBe('pullQuote');
    expect(found('qqqq')).toEqual([]);
  });

  it('are found in the language of the interface and in English', () => {
    expect(found('ציטוט', 'he').slice(0, 2)).toContain('blockQuote');
    expect(found('block quote', 'he')[0]).toBe('blockQuote');
  });

  it('are all there when nothing is typed', () => {
    expect(found('')).toHaveLength(EDIT_COMMANDS.length);
  });
});
