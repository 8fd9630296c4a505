import { describe, expect, it } from 'vitest';
import { articleIdFrom } from '#shared/article/identity.ts';
import { encodeFrame, endFrame, readFrame, readFrames, type Frame } from '#electron/backend/journal/frame.ts';
import { seeded, seededRandom } from '../seeded.ts';

const article = articleIdFrom(seededRandom(1)(26));

function frame(number: number, length = 40): Frame {
  return { kind: 'later', article, time: 1_700_000_000_000.5, schema: 1, number, update: seededRandom(number)(length) };
}

const segment = (...frames: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(frames));
const what = (bytes: Uint8Array): string[] => [...readFrames(bytes)].map((found) => found.is);

describe('a frame', () => {
  it('reads back as it was written', () => {
    const read = readFrame(encodeFrame(frame(1)), 0);
    expect(read).toMatchObject({ is: 'frame', end: 52 + 40 + 16 });
    if (read.is !== 'frame') throw new Error('not a frame');
    expect({ ...read.frame, update: [...read.frame.update] }).toEqual({ ...frame(1), update: [...frame(1).update] });
  });

  it('does not survive a change of any single bit', () => {
    const bytes = encodeFrame(frame(1));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readFrame(changed, 0).is).not.toBe('frame');
    }
  });

  it('is incomplete, never bad, wherever it is cut', () => {
    const bytes = encodeFrame(frame(1));
    for (let length = 1; length < bytes.length; length += 1) {
      expect(readFrame(bytes.subarray(0, length), 0).is).toBe('incomplete');
    }
  });
});

describe('a segment', () => {
  it('reads all its frames and its end', () => {
    expect(what(segment(encodeFrame(frame(1)), encodeFrame(frame(2)), endFrame(3, 0)))).toEqual([
      'frame',
      'frame',
      'frame',
    ]);
  });

  it('is cut at a torn or zeroed tail, which is no damage', () => {
    const whole = encodeFrame(frame(1));
    expect(what(segment(whole, encodeFrame(frame(2)).subarray(0, 60)))).toEqual(['frame', 'torn']);
    expect(what(segment(whole, new Uint8Array(100)))).toEqual(['frame', 'torn']);
    expect(what(segment(whole, new Uint8Array(67).fill(7)))).toEqual(['frame', 'torn']);
    expect(what(segment(whole, new Uint8Array(68).fill(7)))).toEqual(['frame', 'bad']);
  });

  it('goes on after bad bytes in the middle and says where they are', () => {
    const bad = Uint8Array.from(encodeFrame(frame(2)));
    bad[70] = (bad[70] ?? 0) ^ 1;
    const [one, three] = [encodeFrame(frame(1)), encodeFrame(frame(3))];
    const found = [...readFrames(segment(one, bad, three))];
    expect(found.map((at) => at.is)).toEqual(['frame', 'bad', 'frame']);
    expect(found[1]).toMatchObject({ from: one.length, end: one.length + bad.length });
  });

  it('is not led astray by a length that was changed to something huge', () => {
    const bad = Uint8Array.from(encodeFrame(frame(2)));
    bad[10] = 0xff;
    expect(what(segment(encodeFrame(frame(1)), bad, encodeFrame(frame(3))))).toEqual(['frame', 'bad', 'frame']);
  });

  it('never loses a frame that stands after or before garbage', () => {
    const next = seeded(5);
    for (let round = 0; round < 200; round += 1) {
      const garbage = seededRandom(round)(Math.floor(next() * 300) + 1);
      const found = what(segment(encodeFrame(frame(1)), garbage, encodeFrame(frame(2))));
      expect(found.filter((is) => is === 'frame')).toHaveLength(2);
    }
  });
});
