import { isDiskError, type Disk } from '../disk/disk.ts';
import { readFrames, type Found } from './frame.ts';

/** Where a frame stands: the segment's name (`writer/n`), its first byte, its length in bytes. */
export interface FrameRef {
  readonly segment: string;
  readonly from: number;
  readonly length: number;
}

export interface SegmentFile {
  /** `writer/n`. */
  readonly name: string;
  readonly writer: string;
  readonly number: number;
  /** Bytes. */
  readonly size: number;
}

const WRITER = /^[0-9a-f]{20}$/;
const NUMBER = /^[1-9][0-9]{0,8}$/;

/** The writer and number in a segment's name, or null when it is no such name. */
export function segmentName(name: string): { writer: string; number: number } | null {
  const [writer = '', number = '', ...rest] = name.split('/');
  return rest.length === 0 && WRITER.test(writer) && NUMBER.test(number) ? { writer, number: Number(number) } : null;
}

/** Every segment in the journal, by writer and number. What vanishes while this looks is not there. */
export async function listSegments(disk: Disk, folder: string): Promise<SegmentFile[]> {
  const found: SegmentFile[] = [];
  for (const writer of await namesIn(disk, folder, WRITER)) {
    for (const number of await namesIn(disk, `${folder}/${writer}`, NUMBER)) {
      const name = `${writer}/${number}`;
      const size = await disk.size(`${folder}/${name}`);
      if (size !== null) found.push({ name, writer, number: Number(number), size });
    }
  }
  return found.sort((a, b) => (a.writer === b.writer ? a.number - b.number : a.writer < b.writer ? -1 : 1));
}

async function namesIn(disk: Disk, folder: string, shape: RegExp): Promise<string[]> {
  try {
    return (await disk.list(folder)).map((entry) => entry.name).filter((name) => shape.test(name));
  } catch (error) {
    if (isDiskError(error, 'missing')) return [];
    throw error;
  }
}

/** How many frames are read before other work gets a turn. */
const SLICE = 500;

/**
 * Reads a segment from byte `from` to its end and shows `visit` what it finds, in order, giving other work a turn now
 * and then. Returns the segment's size as it was read, or null when the segment is gone.
 */
export async function readSegment(
  disk: Disk,
  path: string,
  from: number,
  visit: (found: Found) => void,
): Promise<number | null> {
  let bytes: Uint8Array;
  try {
    const size = await disk.size(path);
    if (size === null || size < from) return size;
    bytes = await disk.readPart(path, from, size - from);
  } catch (error) {
    if (isDiskError(error, 'missing')) return null;
    throw error;
  }
  let count = 0;
  for (const found of readFrames(bytes)) {
    visit({ ...found, from: found.from + from, end: found.end + from });
    count += 1;
    if (count % SLICE === 0) await turn();
  }
  return from + bytes.length;
}

/** Lets everything else that is ready run first. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
