import { crc32, deflateSync } from 'node:zlib';
import type { PictureKind } from '#electron/backend/media.ts';

/** Small pictures of 3 × 2 pixels, made here: whole for PNG and GIF, with true headers for the others. */
export function picture(kind: PictureKind): Uint8Array {
  switch (kind) {
    case 'jpg':
      return jpeg({ width: 3, height: 2 });
    case 'png':
      return png(3, 2);
    case 'gif':
      return Buffer.from('R0lGODlhAwACAIAAAP///wAAACH5BAAAAAAALAAAAAADAAIAAAIChF8AOw==', 'base64');
    case 'webp':
      return webp(3, 2);
    case 'avif':
      return avif(3, 2);
  }
}

/** A PNG of one colour; sizes that would be a bomb have their header alone. `grey` makes different contents. */
export function png(width: number, height: number, grey = 128): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const row = Buffer.alloc(width + 1, grey);
  row[0] = 0;
  const pixels = width * height < 1_000_000 ? Buffer.concat(Array.from({ length: height }, () => row)) : row;
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    magic,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + data.length + 4);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), 8 + data.length);
  return framed;
}

/** The head of a JPEG: start, Exif with an orientation where one is given, frame, scan without data, end. */
export function jpeg(o: { width: number; height: number; orientation?: number }): Uint8Array {
  const app0 = Buffer.from('ffe000104a46494600010100000100010000', 'hex');
  const frame = Buffer.from('ffc0000b0800000000010111 00'.replaceAll(' ', ''), 'hex');
  frame.writeUInt16BE(o.height, 5);
  frame.writeUInt16BE(o.width, 7);
  const parts = [Buffer.from('ffd8', 'hex'), app0];
  if (o.orientation !== undefined) parts.push(exif(o.orientation));
  return Buffer.concat([...parts, frame, Buffer.from('ffda0008010100003f00ffd9', 'hex')]);
}

function exif(orientation: number): Buffer<ArrayBuffer> {
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000 00000000'.replaceAll(' ', ''), 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from('ffe10000', 'hex');
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function webp(width: number, height: number): Uint8Array {
  const extended = Buffer.alloc(18);
  extended.write('VP8X', 0, 'latin1');
  extended.writeUInt32LE(10, 4);
  extended.writeUIntLE(width - 1, 12, 3);
  extended.writeUIntLE(height - 1, 15, 3);
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(4 + extended.length, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, extended]);
}

function avif(width: number, height: number): Uint8Array {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const properties = box('iprp', box('ipco', box('ispe', size)));
  const kinds = Buffer.from('avif\0\0\0\0mif1avif', 'latin1');
  return Buffer.concat([box('ftyp', kinds), box('meta', Buffer.concat([Buffer.alloc(4), properties]))]);
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}
