import type { ArticleId } from '#shared/article/identity.ts';
import type { Summary } from '#shared/article/summary.ts';
import { isDiskError, type Disk } from './disk/disk.ts';
import { replaceFile } from './disk/replace.ts';
import { sha256Hex } from './digest.ts';
import type { Ground, Holding } from './holding.ts';
import type { FrameRef } from './journal/segment.ts';

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
  readonly articles: readonly Row[];
}

export const INDEX_FILE = 'index/summaries';
const HEAD = 'stet summaries 1 ';

/** Writes the index: one line `stet summaries 1 <SHA-256 of the rest>`, then JSON. */
export async function writeIndex(ground: Ground, library: string): Promise<void> {
  const segments = [...ground.segments];
  const numbers = new Map(segments.map(([name], at) => [name, at]));
  const articles = [...ground.holdings.values()].map((holding) => rowOf(holding, numbers));
  const content: Content = { library, segments, condemned: [...ground.condemned], articles };
  const body = new TextEncoder().encode(JSON.stringify(content));
  const file = Buffer.concat([new TextEncoder().encode(`${HEAD}${sha256Hex(body)}\n`), body]);
  await replaceFile(ground.disk, `${ground.place}/${INDEX_FILE}`, file);
}

/** The index as it was last written, or why there is none. */
export async function readIndex(disk: Disk, place: string): Promise<Index | 'missing' | 'damaged'> {
  let file: Uint8Array;
  try {
    file = await disk.read(`${place}/${INDEX_FILE}`);
  } catch (error) {
    if (isDiskError(error, 'missing')) return 'missing';
    if (isDiskError(error, 'failed')) return 'damaged';
    throw error;
  }
  const headLength = HEAD.length + 65;
  const body = file.subarray(headLength);
  const head = new TextDecoder().decode(file.subarray(0, headLength));
  if (head !== `${HEAD}${sha256Hex(body)}\n`) return 'damaged';
  const content = JSON.parse(new TextDecoder().decode(body)) as Content;
  return {
    library: content.library,
    segments: content.segments,
    condemned: content.condemned,
    holdings: content.articles.map((row) => holdingOf(row, content.segments)),
  };
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
