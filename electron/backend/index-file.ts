import type { ArticleId } from '#shared/article/identity.ts';
import type { Summary } from '#shared/article/summary.ts';
import { isDiskError, type Disk } from './disk/disk.ts';
import { replaceFile } from './disk/replace.ts';
import { sha256Hex } from './digest.ts';
import type { Ground, Holding } from './holding.ts';
import { turn, type FrameRef } from './journal/segment.ts';

/** What the index keeps: all that opening a library needs. Derived; without it everything is read again. */
export interface Index {
  readonly library: string;
  readonly holdings: readonly Holding[];
  /** Journal segments and up to which byte their frames are in the holdings. */
  readonly segments: readonly (readonly [string, number])[];
  readonly condemned: readonly string[];
}

type Row = readonly [
  id: ArticleId,
  modified: number,
  schema: number,
  snapshot: number,
  frames: readonly (readonly [segment: number, from: number, length: number])[],
  mirror: string | null,
  mirrored: number,
  summary: Summary | null,
];

interface Content {
  readonly library: string;
  readonly segments: readonly (readonly [string, number])[];
  readonly condemned: readonly string[];
}

export const INDEX_FILE = 'index/summaries';
const KIND = 'stet summaries ';
const HEAD = `${KIND}2 `;
/** So many rows are read before others have their turn: a few milliseconds. */
const SLICE = 500;

/**
 * Writes the index: one line `stet summaries 2 <SHA-256 of the rest>`, one of JSON with what it says of the whole, then
 * one of JSON for each article.
 */
export async function writeIndex(ground: Ground, library: string): Promise<void> {
  const segments = [...ground.segments];
  const numbers = new Map(segments.map(([name], at) => [name, at]));
  const content: Content = { library, segments, condemned: [...ground.condemned] };
  const lines = [content, ...Array.from(ground.holdings.values(), (holding) => rowOf(holding, numbers))];
  const body = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const file = Buffer.concat([new TextEncoder().encode(`${HEAD}${sha256Hex(body)}\n`), body]);
  await replaceFile(ground.disk, `${ground.place}/${INDEX_FILE}`, file);
}

/** The index as it was last written, or why there is none. Ten thousand articles are read a slice at a time. */
export async function readIndex(disk: Disk, place: string): Promise<Index | 'missing' | 'damaged'> {
  let file: Uint8Array;
  try {
    file = await disk.read(`${place}/${INDEX_FILE}`);
  } catch (error) {
    if (isDiskError(error, 'missing')) return 'missing';
    // It can be made again, so nobody waits for it.
    if (isDiskError(error, 'failed') || isDiskError(error, 'busy')) return 'damaged';
    throw error;
  }
  const headLength = HEAD.length + 65;
  const body = file.subarray(headLength);
  const head = new TextDecoder().decode(file.subarray(0, headLength));
  // An older Stet wrote it, or a newer one.
  if (head.startsWith(KIND) && !head.startsWith(HEAD)) return 'missing';
  if (head !== `${HEAD}${sha256Hex(body)}\n`) return 'damaged';
  const [content, ...rows] = new TextDecoder().decode(body).trimEnd().split('\n');
  if (content === undefined) return 'damaged';
  const { library, segments, condemned } = JSON.parse(content) as Content;
  const holdings: Holding[] = [];
  for (const row of rows) {
    holdings.push(holdingOf(JSON.parse(row) as Row, segments));
    if (holdings.length % SLICE === 0) await turn();
  }
  return { library, segments, condemned, holdings };
}

function rowOf(holding: Holding, numbers: ReadonlyMap<string, number>): Row {
  const { id, modified, schema, snapshot, mirror, mirrored, summary } = holding;
  const frames = holding.frames.map((ref) => [numbers.get(ref.segment) ?? -1, ref.from, ref.length] as const);
  return [id, modified, schema, snapshot, frames, mirror, mirrored, summary];
}

function holdingOf(row: Row, segments: Content['segments']): Holding {
  const [id, modified, schema, snapshot, frames, mirror, mirrored, summary] = row;
  return {
    id,
    modified,
    schema,
    snapshot,
    frames: refsOf(frames, segments),
    mirror,
    mirrored,
    summary,
  };
}

/** A loop: there are ten thousand of these at every start. */
function refsOf(frames: Row[4], segments: Content['segments']): readonly FrameRef[] {
  const refs: FrameRef[] = [];
  for (const [number, from, length] of frames) {
    const segment = segments[number]?.[0];
    if (segment !== undefined) refs.push({ segment, from, length });
  }
  return refs;
}
