import { describe, expect, test } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import { blockText } from '#shared/article/block.ts';
import { plainText } from '#shared/article/inline.ts';
import type { Reading } from '#shared/formats/format.ts';
import { textReader } from '#shared/formats/text-reader.ts';

function read(text: string | Uint8Array): Reading {
  const reading = textReader.read(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'story.txt');
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}

/** `H` for a heading, `-` for a bulleted item, `1` for a numbered one, then the text. */
function shape(text: string): string[] {
  return read(text).draft.body.map((block) => {
    const list = 'list' in block ? block.list : undefined;
    const sign = block.kind === 'heading' ? 'H ' : list === 'bulleted' ? '- ' : list === 'numbered' ? '1 ' : '';
    return sign + blockText(block);
  });
}

const codes = (text: string) => read(text).notes.map((note) => note.code);
const PROSE = 'The minister said on Monday that the talks had been put off until the end of the week at the earliest.';

describe('headings by shape', () => {
  test('a short line over a paragraph is a heading', () => {
    expect(shape(`Head\n\n${PROSE}\n\nWhat Comes Next\n\n${PROSE}\n\nIs This the End?\n\n${PROSE}`)).toEqual([
      PROSE,
      'H What Comes Next',
      PROSE,
      'H Is This the End?',
      PROSE,
    ]);
  });

  test('in Hebrew, Arabic and Persian too', () => {
    const hebrew = 'השר אמר ביום שני כי השיחות נדחו עד סוף השבוע לכל המוקדם, והוסיף כי אין סיבה לדאגה בשלב זה.';
    const arabic = 'قال الوزير يوم الاثنين إن المحادثات تأجلت إلى نهاية الأسبوع على أقرب تقدير ولا داعي للقلق الآن.';
    const persian = 'وزیر روز دوشنبه گفت که گفت‌وگوها دست‌کم تا پایان هفته به تعویق افتاده و جای نگرانی نیست.';
    for (const [language, heading, prose] of [
      ['he', 'מה צפוי עכשיו', hebrew],
      ['ar', 'ماذا سيحدث الآن؟', arabic],
      ['fa', 'اکنون چه می‌شود', persian],
    ] as const) {
      const text = `${heading} כותרת\n\n${prose}\n\n${heading}\n\n${prose}`.replace(' כותרת', '');
      expect(shape(text)).toEqual([prose, `H ${heading}`, prose]);
      expect(read(text).draft.metadata.language).toBe(language);
    }
  });

  test('sentences, bylines, quotations with a full stop, addresses and lone last lines are not', () => {
    for (const line of [
      'He left.',
      'By Ana Ruiz',
      'and then nothing',
      'Photo: AFP',
      'https://example.com/x',
      '— A minister',
      'More:',
    ]) {
      expect(shape(`Head\n\n${PROSE}\n\n${line}\n\n${PROSE}`)).toEqual([PROSE, line, PROSE]);
    }
    expect(shape(`Head\n\n${PROSE}\n\nReuters`)).toEqual([PROSE, 'Reuters']);
  });

  test('an abbreviation at the end is no full stop', () => {
    expect(shape(`Head\n\n${PROSE}\n\nRelations With the U.S.\n\n${PROSE}`)[1]).toBe('H Relations With the U.S.');
  });
});

describe('page furniture', () => {
  const page = (related: string) =>
    `Edit Content\n\nHead\n\n${PROSE}\n\nRelated Articles\n\n${related}\nNo More Articles\n\nShare the Article\n\nSharing: Head`;

  test('goes from a captured page; the related list stays, one entry a line', () => {
    const { draft, notes } = read(page('One.\n\nTwo.\nThree.'));
    expect(headlineText(draft)).toBe('Head');
    expect(draft.body.map(blockText)).toEqual([PROSE]);
    expect(draft.related.map((link) => link.blurb)).toEqual(['One.', 'Two.', 'Three.']);
    expect(notes.map((note) => note.code)).toContain('page-furniture-dropped');
  });

  test('a sentence with the same words is left alone', () => {
    const sentence = 'The page listed Related Articles, then No More Articles, then Share the Article.';
    expect(shape(`Head\n\n${sentence}\n\n${PROSE}`)).toEqual([sentence, PROSE]);
    expect(codes(`Head\n\n${sentence}\n\n${PROSE}`)).not.toContain('page-furniture-dropped');
  });

  test('a section called Related Articles stays a section, and that is said', () => {
    const text = `Head\n\n${PROSE}\n\nRelated Articles\n\n${PROSE}`;
    expect(shape(text)).toEqual([PROSE, 'H Related Articles', PROSE]);
    expect(read(text).draft.related).toEqual([]);
    expect(codes(text)).toContain('related-heading-kept');
  });

  test('text after the end of the page is kept at the end and said', () => {
    const text = `${page('One.')}\n\nA reader wrote that all of this was wrong.`;
    expect(shape(text)).toEqual([PROSE, 'A reader wrote that all of this was wrong.']);
  });

  test('"Sharing:" in prose is prose', () => {
    expect(shape(`Head\n\n${PROSE}\n\nSharing: a short history of a word.`)).toEqual([
      PROSE,
      'Sharing: a short history of a word.',
    ]);
  });

  test('the share line gives the headline where no other line does', () => {
    const long = `${PROSE} ${PROSE}`;
    const { draft } = read(`${long}\n\nRelated Articles\n\nOne.\n\nShare the Article\n\nSharing: The Head`);
    expect(headlineText(draft)).toBe('The Head');
    expect(draft.body.map(blockText)).toEqual([long]);
  });
});

