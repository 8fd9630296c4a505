import { sha256Hex } from './digest.ts';
import { isDiskError } from './disk/disk.ts';
import type { Ground, Holding } from './holding.ts';
import { newestSnapshot } from './snapshot/store.ts';

/**
 * A digest of which files and frames an article is made of: the digest of its newest snapshot, and the frames on top
 * (their writers' names are random, their bytes never change). Null when the article is written meanwhile, when the disk
 * and the holding do not agree, or when the disk refuses.
 */
export async function fingerprintOf({ disk, place }: Ground, holding: Holding): Promise<string | null> {
  const { frames, id } = holding;
  try {
    const newest = await newestSnapshot(disk, place, id);
    const same = holding.frames === frames && holding.snapshot === (newest?.number ?? 0);
    if (!same) return null;
    const refs = frames.map(({ segment, from, length }) => `${segment}:${from}:${length}`);
    return sha256Hex(new TextEncoder().encode([id, newest?.digest ?? '', ...refs].join('\n')));
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return null;
  }
}
