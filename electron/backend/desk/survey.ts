import type { DeskColleague } from '#shared/contract/desk.ts';
import { fail, succeed, type Failure, type Result } from '#shared/article/failure.ts';
import { parcelFile, parcelPath } from '#shared/parcel/name.ts';
import { isDiskError } from '../disk/disk.ts';
import { folderFailure, readDeskMarker } from './desk-marker.ts';
import { isListed, reachHere, type DeskGround } from './ground.ts';
import { layGround } from './laying.ts';
import { readMembership } from './membership.ts';
import type { DeskOptions } from './options.ts';
import { readPresences } from './presence.ts';

/** A desk as it lies there, seen by somebody who changes nothing. */
export interface Survey {
  readonly desk: string;
  readonly place: string;
  /** Why the folder can't be used now; null when it can. */
  readonly trouble: Failure | null;
  readonly shared: number;
  /** Shared articles of which not all is known to be in parcels. */
  readonly pending: number;
  /** Parcels in this library, */
  readonly held: number;
  /** those of them that the folder does not show, */
  readonly absent: number;
  /** and files the folder shows that are not here yet, `<writer>/<file>`. */
  readonly waiting: readonly string[];
  readonly quarantined: readonly { readonly file: string; readonly reason: string }[];
  readonly rescued: number;
  readonly devices: readonly Pick<DeskColleague, 'device' | 'deviceName' | 'memberName' | 'seen' | 'weLack'>[];
}

/** Looks at the desk of a library, which may be open for reading only. */
export async function surveyDesk(o: DeskOptions): Promise<Result<Survey>> {
  const member = await readMembership(o.disk, o.library.place);
  if (!member.ok) return member;
  if (member.value === null) return NO_DESK;
  const { desk } = member.value;
  const { place } = o;
  const laid = await layGround(o, desk, true);
  if (!laid.ok) return laid;
  const ground = laid.value;
  const marker = await readDeskMarker(o.folder, place);
  const foreign = marker.ok && marker.value !== desk ? FOREIGN : marker;
  const seen = foreign.ok ? await lookInto(ground) : { ...NOTHING_SEEN, trouble: foreign.error };
  return succeed({
    desk,
    place,
    shared: ground.ledger.shared.size,
    pending: ground.doubtful.size,
    held: ground.shelf.count,
    quarantined: quarantinedIn(ground),
    rescued: ground.ledger.rescued().length,
    ...seen,
  });
}

type Seen = Pick<Survey, 'trouble' | 'absent' | 'waiting' | 'devices'>;

const NOTHING_SEEN: Omit<Seen, 'trouble'> = { absent: 0, waiting: [], devices: [] };

async function lookInto(ground: DeskGround): Promise<Seen> {
  const { folder, shelf, ledger, application } = ground;
  try {
    const listing = await folder.list();
    const listed = [...listing.files.values()].flatMap((files) => [...files.values()]);
    const waiting = listed.filter((name) => !shelf.has(name) && !ledger.isRefused(parcelPath(name), application));
    const uncovered = waiting.filter(({ writer, to }) => to > reachHere(ground, writer, listing));
    const absent = shelf.all().filter((name) => !isListed(listing, name)).length;
    const devices = (await readPresences(ground)).map(({ device, deviceName, memberName, time, frontier }) => {
      const lacking = Object.entries(frontier).map(([writer, reach]) => reach - reachHere(ground, writer, listing));
      const weLack = lacking.reduce((sum, count) => sum + Math.max(0, count), 0);
      return { device, deviceName, memberName, seen: time, weLack };
    });
    return { trouble: null, absent, waiting: uncovered.map((name) => `${name.writer}/${parcelFile(name)}`), devices };
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return { ...NOTHING_SEEN, trouble: folderFailure(error).error };
  }
}

function quarantinedIn({ ledger }: DeskGround): Survey['quarantined'] {
  return ledger
    .activity()
    .flatMap((entry) => (entry.kind === 'quarantined' ? [{ file: entry.file, reason: entry.reason }] : []));
}

const NO_DESK = fail('desk-none', 'This library is on no desk; join one with `stet sync --desk DIR`.');
const FOREIGN = fail('desk-foreign', 'The folder holds another desk than the one this library is on.');
