import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Codec } from '#shared/parcel/parcel.ts';
import { sha256Hex } from '../digest.ts';

/** Digests and deflate as Node has them. */
export const nodeCodec: Codec = {
  digest: sha256Hex,
  deflate: (bytes) => plain(deflateRawSync(bytes, { level: 6 })),
  inflate: (bytes, most) => {
    try {
      return plain(inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) }));
    } catch {
      return null;
    }
  },
};

/** The same bytes as what they are everywhere else. */
function plain({ buffer, byteOffset, byteLength }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
