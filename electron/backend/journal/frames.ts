import type { ArticleId } from '#shared/article/identity.ts';
import { isDiskError, type Disk } from '../disk/disk.ts';
import { readFrame } from './frame.ts';
import { listSegments, readSegment, type FrameRef } from './segment.ts';

/** Up to this many frames of one segment are read one by one; more are read in one go. */
const FEW = 4;

/** The updates that stand at these places, in order, and the places where none can be read (gone, damaged). */
export async function readUpdates(
  disk: Disk,
  folder: string,
  refs: readonly FrameRef[],
): Promise<{ updates: Uint8Array[]; unreadable: FrameRef[] }> {
  const updates: Uint8Array[] = [];
  const unreadable: FrameRef[] = [];
  for (const [segment, group] of Map.groupBy(refs, (ref) => ref.segment)) {
    const spans = group.length <= FEW ? group.map((ref) => [ref]) : [group];
    for (const span of spans) {
      const from = Math.min(...span.map((ref) => ref.from));
      const end = Math.max(...span.map((ref) => ref.from + ref.length));
      const bytes = await readSpan(disk, `${folder}/${segment}`, from, end);
      for (const ref of span) {
        const read = ref.from - from < bytes.length ? readFrame(bytes, ref.from - from) : null;
        if (read?.is === 'frame') updates.push(read.frame.update);
        else unreadable.push(ref);
      }
    }
  }
  return { updates, unreadable };
}

async function readSpan(disk: Disk, path: string, from: number, end: number): Promise<Uint8Array> {
  try {
    return await disk.readPart(path, from, end - from);
  } catch (error) {
    if (isDiskError(error, 'missing') || isDiskError(error, 'failed')) return new Uint8Array(0);
    throw error;
  }
}

export interface FoundFrame {
  readonly ref: FrameRef;
  /** True for the first update of the article. */
  readonly first: boolean;
}

/** Every frame of one article that the whole journal holds. Slow: reads all of it. `damaged` names segments with bad bytes. */
export async function findFrames(
  disk: Disk,
  folder: string,
  id: ArticleId,
): Promise<{ found: FoundFrame[]; damaged: string[] }> {
  const found: FoundFrame[] = [];
  const damaged: string[] = [];
  for (const { name } of await listSegments(disk, folder)) {
    await readSegment(disk, `${folder}/${name}`, 0, (at) => {
      if (at.is === 'bad') damaged.push(name);
      if (at.is !== 'frame' || at.frame.article !== id || at.frame.kind === 'end') return;
      const ref = { segment: name, from: at.from, length: at.end - at.from };
      found.push({ ref, first: at.frame.kind === 'first' });
    });
  }
  return { found, damaged };
}
