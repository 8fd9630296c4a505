import { describe, expect, it } from 'vitest';
import type { SpellingLanguage } from '#shared/contract/spelling.ts';
import { readDictionary } from '#renderer/editor/spelling/dictionary.ts';
import { suggestionsFor } from '#renderer/editor/spelling/suggestion.ts';
import { dictionary } from './dictionaries.ts';

/** Words as a newsroom writes them: with endings, prefixes, elisions, compounds, points, and other kinds of apostrophe. */
const RIGHT: Readonly<Record<SpellingLanguage, string>> = {
  'en-US': 'reporters rewritten don’t it’s mother-in-law Paris PARIS unhappily color theater organized walked',
  'en-GB': 'reporters rewritten don’t colour theatre organised programme Whitehall travelled licence',
  he: 'שלום הבית ובבית לכשיבוא עיתונאים העיתונאית כתבתי שבממשלה ירושלים צה"ל צה״ל והממשלה שָׁלוֹם ג׳ינס',
  ar: 'كتاب والكتاب كتابهم سيكتبون وبالمدرسة صحفيون الصحفيين الحكومة وقالت رئيس كِتَابٌ الحكـومة',
  fa: 'کتاب می‌روم کتاب‌ها رفتند خبرنگاران نمی‌خواهم گزارش روزنامه‌نگار است دانشگاه‌ها',
  fr: 'l’ami aujourd’hui parlerions mangeâmes qu’il d’abord journalistes avait-elle chevaux s’était L’État',
  de: 'Häuser Haustür Bundesregierung Regierungssprecher gegangen STRASSE Wahlkampfauftakt Fußballweltmeisterschaft die',
  es: 'hablaron dígamelo periodistas canciones también rápidamente vendiéndoselo España',
};

const WRONG: Readonly<Record<SpellingLanguage, string>> = {
  'en-US': 'recieve colour teh walkedd goverment Parris',
  'en-GB': 'recieve color theater goverment programm',
  he: 'עתונאיםם ממשהל כתבטי הביית',
  ar: 'الحكومةة الكتتاب مدررسة صحفيوون',
  fa: 'کتابب خبرنگرا دانشگاح رفتندد',
  fr: 'mesons parlerion gouvernment chevals acceuil',
  de: 'haus Strase Häusser gegangenn Bundesregirung',
  es: 'tambien cancion ablaron rapidamente',
};

const LANGUAGES = Object.keys(RIGHT) as SpellingLanguage[];

describe.each(LANGUAGES)('the dictionary of %s', (language) => {
  it('knows words in their forms', () => {
    const { knows } = dictionary(language);
    expect(RIGHT[language].split(' ').filter((word) => !knows(word))).toEqual([]);
  });

  it('knows no misspelt ones', () => {
    const { knows } = dictionary(language);
    expect(WRONG[language].split(' ').filter(knows)).toEqual([]);
  });
});

it.each([
  ['en-GB', 'recieve', 'receive'],
  ['en-GB', 'Goverment', 'Government'],
  ['en-GB', 'dont', 'don’t'],
  ['en-GB', 'definately', 'definitely'],
  ['en-GB', 'mother-in-lwa', 'mother-in-law'],
  ['he', 'עתונאים', 'עיתונאים'],
  ['ar', 'المدرسه', 'المدرسة'],
  ['fa', 'رفتندد', 'رفتند'],
  ['fr', 'acceuil', 'accueil'],
  ['fr', 'dabord', 'd’abord'],
  ['de', 'haus', 'Haus'],
  ['de', 'Bundesregirung', 'Bundesregierung'],
  ['es', 'desicion', 'decisión'],
  ['es', 'tambien', 'también'],
] as const)('in %s, %s is answered with %s', (language, wrong, right) => {
  expect(suggestionsFor(dictionary(language), wrong, 6)).toContain(right);
});

it('writes suggestions in the case of the word, never more than asked for', () => {
  const { length } = suggestionsFor(dictionary('en-GB'), 'helo', 3);
  expect(length).toBe(3);
  expect(suggestionsFor(dictionary('en-GB'), 'GOVERMENT', 1)).toEqual(['GOVERNMENT']);
});

describe('files that are odd', () => {
  it('reads a byte order mark, Windows line ends and empty files', () => {
    const { knows } = readDictionary('\uFEFFSET UTF-8\r\nSFX S Y 1\r\nSFX S 0 s .\r\n', '2\r\ncat/S\r\nfox\r\n');
    expect(['cat', 'cats', 'fox'].every(knows)).toBe(true);
    expect(knows('foxs')).toBe(false);
    expect(readDictionary('', '').knows('cat')).toBe(false);
  });

  it('answers at once however long or odd the word is', () => {
    const { knows } = dictionary('de');
    const began = performance.now();
    for (const word of ['a'.repeat(79), 'haus'.repeat(19), 'Donau'.repeat(1000), '-'.repeat(79), '\uD83D', "'"])
      knows(word);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
