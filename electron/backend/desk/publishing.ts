import { succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { parcelPath, type ParcelName } from '#shared/parcel/name.ts';
import { encodeParcel, type ParcelPart } from '#shared/parcel/parcel.ts';
import { onDisk } from '../disk/failure.ts';
import { folderFailure } from './desk-marker.ts';
import { isEnded, type DeskGround, type Round } from './ground.ts';
import type { Unpublished } from './outbox.ts';

/** A parcel is closed when its updates reach so many bytes. */
const FULL = 4 * 1024 * 1024;

/**
 * Makes parcels of all that is pending. Each is first put on the shelf, where it outlives this process, and only then
 * into the folder: whatever happens in between, the same bytes go out under the same name, by this process or the next.
 * What can't be put on the shelf stays pending. Without `doubtful`, articles wait of which it is not yet known what a
 * dead process left unpublished: what is written now may build on it.
 */
export async function publish(ground: DeskGround, round: Round, doubtful = true): Promise<Result<null>> {
  const { outbox } = ground;
  const ids = outbox.ids().filter((id) => doubtful || !ground.doubtful.has(id));
  let parts: Part[] = [];
  let size = 0;
  for (const [at, id] of ids.entries()) {
    if (isEnded(round)) break;
    const part = await partOf(ground, id);
    if (part !== null) {
      parts.push(part);
      size += part.update.length;
    }
    if (parts.length === 0 || (size < FULL && at < ids.length - 1)) continue;
    const issued = await issue(ground, round, parts);
    if (!issued.ok) return issued;
    round.onProgress({ phase: 'publishing', done: at + 1, total: ids.length });
    parts = [];
    size = 0;
  }
  return parts.length === 0 ? succeed(null) : issue(ground, round, parts);
}

interface Part extends ParcelPart {
  readonly id: ArticleId;
  /** To be given back where it can't be published. */
  readonly taken: Unpublished;
}

/** What of an article is to go out; null for nothing, or where it can't be had now (then it stays pending). */
async function partOf({ library, outbox, gate }: DeskGround, id: ArticleId): Promise<Part | null> {
  const taken = outbox.take(id);
  if (taken === null) return null;
  const loaded = taken.whole ? await library.load(id) : null;
  const readOnly = loaded?.ok === true && loaded.value.readOnly !== undefined;
  // What a newer Stet wrote here that Stet publishes itself.
  const whole = loaded?.ok === true && !readOnly ? loaded.value.state : null;
  const update = taken.whole ? whole : await gate.merge(taken.updates, null);
  if (update !== null) return { id, schema: library.schemaNeeded(id), update, taken };
  if (!readOnly) outbox.giveBack(id, taken);
  return null;
}

async function issue(ground: DeskGround, round: Round, parts: readonly Part[]): Promise<Result<null>> {
  const { shelf, outbox, writer } = ground;
  const number = ground.issues.last + 1;
  const made = makeParcel(ground, { writer, from: number, to: number }, parts);
  const kept = await onDisk(() => shelf.keep(made.name, made.bytes));
  if (!kept.ok) {
    for (const { id, taken } of parts) outbox.giveBack(id, taken);
    return kept;
  }
  ground.issues.last = number;
  ground.issues.madeAt.set(number, made.time);
  ground.unsent.set(
    parcelPath(made.name),
    parts.map(({ id }) => id),
  );
  return send(ground, round, made);
}

export interface MadeParcel {
  readonly name: ParcelName;
  readonly bytes: Uint8Array;
  readonly time: number;
}

/** A parcel of these parts, as its file will be. */
export function makeParcel(
  { codec, desk, who, application, clock }: DeskGround,
  o: { writer: string; from: number; to: number },
  parts: readonly ParcelPart[],
): MadeParcel {
  const time = clock.now();
  const bytes = encodeParcel(
    {
      ...o,
      desk,
      device: who.device.id,
      member: who.member.id,
      schema: Math.max(...parts.map(({ schema }) => schema)),
      application,
      time,
      parts: parts.map(({ id, schema, update }) => ({ id, schema, update })),
    },
    codec,
  );
  return { name: { ...o, digest: codec.digest(bytes) }, bytes, time };
}

async function send(ground: DeskGround, round: Round, { name, bytes }: MadeParcel): Promise<Result<null>> {
  try {
    await ground.folder.put(name, bytes);
  } catch (error) {
    return folderFailure(error);
  }
  ground.unsent.delete(parcelPath(name));
  round.report.published += 1;
  return succeed(null);
}
