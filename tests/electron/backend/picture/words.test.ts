import { expect, it } from 'vitest';
import { wordsIn } from '#electron/backend/picture/words.ts';
import { iptc, WORDS, XMP } from './talkative.ts';

const NOTHING = { caption: '', credit: '', source: '', alt: '' };
const xmp = (text: string) => ({ kind: 'xmp', bytes: Buffer.from(text) }) as const;
const older = (texts: Readonly<Record<number, string>>, utf8 = true) =>
  ({ kind: 'iptc', bytes: iptc(texts, utf8) }) as const;

it('are read from XMP, and IPTC fills what it leaves open', () => {
  expect(wordsIn([older({ 120: 'An older caption' }), xmp(XMP)])).toEqual(WORDS);
  expect(wordsIn([xmp('<x photoshop:Credit="AP"/>'), older({ 120: 'Am Kai', 110: 'dpa', 115: 'dpa Bild' })])).toEqual({
    ...NOTHING,
    caption: 'Am Kai',
    credit: 'AP',
    source: 'dpa Bild',
  });
});

it('are read from IPTC in UTF-8, said or not, and in the code page of Windows', () => {
  for (const utf8 of [true, false]) {
    expect(wordsIn([older({ 120: 'Über den Kai', 80: 'José', 110: 'Reuters' }, utf8)])).toMatchObject({
      caption: 'Über den Kai',
      credit: 'José / Reuters',
    });
  }
});

it('say once what credit and source both say, and who is named in both', () => {
  expect(wordsIn([older({ 80: 'Ana Ruiz', 110: 'Ana Ruiz/EFE', 115: 'Ana Ruiz/EFE' })])).toEqual({
    ...NOTHING,
    credit: 'Ana Ruiz/EFE',
  });
});

it('are none where the packet is torn, holds elements, or is not one', () => {
  for (const text of ['', '<dc:description>', '<dc:description><b>x</b></dc:description>', '<dc:description', '\0']) {
    expect(wordsIn([xmp(text)])).toEqual(NOTHING);
  }
  expect(wordsIn([xmp('<dc:description>&#1114112;&#x110000;&bogus;</dc:description>')]).caption).toBe('&bogus;');
  expect(wordsIn([xmp(`<dc:description>${'a'.repeat(20_000)}</dc:description>`)])).toEqual(NOTHING);
  for (let length = 0; length < 60; length += 1) {
    expect(() => wordsIn([{ kind: 'iptc', bytes: iptc({ 120: 'text' }).subarray(0, length) }])).not.toThrow();
  }
});
