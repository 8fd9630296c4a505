import { describe, expect, it } from 'vitest';
import { parcelFile, parcelPath, parseParcelName } from '#shared/parcel/name.ts';
import { encodeParcel, openParcel, type Parcel } from '#shared/parcel/parcel.ts';
import { isLonger, reachOf } from '#shared/parcel/range.ts';
import { nodeCodec } from '#electron/backend/desk/node-codec.ts';
import { seeded } from '../../electron/backend/seeded.ts';

const WRITER = '0123456789abcdef0123';
const PARCEL: Parcel = {
  desk: 'd'.repeat(26),
  writer: WRITER,
  from: 3,
  to: 5,
  device: 'device',
  member: 'member',
  schema: 2,
  application: '0.1.0',
  time: 1_700_000_000_000,
  parts: [
    { id: '0'.repeat(26), schema: 1, update: Uint8Array.from([1, 2, 3]) },
    { id: '1'.repeat(26), schema: 2, update: Uint8Array.from({ length: 5000 }, (_, at) => at % 7) },
  ],
};
const FILE = encodeParcel(PARCEL, nodeCodec);
const NAME = { writer: WRITER, from: 3, to: 5, digest: nodeCodec.digest(FILE) };

const updatesOf = ({ parts }: Parcel): readonly Uint8Array[] => parts.map(({ update }) => update);

describe('the name of a parcel', () => {
  it('says what it is and comes back, short and in ASCII lower case', () => {
    const file = parcelFile({ ...NAME, from: 999_999_999_998, to: 999_999_999_999 });
    expect(file.length).toBeLessThan(110);
    expect(file).toMatch(/^[0-9a-z.-]+$/u);
    expect(parseParcelName(WRITER, parcelFile(NAME))).toEqual(NAME);
    expect(parcelPath(NAME)).toBe(`${WRITER}/${parcelFile(NAME)}`);
  });

  it.each([
    [
      'a conflict copy of Dropbox',
      (file: string) => file.replace('.parcel', " (Ana's conflicted copy 2026-11-27).parcel"),
    ],
    [
      'a conflict copy of Syncthing',
      (file: string) => file.replace('.parcel', '.sync-conflict-20261127-180000-ABC.parcel'),
    ],
    ['a conflict copy of OneDrive', (file: string) => file.replace('.parcel', '-LAPTOP.parcel')],
    ['a conflict copy of Google Drive', (file: string) => file.replace('.parcel', ' (1).parcel')],
    ['another case', (file: string) => file.toUpperCase()],
    ['an unfinished file', (file: string) => `.new-x-${file}`],
    ['a range that runs back', (file: string) => file.replace('3-5', '5-3')],
    ['a zero before a number', (file: string) => file.replace('3-5', '03-5')],
    ['another ending', (file: string) => `${file}.tmp`],
  ])('is not %s', (_what, change) => {
    expect(parseParcelName(WRITER, change(parcelFile(NAME)))).toBeNull();
  });

  it('is none under a folder that is no writer', () => {
    expect(parseParcelName('presence', parcelFile(NAME))).toBeNull();
  });
});

describe('a parcel', () => {
  it('comes back as it was', () => {
    expect(openParcel(NAME, FILE, nodeCodec)).toEqual({ is: 'parcel', parcel: PARCEL });
  });

  it('is refused under another name, cut anywhere, or with any byte changed, and never throws', () => {
    for (const name of [
      { ...NAME, from: 4 },
      { ...NAME, to: 6 },
      { ...NAME, writer: 'f'.repeat(20) },
    ]) {
      expect(openParcel(name, FILE, nodeCodec).is).toBe('bad');
    }
    for (let length = 0; length < FILE.length; length += 1) {
      expect(openParcel(NAME, FILE.slice(0, length), nodeCodec).is).toBe('bad');
    }
    const next = seeded(1);
    for (let at = 0; at < FILE.length; at += 1) {
      const changed = FILE.map((byte, place) => (place === at ? byte ^ (1 << Math.floor(next() * 8)) : byte));
      const opened = openParcel(NAME, changed, nodeCodec);
      // A letter of the header may be another letter; that its digest is wrong was found out before.
      if (opened.is === 'parcel') expect(updatesOf(opened.parcel)).toEqual(updatesOf(PARCEL));
    }
  });

  it('of a later format is kept for a later Stet', () => {
    const later = FILE.slice();
    later[8] = 2;
    expect(openParcel(NAME, later, nodeCodec).is).toBe('newer');
  });

  it('never becomes longer than it says', () => {
    const bomb = encodeParcel(
      { ...PARCEL, parts: [{ id: '0'.repeat(26), schema: 1, update: new Uint8Array(9_000_000) }] },
      nodeCodec,
    );
    new DataView(bomb.buffer).setUint32(20, 10, true);
    expect(openParcel(NAME, bomb, nodeCodec).is).toBe('bad');
    expect(nodeCodec.inflate(nodeCodec.deflate(new Uint8Array(1_000_000)), 1000)).toBeNull();
  });
});

describe('ranges of issues', () => {
  it('reach as far as there is no gap', () => {
    expect(reachOf([])).toBe(0);
    expect(reachOf([{ from: 2, to: 9 }])).toBe(0);
    expect(
      reachOf([
        { from: 4, to: 6 },
        { from: 1, to: 2 },
        { from: 3, to: 3 },
        { from: 8, to: 8 },
      ]),
    ).toBe(6);
    expect(
      reachOf([
        { from: 1, to: 9 },
        { from: 2, to: 3 },
      ]),
    ).toBe(9);
  });

  it('are longer when they hold all of another and more', () => {
    expect(isLonger({ from: 1, to: 5 }, { from: 2, to: 5 })).toBe(true);
    expect(isLonger({ from: 1, to: 5 }, { from: 1, to: 5 })).toBe(false);
    expect(isLonger({ from: 1, to: 5 }, { from: 5, to: 6 })).toBe(false);
  });
});
