import { describe, expect, it } from 'vitest';
import { mayMend, mended, smartDash, smartQuote, type Retyped } from '#renderer/editor/comfort/punctuation.ts';

/** Types a text letter by letter, as the editor does it. */
function typed(text: string, language = 'en'): string {
  let written = '';
  for (const letter of text) {
    const retyped = retypedBy(written, letter, language);
    written += letter;
    if (retyped !== null) written = written.slice(0, -retyped.back) + retyped.text;
  }
  return written;
}

function retypedBy(before: string, letter: string, language: string): Retyped | null {
  if (letter === '"' || letter === "'") return smartQuote(before, letter, language);
  if (letter === '-' || letter === '.') return smartDash(before, letter);
  return mayMend(before.at(-1) ?? '', letter) ? mended(before, letter, language) : null;
}

describe('quotation marks', () => {
  it.each([
    [
      'en',
      `"He said 'no'," she wrote. It's the boys' "last" day.`,
      '“He said ‘no’,” she wrote. It’s the boys’ “last” day.',
    ],
    ['en-US', `("Yes")—"no"`, '(“Yes”)—“no”'],
    ['de', `"Nein", sagte er. "Das geht's" 'so'`, '„Nein“, sagte er. „Das geht’s“ ‚so‘'],
    ['fr', `"Non", dit-il. C'est l'heure.`, '«\u202fNon\u202f», dit-il. C’est l’heure.'],
    ['es', `"No", dijo.`, '«No», dijo.'],
    ['es-MX', `"No", dijo.`, '“No”, dijo.'],
    ['ar', `قال "نعم" ثم`, 'قال «نعم» ثم'],
    ['fa', `گفت "نه" و`, 'گفت «نه» و'],
    ['he', `הוא אמר "שלום" והלך`, 'הוא אמר “שלום” והלך'],
    ['he', `צה"ל וארה"ב, ג'ורג'`, 'צה״ל וארה״ב, ג׳ורג׳'],
    ['he', `"צה"ל הודיע" אמר`, '“צה״ל הודיע” אמר'],
    ['sv', `"Nej" sa hon`, '”Nej” sa hon'],
    ['no such tag', `"x"`, '“x”'],
  ])('are those of %s', (language, text, expected) => {
    expect(typed(text, language)).toBe(expected);
  });

  it('stay straight as primes and where code is written', () => {
    expect(typed(`a 6" nail, 5'10 tall`)).toBe(`a 6" nail, 5'10 tall`);
    expect(typed(`"in 1999" and '2001'`)).toBe('“in 1999” and ‘2001’');
    expect(typed('<a href="x">')).toBe('<a href="x">');
    expect(typed('`say "x"` then "y"')).toBe('`say "x"` then “y”');
    expect(typed(`https://example.org/?q="x"`)).toBe(`https://example.org/?q="x"`);
  });

  it('begin decades with an apostrophe', () => {
    expect(typed(`the '90s`)).toBe('the ’90s');
  });
});

describe('dashes and ellipses', () => {
  it('come from two and three hyphens and from three stops', () => {
    expect(typed('one -- two --- three... four')).toBe('one – two — three… four');
    expect(typed('1939--45')).toBe('1939–45');
  });

  it('stay where they mean something else', () => {
    expect(typed('--')).toBe('--');
    expect(typed('---')).toBe('---');
    expect(typed('<!-- note')).toBe('<!-- note');
    expect(typed('https://a.org/b--c')).toBe('https://a.org/b--c');
    expect(typed('../../x')).toBe('../../x');
    expect(typed('well....')).toBe('well….');
  });
});
