import { encode } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, LARGEST_FRAME } from '#shared/contract/codec.ts';

describe('decodeFrame', () => {
  it('gives back what encodeFrame took', () => {
    const frame = {
      kind: 'call',
      id: 7,
      input: { text: 'שלום', list: [1, -2.5, true, null], bytes: new Uint8Array([1, 2]) },
    };
    expect(decodeFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
  });

  it('copies bytes out of the message, at whatever offset that lies', () => {
    const message = encodeFrame({ bytes: new Uint8Array([5, 6, 7]) });
    const buffer = new Uint8Array(message.length + 10);
    buffer.set(message, 10);
    const decoded = decodeFrame(buffer.subarray(10));
    buffer.fill(0);
    expect(decoded).toEqual({ ok: true, value: { bytes: new Uint8Array([5, 6, 7]) } });
    const { bytes } = (decoded as unknown as { value: { bytes: Uint8Array } }).value;
    expect(bytes.buffer.byteLength).toBe(3);
  });

  it('leaves out what is undefined', () => {
    expect(decodeFrame(encodeFrame({ a: 1, b: undefined }))).toEqual({ ok: true, value: { a: 1 } });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a cut message', encodeFrame({ text: 'hello' }).slice(0, 5)],
    ['more after the message', new Uint8Array([0xc0, 0xc0])],
    ['a prototype key', new Uint8Array([0x81, 0xa9, ...new TextEncoder().encode('__proto__'), 0x80])],
    ['a map key that is no text', new Uint8Array([0x81, 0x90, 0xc0])],
    ['a date', encode(new Date(0))],
    ['an unknown extension', new Uint8Array([0xc7, 0x01, 0x05, 0x00])],
    ['a claim of a million million items', new Uint8Array([0xdd, 0xff, 0xff, 0xff, 0xff])],
    ['a claim of four gigabytes', new Uint8Array([0xc6, 0xff, 0xff, 0xff, 0xff])],
    ['a hundred thousand lists in one another', new Uint8Array(100_000).fill(0x91)],
    ['seventy whole lists in one another', new Uint8Array([...new Uint8Array(70).fill(0x91), 0xc0])],
  ])('refuses %s', (_, bytes) => {
    expect(decodeFrame(bytes)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('refuses a message larger than any frame', () => {
    expect(decodeFrame(new Uint8Array(LARGEST_FRAME + 1))).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('never throws, whatever the bytes', () => {
    let seed = 42;
    for (let round = 0; round < 5_000; round += 1) {
      const bytes = Uint8Array.from(
        { length: round % 40 },
        () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) >> 16,
      );
      expect(() => decodeFrame(bytes)).not.toThrow();
    }
  });
});
