import { decode, encode, ExtensionCodec, type DecoderOptions } from '@msgpack/msgpack';
import { fail, type Result } from '#shared/article/failure.ts';
import { DEEPEST_FRAME, plainFrame } from './frame.ts';
import type { Frame } from './transport.ts';

/** The largest frame in bytes: fifty files of an import would be more, so a page sends those a few at a time. */
export const LARGEST_FRAME = 64 * 1024 * 1024;

/** No extension types: a date or anything like it is not a frame. */
const extensionCodec = new ExtensionCodec();

const limits: DecoderOptions = {
  extensionCodec,
  maxStrLength: 16 * 1024 * 1024,
  maxBinLength: LARGEST_FRAME,
  maxArrayLength: 1_000_000,
  maxMapLength: 100_000,
  maxExtLength: 0,
};

/** Encodes plain data with MessagePack. Bytes stay bytes; fields that are `undefined` are left out. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  return encode(frame, { ignoreUndefined: true, maxDepth: DEEPEST_FRAME + 8, extensionCodec });
}

/**
 * Decodes one whole message. Refuses what is too large, malformed, nested too deep or not plain data, with
 * `bad-input` or `too-large`. Bytes in the result are copies: nothing of the message's own buffer is kept.
 */
export function decodeFrame(bytes: Uint8Array): Result<Frame> {
  if (bytes.byteLength > LARGEST_FRAME) return fail('too-large', 'A message between the parts of Stet was too large.');
  try {
    const plain = plainFrame(decode(bytes, limits));
    if (plain !== null) return { ok: true, value: plain.frame };
  } catch {
    // Malformed, said below.
  }
  return fail('bad-input', 'A message between the parts of Stet was malformed.');
}
