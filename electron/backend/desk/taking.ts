import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { parcelPath } from '#shared/parcel/name.ts';
import { onDisk } from '../disk/failure.ts';
import { partsByArticle, type ArrivedParcel, type ArrivedPart } from './arrival.ts';
import type { Content } from './gate.ts';
import type { DeskGround, Round } from './ground.ts';
import type { LedgerEntry } from './ledger.ts';
import { lossEntries, sharedEntry } from './record.ts';
import { quarantineParcel } from './refusing.ts';

/** So many articles are tried at a time. */
const AT_ONCE = 32;
/** So often an article is tried again because somebody wrote in it meanwhile. */
const TRIES = 20;

/** What was found sound for one article, and on which state of it. */
interface Accepted {
  readonly id: ArticleId;
  readonly update: Uint8Array;
  readonly schema: number;
  readonly news: boolean;
  readonly content: Content;
  /** The writings here when it was tried. */
  readonly version: number;
}

/**
 * Takes parcels: every article's part is tried on a clone; what a merge would lose is recorded; then all is journalled
 * with one sync; then the parcels go on the shelf, and only then do they count as received. Stopped between any two of
 * these, the same is done again and comes to the same.
 */
export async function take(ground: DeskGround, round: Round, batch: readonly ArrivedParcel[]): Promise<Result<null>> {
  const { library, origin, outbox, visited } = ground;
  const arrived = partsByArticle(batch);
  for (const id of arrived.keys()) visited.add(id);
  const accepted = new Map<ArticleId, Accepted>();
  for (let tries = 0; ; tries += 1) {
    const unsteady = [...arrived.keys()].filter((id) => !isSteady(ground, accepted.get(id)));
    if (unsteady.length === 0 || (tries >= TRIES && accepted.size === arrived.size)) break;
    const tried = await tryAll(ground, round, unsteady, arrived);
    if (!tried.ok) return tried;
    if (tried.value === null) return takeApart(ground, round, batch);
    for (const one of tried.value) accepted.set(one.id, one);
  }
  const news = [...accepted.values()].filter((one) => one.news);
  for (const { id } of news) if (outbox.has(id)) ground.contents.delete(id);
  const taken = await library.take(news, origin);
  if (!taken.ok) return taken;
  for (const { id, content, version } of news) {
    if (outbox.version(id) === version) ground.contents.set(id, content);
    else ground.contents.delete(id);
  }
  return shelve(ground, round, { batch, news: news.map(({ id }) => id) });
}

/** Writers side by side, because a disk syncs several files in little more time than one; those of one in their order. */
async function shelve(
  ground: DeskGround,
  { report }: Round,
  { batch, news }: { batch: readonly ArrivedParcel[]; news: readonly ArticleId[] },
): Promise<Result<null>> {
  report.articles = [...new Set([...report.articles, ...news])];
  const shelved = [...Map.groupBy(batch, ({ name }) => name.writer).values()].map((parcels) =>
    onDisk(async () => {
      for (const { name, bytes } of parcels) {
        await ground.shelf.copy(name, bytes);
        ground.waiting.delete(parcelPath(name));
        report.received += 1;
      }
      return null;
    }),
  );
  return (await Promise.all(shelved)).find(({ ok }) => !ok) ?? succeed(null);
}

function isSteady({ outbox }: DeskGround, accepted: Accepted | undefined): boolean {
  if (accepted === undefined) return false;
  return !outbox.isWriting(accepted.id) && outbox.version(accepted.id) === accepted.version;
}

/** Tries these articles and records what would be lost. Null when something is refused. */
async function tryAll(
  ground: DeskGround,
  { report }: Round,
  ids: readonly ArticleId[],
  arrived: ReadonlyMap<ArticleId, readonly ArrivedPart[]>,
): Promise<Result<readonly Accepted[] | null>> {
  const accepted: Accepted[] = [];
  const entries: LedgerEntry[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const tried = await Promise.all(some.map((id) => tryOne(ground, id, arrived.get(id) ?? [])));
    for (const one of tried) {
      if (!one.ok) return one;
      if (one.value === null) return succeed(null);
      accepted.push(one.value.accepted);
      entries.push(...one.value.entries);
    }
  }
  const before = ground.ledger.rescued().length;
  // An article that is here and was not known to be on the desk may hold what no parcel holds.
  const returning = ids.filter((id) => !ground.ledger.shared.has(id) && ground.library.has(id));
  const recorded = await onDisk(() => ground.ledger.add(entries));
  if (!recorded.ok) return recorded;
  for (const id of returning) ground.doubtful.add(id);
  report.rescued += ground.ledger.rescued().length - before;
  return succeed(accepted);
}

async function tryOne(
  ground: DeskGround,
  id: ArticleId,
  parts: readonly ArrivedPart[],
): Promise<Result<{ accepted: Accepted; entries: readonly LedgerEntry[] } | null>> {
  const { library, gate, outbox } = ground;
  const [first] = parts;
  if (first === undefined) return succeed(null);
  await outbox.quiet(id);
  const version = outbox.version(id);
  const loaded = library.has(id) ? await library.load(id) : null;
  if (loaded !== null && !loaded.ok) return loaded;
  const updates = parts.map(({ update }) => update);
  const update = updates.length === 1 ? first.update : await gate.merge(updates, null);
  if (update === null) return succeed(null);
  const schema = Math.max(...parts.map((part) => part.schema));
  const verdict = await gate.judge({ id, before: loaded?.value.state ?? null, update, schema });
  if (verdict.is === 'untried') return UNTRIED;
  if (verdict.is === 'refused') return succeed(null);
  const { losses, news, content } = verdict;
  const accepted = { id, update, schema, news, content, version };
  const time = ground.clock.now();
  const entries = lossEntries(id, losses, { from: first.from, time });
  const known = ground.ledger.shared.has(id);
  return succeed({ accepted, entries: known ? entries : [...entries, sharedEntry(id, time)] });
}

/**
 * Something in the batch was refused: each parcel is tried by itself. One of which any part is refused is refused whole
 * and goes to quarantine; the others are taken.
 */
async function takeApart(ground: DeskGround, round: Round, batch: readonly ArrivedParcel[]): Promise<Result<null>> {
  const [only] = batch;
  if (only !== undefined && batch.length === 1) {
    const { name, bytes } = only;
    const reason = await whyRefused(ground, only);
    const refused = await onDisk(() => quarantineParcel(ground, { name, bytes, reason }));
    if (refused.ok) round.report.quarantined += 1;
    return refused.ok ? succeed(null) : refused;
  }
  for (const one of batch) {
    const taken = await take(ground, round, [one]);
    if (!taken.ok) return taken;
  }
  return succeed(null);
}

async function whyRefused({ library, gate }: DeskGround, { parcel }: ArrivedParcel): Promise<string> {
  for (const [id, parts] of partsByArticle([{ parcel }])) {
    const loaded = library.has(id) ? await library.load(id) : null;
    for (const { schema, update } of parts) {
      const before = loaded?.ok === true ? loaded.value.state : null;
      const verdict = await gate.judge({ id, before, update, schema });
      if (verdict.is === 'refused') return verdict.reason;
    }
  }
  return 'Its parts do not fit together.';
}

const UNTRIED = fail(
  'internal',
  'What came from the desk could not be checked on this machine now, so it was not taken; it is tried again.',
);
