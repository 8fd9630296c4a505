import { succeed, type Result } from '#shared/article/failure.ts';
import { isArticleId, type ArticleId } from '#shared/article/identity.ts';
import { onDisk } from '../disk/failure.ts';
import type { ArrivedParcel } from './arrival.ts';
import { isEnded, type DeskGround, type Round } from './ground.ts';
import { openShelved } from './shelved.ts';
import { take } from './taking.ts';

/** With so many parcels for each doubtful article it is cheaper to issue the article whole than to read them all. */
const TOO_MANY = 200;

/**
 * Compares the articles in doubt with all that parcels hold of them. What only the library has was acknowledged by a
 * process that died before it was published: it is pending again. What only the parcels have was lost here (a restored
 * backup, a damaged journal): it is taken once more.
 */
export async function resolveDoubt(ground: DeskGround, round: Round): Promise<Result<null>> {
  const { doubtful, shelf, outbox } = ground;
  if (doubtful.size === 0) return succeed(null);
  if (shelf.count > TOO_MANY * doubtful.size) {
    for (const id of doubtful) outbox.addWhole(id);
    doubtful.clear();
    return succeed(null);
  }
  const ids = new Set(doubtful);
  const read = await onDisk(() => readAll(ground, round, ids));
  if (!read.ok) return read;
  const again = new Set<ArrivedParcel>();
  const behind = new Set<ArticleId>();
  for (const id of ids) {
    if (isEnded(round)) return succeed(null);
    const compared = await compareOne(ground, id, read.value.get(id) ?? []);
    if (!compared.ok) return compared;
    for (const parcel of compared.value) again.add(parcel);
    if (compared.value.length > 0) behind.add(id);
    else doubtful.delete(id);
  }
  if (again.size === 0) return succeed(null);
  const taken = await take(ground, round, [...again]);
  // Until what was lost here is here again, the doubt stays.
  if (taken.ok) for (const id of behind) doubtful.delete(id);
  return taken;
}

/** The parcels on the shelf that hold something of these articles. */
async function readAll(
  ground: DeskGround,
  round: Round,
  ids: ReadonlySet<ArticleId>,
): Promise<Map<ArticleId, ArrivedParcel[]>> {
  const parcels = new Map<ArticleId, ArrivedParcel[]>();
  for (const name of ground.shelf.all()) {
    if (isEnded(round)) break;
    const opened = await openShelved(ground, name);
    for (const { id } of opened?.parcel.parts ?? []) {
      if (opened === null || !isArticleId(id) || !ids.has(id)) continue;
      const known = parcels.get(id);
      if (known === undefined) parcels.set(id, [opened]);
      else known.push(opened);
    }
  }
  return parcels;
}

/** Makes pending what only the library has; returns the parcels if they hold what it has not. */
async function compareOne(
  { library, gate, outbox }: DeskGround,
  id: ArticleId,
  parcels: readonly ArrivedParcel[],
): Promise<Result<readonly ArrivedParcel[]>> {
  if (!library.has(id)) return succeed(parcels);
  const loaded = await library.load(id);
  // An article that can't be read now can't be issued either; the parcels may bring it back.
  if (!loaded.ok) return loaded.error.code === 'library-damaged' ? succeed(parcels) : loaded;
  const updates = parcels.flatMap(({ parcel }) => parcel.parts.filter((part) => part.id === id));
  if (updates.length === 0) {
    outbox.addWhole(id);
    return succeed([]);
  }
  const compared = await gate.compare(
    loaded.value.state,
    updates.map(({ update }) => update),
  );
  if (compared === null) outbox.addWhole(id);
  const here = compared?.here ?? null;
  if (here !== null && loaded.value.readOnly === undefined) outbox.add(id, here);
  return succeed(compared?.there === true ? parcels : []);
}
