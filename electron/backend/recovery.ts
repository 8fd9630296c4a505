import { fail } from '#shared/article/failure.ts';
import { isArticleId, type ArticleId } from '#shared/article/identity.ts';
import { isDiskError } from './disk/disk.ts';
import { holdingOf, type Ground } from './holding.ts';
import { readIndex } from './index-file.ts';
import { listSegments, readSegment, type SegmentFile } from './journal/segment.ts';
import type { Found } from './journal/frame.ts';

/** How often a reader begins again when a writer takes segments away meanwhile. */
const LOOKS = 5;

/**
 * Fills the ground with what the library holds: the index where there is a sound one, and from the journal only what
 * is newer; without it the names of all articles and the whole journal. Returns the articles that got frames the index
 * did not know. Changes nothing on disk.
 */
export async function recover(ground: Ground, library: string): Promise<ReadonlySet<ArticleId>> {
  for (let look = 1; ; look += 1) {
    const touched = new Set<ArticleId>();
    const whole = await lookThrough(ground, library, touched);
    if (whole || look === LOOKS) return touched;
    ground.holdings.clear();
    ground.segments.clear();
  }
}

/** Returns false when a segment vanished under its eyes: what was in it is in an index newer than the one read. */
async function lookThrough(ground: Ground, library: string, touched: Set<ArticleId>): Promise<boolean> {
  const { disk, place, holdings, segments } = ground;
  const present = await listSegments(disk, `${place}/journal`);
  const index = await readIndex(disk, place);
  if (index === 'damaged') ground.problems.add(INDEX_REBUILT);
  const cut = typeof index !== 'string' && shrunk(present, index.segments);
  if (cut) ground.problems.add(JOURNAL_DAMAGED);
  if (typeof index === 'string' || index.library !== library || cut) {
    await findArticles(ground);
  } else {
    for (const holding of index.holdings) holdings.set(holding.id, holding);
    const sizes = new Map(present.map(({ name, size }) => [name, size]));
    for (const [name, size] of index.segments) if (sizes.has(name)) segments.set(name, size);
    for (const name of index.condemned) if (sizes.has(name)) ground.condemned.add(name);
  }
  let whole = true;
  for (const segment of present) whole = (await catchUp(ground, segment, touched)) && whole;
  return whole;
}

/** True when a segment is shorter than the index says: then the index is of no use. */
function shrunk(present: readonly SegmentFile[], indexed: readonly (readonly [string, number])[]): boolean {
  const sizes = new Map(present.map(({ name, size }) => [name, size]));
  return indexed.some(([name, size]) => (sizes.get(name) ?? size) < size);
}

async function findArticles({ disk, place, holdings }: Ground): Promise<void> {
  try {
    for (const { name, kind } of await disk.list(`${place}/articles`)) {
      if (kind === 'folder' && isArticleId(name)) holdingOf(holdings, name);
    }
  } catch (error) {
    if (!isDiskError(error, 'missing')) throw error;
  }
}

async function catchUp(ground: Ground, segment: SegmentFile, touched: Set<ArticleId>): Promise<boolean> {
  const known = ground.segments.get(segment.name) ?? 0;
  ground.segments.set(segment.name, known);
  if (segment.size <= known) return true;
  const path = `${ground.place}/journal/${segment.name}`;
  const size = await readSegment(ground.disk, path, known, (found) => take(ground, segment.name, found, touched));
  if (size === null) ground.segments.delete(segment.name);
  return size !== null;
}

function take(ground: Ground, segment: string, found: Found, touched: Set<ArticleId>): void {
  if (found.is === 'bad') {
    ground.condemned.add(segment);
    ground.problems.add(JOURNAL_DAMAGED);
  }
  if (found.is !== 'frame') return;
  ground.segments.set(segment, found.end);
  if (found.frame.kind === 'end') return;
  const holding = holdingOf(ground.holdings, found.frame.article);
  holding.frames = [...holding.frames, { segment, from: found.from, length: found.end - found.from }];
  holding.modified = Math.max(holding.modified, found.frame.time);
  holding.schema = Math.max(holding.schema, found.frame.schema);
  touched.add(holding.id);
}

const INDEX_REBUILT = fail(
  'library-damaged',
  'The list of articles was damaged and is being made again from the articles themselves; nothing was lost.',
).error;
const JOURNAL_DAMAGED = fail(
  'library-damaged',
  'A journal file of this library is damaged; everything that could be read in it was kept.',
).error;
