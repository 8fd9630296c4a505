import type { Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { isDiskError } from './disk/disk.ts';
import { onDisk } from './disk/failure.ts';
import { removeIfThere } from './disk/replace.ts';
import { holdingOf, type Ground } from './holding.ts';
import { readSegment, type FrameRef } from './journal/segment.ts';
import { quarantine } from './quarantine.ts';
import type { States } from './states.ts';

/** A journal larger than this, in bytes or in segments, is made smaller until half of it is left. */
const LARGE = { bytes: 64 * 1024 * 1024, segments: 48 };

/** The segment that should leave the journal next, or null. Never one of `spared`, nor the one being written. */
export function needsRetiring(ground: Ground, spared: ReadonlySet<string | null>): string | null {
  for (const name of ground.condemned) if (!spared.has(name)) return name;
  let bytes = 0;
  for (const size of ground.segments.values()) bytes += size;
  if (bytes <= LARGE.bytes && ground.segments.size <= LARGE.segments) return null;
  for (const name of ground.segments.keys()) if (!spared.has(name)) return name;
  return null;
}

/**
 * Takes a segment out of the journal: first every article written in it gets two whole snapshots that cover it, then
 * the index is written, and only then the segment is removed, or moved to quarantine when it is damaged.
 */
export async function retireSegment(
  ground: Ground,
  states: States,
  name: string,
  writeIndex: () => Promise<unknown>,
): Promise<Result<null>> {
  const { disk, place } = ground;
  const path = `${place}/journal/${name}`;
  const parts = new Map<ArticleId, FrameRef[]>();
  const read = await onDisk(() =>
    readSegment(disk, path, 0, (found) => {
      if (found.is === 'bad') ground.condemned.add(name);
      if (found.is !== 'frame' || found.frame.kind === 'end') return;
      const ref = { segment: name, from: found.from, length: found.end - found.from };
      parts.set(found.frame.article, [...(parts.get(found.frame.article) ?? []), ref]);
    }),
  );
  if (!read.ok) return read;
  for (const [id, refs] of parts) {
    const covered = await states.cover(holdingOf(ground.holdings, id), refs);
    if (!covered.ok) return covered;
  }
  const damaged = ground.condemned.has(name);
  ground.segments.delete(name);
  ground.condemned.delete(name);
  await writeIndex();
  return onDisk(() => (read.value === null ? Promise.resolve(null) : takeAway(ground, name, damaged)));
}

async function takeAway({ disk, place }: Ground, name: string, damaged: boolean): Promise<null> {
  if (damaged)
    await quarantine(disk, place, `journal/${name}`, 'Some of its bytes were damaged; the others were kept.');
  else await removeIfThere(disk, `${place}/journal/${name}`);
  try {
    await disk.removeFolder(`${place}/journal/${name.replace(/\/.*$/, '')}`);
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
  return null;
}
