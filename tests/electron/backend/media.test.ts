import { describe, expect, it } from 'vitest';
import { examinePicture } from '#electron/backend/media.ts';
import { picture, jpeg, png } from './pictures.ts';

describe('examinePicture', () => {
  it.each(['jpg', 'png', 'gif', 'webp', 'avif'] as const)('knows a %s by its content', (kind) => {
    expect(examinePicture(picture(kind))).toEqual({ ok: true, value: { kind, width: 3, height: 2 } });
  });

  it('turns the size of a picture that was taken upright', () => {
    expect(examinePicture(jpeg({ width: 30, height: 20, orientation: 6 }))).toMatchObject({
      value: { width: 20, height: 30 },
    });
    expect(examinePicture(jpeg({ width: 30, height: 20, orientation: 3 }))).toMatchObject({
      value: { width: 30, height: 20 },
    });
  });

  it.each([
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
    ['SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    ['SVG without a head', Buffer.from('\ufeff  <svg onload="alert(1)"/>'), 'SVG'],
    ['TIFF', Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 'TIFF'],
    ['PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['film', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'), 'film'],
    ['text', Buffer.from('hello'), 'not a picture'],
    ['HTML named .jpg', Buffer.from('<html><svg></svg></html>'), 'not a picture'],
  ])('refuses %s in one sentence that says what it is', (_what, bytes, said) => {
    const refused = examinePicture(bytes);
    expect(refused).toMatchObject({ ok: false, error: { code: 'media-unsupported' } });
    expect(refused.ok ? '' : refused.error.message).toContain(said);
  });

  it('refuses a picture that is torn, empty, without pixels, or a bomb', () => {
    expect(examinePicture(new Uint8Array())).toMatchObject({ error: { code: 'empty-file' } });
    expect(examinePicture(png(3, 2).subarray(0, 12))).toMatchObject({ error: { code: 'media-damaged' } });
    expect(examinePicture(png(0, 2))).toMatchObject({ error: { code: 'media-damaged' } });
    expect(examinePicture(png(32_000, 32_000))).toMatchObject({ error: { code: 'too-large' } });
    expect(examinePicture(png(40_000, 1))).toMatchObject({ error: { code: 'too-large' } });
    expect(examinePicture(new Uint8Array(40 * 1024 * 1024 + 1))).toMatchObject({ error: { code: 'too-large' } });
  });

  it('finds the size of a JPEG behind megabytes of other things', () => {
    const one = jpeg({ width: 30, height: 20 });
    const segment = Buffer.alloc(2 + 0xffff, 0x41);
    segment.set([0xff, 0xe1, 0xff, 0xff]);
    const fat = Buffer.concat([one.subarray(0, 2), ...Array.from({ length: 100 }, () => segment), one.subarray(2)]);
    expect(examinePicture(fat)).toMatchObject({ value: { kind: 'jpg', width: 30, height: 20 } });
  });

  it('is not kept busy by a picture that says its size a thousand times', () => {
    const size = Buffer.alloc(20);
    size.writeUInt32BE(20, 0);
    size.write('ispe', 4, 'latin1');
    size.writeUInt32BE(3, 12);
    size.writeUInt32BE(2, 16);
    const whole = Buffer.from(picture('avif'));
    const sizes = Buffer.concat(Array.from({ length: 200_000 }, () => size));
    for (const name of ['ipco', 'iprp', 'meta']) {
      const at = whole.indexOf(name) - 4;
      whole.writeUInt32BE(whole.readUInt32BE(at) + sizes.length, at);
    }
    const began = performance.now();
    examinePicture(Buffer.concat([whole, sizes]));
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('answers for any bytes after a known beginning, soon', () => {
    for (const kind of ['jpg', 'png', 'gif', 'webp', 'avif'] as const) {
      const whole = picture(kind);
      for (let length = 1; length < whole.length; length += 1) examinePicture(whole.subarray(0, length));
      const long = new Uint8Array(30 * 1024 * 1024).fill(kind === 'jpg' ? 0xfe : 0x01);
      long.set(whole.subarray(0, 16));
      const began = performance.now();
      examinePicture(long);
      expect(performance.now() - began).toBeLessThan(3_000);
    }
  });

  it('does not look beyond the bytes it is given', () => {
    const around = new Uint8Array(1_000).fill(0xff);
    const one = png(3, 2);
    around.set(one, 500);
    expect(examinePicture(around.subarray(500, 500 + one.length))).toMatchObject({ value: { width: 3, height: 2 } });
  });
});