describe('lines and paragraphs', () => {
  test('hard-wrapped lines are joined', () => {
    const wrapped =
      'The minister said on Monday that the talks had been put off until the\nend of the week at the earliest, and that nobody had expected anything\nelse of them.';
    expect(shape(`Head\n\n${wrapped}`)).toEqual([wrapped.replaceAll('\n', ' ')]);
  });

  test('long lines without blank lines between are paragraphs', () => {
    expect(shape(`Head\n\n${PROSE}\n${PROSE}`)).toEqual([PROSE, PROSE]);
  });

  test('verse keeps its line breaks', () => {
    expect(shape('Head\n\nA short line\nand a much longer line that follows it\nthen')).toEqual([
      'A short line\nand a much longer line that follows it\nthen',
    ]);
  });

  test('lists are lists, a single number or dash of speech is not', () => {
    expect(
      shape('Head\n\n- one\n- two\n  - deeper\n\n1. first\n2. second\n\n1986. A year.\n\n— Yes, he said.'),
    ).toEqual(['- one', '- two', '- deeper', '1 first', '1 second', '1986. A year.', '— Yes, he said.']);
  });

  test('CRLF, old Mac line ends and a missing last line end make no difference', () => {
    const text = `Head\n\n${PROSE}\n\nNext Part\n\n${PROSE}`;
    expect(shape(text.replaceAll('\n', '\r\n'))).toEqual(shape(text));
    expect(shape(text.replaceAll('\n', '\r'))).toEqual(shape(text));
    expect(shape(`${text}\n\n\n`)).toEqual(shape(text));
  });

  test('typographic characters are untouched', () => {
    const text = 'It’s “quoted” — with an em dash… and a no-break\u00a0space, a \u200frtl mark.';
    expect(shape(`Head\n\n${text}`)).toEqual([text]);
  });
});

describe('encodings', () => {
  const bytesOf = (text: string, map: (code: number) => number) =>
    Uint8Array.from(text, (character) => map(character.charCodeAt(0)));

  test('UTF-8 with a byte order mark', () => {
    expect(headlineText(read(new Uint8Array([0xef, 0xbb, 0xbf, 0x48, 0x69])).draft)).toBe('Hi');
  });

  test('UTF-16 both ways', () => {
    const text = `Über uns\n\n${PROSE}`;
    const little = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const big = new Uint8Array([
      0xfe,
      0xff,
      ...[...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]),
    ]);
    for (const bytes of [little, big]) {
      expect(headlineText(read(bytes).draft)).toBe('Über uns');
      expect(read(bytes).notes.map((note) => note.code)).not.toContain('encoding-guessed');
    }
  });

  test('Windows code pages are guessed and said', () => {
    const western = read(bytesOf('Café à la carte, naïve, “ü”'.replaceAll(/[“”]/gu, '"'), (code) => code));
    expect(headlineText(western.draft)).toBe('Café à la carte, naïve, "ü"');
    const hebrew = read(bytesOf('שלום לכולם', (code) => (code >= 0x5d0 ? code - 0x5d0 + 0xe0 : code)));
    expect(headlineText(hebrew.draft)).toBe('שלום לכולם');
    const arabic = new Uint8Array([0xe3, 0xd1, 0xcd, 0xc8, 0xc7, 0x20, 0xc8, 0xc7, 0xe1, 0xda, 0xc7, 0xe1, 0xe3]);
    expect(headlineText(read(arabic).draft)).toBe('مرحبا بالعالم');
    for (const reading of [western, hebrew, read(arabic)]) {
      expect(reading.notes.map((note) => note.code)).toContain('encoding-guessed');
    }
  });
});

test('a page without a headline has none, and says so', () => {
  const long = `${PROSE} ${PROSE}`;
  const { draft, notes } = read(`${long}\n\n${long}`);
  expect(plainText(draft.headline)).toBe('');
  expect(draft.body).toHaveLength(2);
  expect(notes.map((note) => note.code)).toContain('headline-missing');
});
