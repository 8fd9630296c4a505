import { createHash } from 'node:crypto';
import { isMediaName, type MediaName } from '#shared/article/block.ts';

/** The name these bytes have in a library. */
export function pictureName(bytes: Uint8Array): MediaName {
  const name = `${createHash('sha256').update(bytes).digest('hex')}.png`;
  if (!isMediaName(name)) throw new Error('no name of a picture');
  return name;
}
