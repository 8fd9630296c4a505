import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanAvif } from '#electron/backend/picture/avif.ts';
import type { Cleaned } from '#electron/backend/picture/cleaned.ts';
import { cleanGif } from '#electron/backend/picture/gif.ts';
import { cleanJpeg } from '#electron/backend/picture/jpeg.ts';
import { cleanPng } from '#electron/backend/picture/png.ts';
import { cleanWebp } from '#electron/backend/picture/webp.ts';
import { wordsIn } from '#electron/backend/picture/words.ts';
import {
  bombedPng,
  DRAWN,
  overlaidAvif,
  PROFILE,
  SECRET,
  talkativeAvif,
  talkativeGif,
  talkativeJpeg,
  talkativePng,
  talkativeWebp,
  WORDS,
} from './talkative.ts';

type Clean = (bytes: Uint8Array) => Cleaned | null;

const CASES: readonly (readonly [name: string, clean: Clean, whole: Buffer])[] = [
  ['JPEG', cleanJpeg, talkativeJpeg()],
  ['PNG', cleanPng, talkativePng()],
  ['PNG with packed words', cleanPng, talkativePng(true)],
  ['GIF', cleanGif, talkativeGif()],
  ['WebP', cleanWebp, talkativeWebp()],
  ['AVIF', cleanAvif, talkativeAvif()],
  ['AVIF with everything in one box', cleanAvif, talkativeAvif(true)],
];

describe.each(CASES)('%s', (name, clean, whole) => {
  it('loses what it says of places and people, and its words for readers are given back', () => {
    const cleaned = cleanedOf(clean, whole);
    expect(whole.includes(SECRET)).toBe(true);
    for (const gone of [SECRET, 'xmpmeta', 'Reuters', 'Ana Ruiz'])
      expect(cleaned.bytes.includes(gone), gone).toBe(false);
    expect(wordsIn(cleaned.said)).toEqual(WORDS);
  });

  it('is not changed by being cleaned again, and keeps how it is turned', () => {
    const cleaned = cleanedOf(clean, whole);
    const again = cleanedOf(clean, cleaned.bytes);
    expect(again.bytes.equals(cleaned.bytes)).toBe(true);
    expect(again.orientation).toBe(cleaned.orientation);
    expect(cleaned.orientation).toBe(/JPEG|PNG|WebP/u.test(name) ? 6 : 1);
    if (/JPEG|PNG|WebP/u.test(name)) expect(cleaned.bytes.includes(PROFILE)).toBe(true);
  });

  it('is refused where it is torn, wherever that is', () => {
    const end = name === 'JPEG' || name.startsWith('AVIF') ? whole.length : whole.lastIndexOf(SECRET);
    const drawnTo = name === 'JPEG' ? whole.lastIndexOf(SECRET) - 1 : end;
    let taken = 0;
    for (let length = 0; length < drawnTo; length += 1) if (clean(whole.subarray(0, length)) !== null) taken += 1;
    // A GIF may end after any block that draws.
    expect(taken).toBe(name === 'GIF' ? 1 : 0);
  });

  it('never throws, whatever the bytes, and answers soon', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        (changes) => {
          const changed = Buffer.from(whole);
          for (const [at, value] of changes) changed[at] = value;
          const began = performance.now();
          const cleaned = clean(changed);
          if (cleaned !== null) wordsIn(cleaned.said);
          expect(performance.now() - began).toBeLessThan(1_000);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('what draws a picture', () => {
  it('is kept byte for byte in a JPEG, with the colours Adobe speaks of and a JFIF head without its small picture', () => {
    const { bytes } = cleanedOf(cleanJpeg, talkativeJpeg());
    for (const part of Object.values(DRAWN)) expect(bytes.includes(part)).toBe(true);
    expect(bytes.includes('Adobe')).toBe(true);
    expect(bytes.subarray(0, 20).toString('hex')).toBe('ffd8ffe000104a46494600010200004800480000');
  });

  it('is the whole of a JPEG that says nothing', () => {
    const silent = Buffer.concat([Buffer.from('ffd8', 'hex'), ...Object.values(DRAWN), Buffer.from('ffd9', 'hex')]);
    expect(cleanedOf(cleanJpeg, silent).bytes.equals(silent)).toBe(true);
  });

  it('goes on moving in a GIF', () => {
    expect(cleanedOf(cleanGif, talkativeGif()).bytes.includes('NETSCAPE2.0')).toBe(true);
  });

  it('lies where it lay in an AVIF', () => {
    for (const inside of [false, true]) {
      const whole = talkativeAvif(inside);
      const { bytes } = cleanedOf(cleanAvif, whole);
      expect(bytes.length).toBe(whole.length);
      expect(bytes.indexOf('coded picture')).toBe(whole.indexOf('coded picture'));
    }
  });
});

it('a picture of 40 MB is cleaned soon', () => {
  const whole = talkativeJpeg();
  const at = whole.length - SECRET.length - 2;
  const drawn = Buffer.alloc(40 * 1024 * 1024, Buffer.from('41ff00', 'hex'));
  const large = Buffer.concat([whole.subarray(0, at), drawn, whole.subarray(at)]);
  const began = performance.now();
  expect(cleanJpeg(large)).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(3_000);
});

it.each([
  ['a PNG with hundreds of packed descriptions', cleanPng, bombedPng(300, 4_000_000)],
  ['an AVIF whose descriptions all lie over each other', cleanAvif, overlaidAvif(20, 900, 2_000_000)],
] as const)('%s fills no memory and takes no time', (_name, clean, hostile) => {
  const began = performance.now();
  const { said } = cleanedOf(clean, hostile);
  wordsIn(said);
  expect(said.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(4_100_000);
  expect(performance.now() - began).toBeLessThan(1_000);
});

function cleanedOf(clean: Clean, bytes: Uint8Array): Omit<Cleaned, 'bytes'> & { readonly bytes: Buffer } {
  const cleaned = clean(bytes);
  if (cleaned === null) throw new Error('the picture was taken for a torn one');
  return { ...cleaned, bytes: Buffer.from(cleaned.bytes) };
}
