import { fail, type Result } from '#shared/article/failure.ts';
import type { StoredMedia } from '#shared/contract/calls.ts';
import type { Client } from '#shared/contract/client.ts';
import { LIMITS } from '#shared/contract/limits.ts';

/** Kinds of picture file the library takes. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/gif,image/webp,image/avif';

export interface UploadOptions {
  /** The sentence for a file over the limit. */
  readonly tooLarge: string;
  /** How much of it has arrived, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

const STOPPED = fail('cancelled', 'The picture was not added.');

/**
 * Puts the file into the library's media; a large one in parts, between which what is being written is saved. Never
 * throws; a file that can't be read any more fails as data too.
 */
export async function uploadPicture(client: Client, file: File, o: UploadOptions): Promise<Result<StoredMedia>> {
  if (file.size > LIMITS.picture) return fail('too-large', o.tooLarge);
  try {
    if (file.size > LIMITS.picturePart) return await inParts(client, file, o);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (o.signal?.aborted === true) return STOPPED;
    return await client.call('media.add', { name: nameOf(file), bytes });
  } catch {
    return fail('unreadable-file', 'The picture’s file can’t be read; it may have been moved.');
  }
}

function nameOf(file: File): string {
  return file.name === '' ? 'picture' : file.name.slice(-255);
}

async function inParts(client: Client, file: File, o: UploadOptions): Promise<Result<StoredMedia>> {
  const begun = await client.call('media.begin', {});
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  let isWhole = false;
  try {
    for (let at = 0; at < file.size; at += LIMITS.picturePart) {
      const bytes = new Uint8Array(await file.slice(at, at + LIMITS.picturePart).arrayBuffer());
      const sent = o.signal?.aborted === true ? STOPPED : await client.call('media.part', { upload, bytes });
      if (!sent.ok) return sent;
      o.onProgress?.(Math.min(1, (at + bytes.length) / file.size));
    }
    isWhole = true;
  } finally {
    // Also where the file can't be read any more: the host takes only so many at a time.
    if (!isWhole) void client.call('media.stop', { upload });
  }
  return client.call('media.end', { upload });
}
