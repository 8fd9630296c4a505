import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { articleIdFrom, ID_BYTES, isArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import { isDiskError, type Disk } from '../disk/disk.ts';
import { diskFailure, onDisk } from '../disk/failure.ts';
import { replaceFile } from '../disk/replace.ts';

/** Which desk a library is on, and as whom. */
export interface Membership {
  /** Id of the desk. */
  readonly desk: string;
  /** Where its folder was last. */
  readonly place: string;
  readonly member: string;
  readonly device: string;
}

const FILE = 'desk/desk.json';

/** Which desk the library at `library` is on; null where it is on none. */
export async function readMembership(disk: Disk, library: string): Promise<Result<Membership | null>> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await disk.read(`${library}/${FILE}`)));
  } catch (error) {
    if (isDiskError(error, 'missing')) return succeed(null);
    return isDiskError(error) ? diskFailure(error) : DAMAGED;
  }
  const { desk, place, member, device } = (value ?? {}) as Partial<Record<keyof Membership, unknown>>;
  const sound = isArticleId(desk) && typeof place === 'string' && isIdentity(member) && isIdentity(device);
  return sound ? succeed({ desk, place, member, device }) : DAMAGED;
}

/** Resolves when it is on disk. */
export function writeMembership(disk: Disk, library: string, membership: Membership): Promise<Result<null>> {
  return onDisk(async () => {
    await disk.makeFolder(`${library}/desk`);
    await disk.syncFolder(library);
    const text = `${JSON.stringify(membership, null, 2)}\n`;
    await replaceFile(disk, `${library}/${FILE}`, new TextEncoder().encode(text));
    return null;
  });
}

/** True for what may name a member or a device: it becomes part of a file's name. */
export function isIdentity(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-z-]{1,40}$/u.test(value);
}

/** A new id for a member or a device. */
export function newIdentity(random: Random): string {
  return articleIdFrom(random(ID_BYTES));
}

const DAMAGED = fail(
  'library-damaged',
  'The library’s note of its desk ("desk/desk.json") is damaged; join the desk again, nothing is lost by it.',
);
