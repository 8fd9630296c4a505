import { fail, succeed, type Failure, type Result } from '#shared/article/failure.ts';
import { isDiskError } from '../disk/disk.ts';
import { compact } from './compaction.ts';
import { dropCovered } from './covering.ts';
import { folderFailure, readDeskMarker } from './desk-marker.ts';
import type { DeskOptions, ExchangeOptions } from './options.ts';
import { resolveDoubt } from './doubt.ts';
import { isEnded, type DeskGround, type Round } from './ground.ts';
import { exchangePictures } from './pictures.ts';
import { ownPresence, readPresences, saysTheSame, writePresence } from './presence.ts';
import { publish } from './publishing.ts';
import { putBack } from './putting-back.ts';
import { receive } from './receiving.ts';
import type { ExchangeReport, Presence } from './status.ts';

interface RunOptions extends ExchangeOptions {
  readonly onPresence: (ours: Presence, theirs: readonly Presence[]) => void;
}

/** Runs one exchange. Nothing is written before the folder has shown the marker of this desk. */
export async function runExchange(
  ground: DeskGround,
  { folder, place }: DeskOptions,
  o: RunOptions,
): Promise<Result<ExchangeReport>> {
  const marker = await readDeskMarker(folder, place);
  if (!marker.ok) return marker;
  if (marker.value !== ground.desk) return FOREIGN;
  const round: Round = {
    signal: o.signal,
    onProgress: o.onProgress ?? (() => {}),
    report: emptyReport(),
    listing: { files: new Map(), unlisted: new Set() },
  };
  const failures: Failure[] = [];
  const steps = [
    () => publish(ground, round, false),
    () => list(ground, round),
    () => receive(ground, round),
    () => putBack(ground, round),
    () => dropCovered(ground, round),
    () => resolveDoubt(ground, round),
    () => publish(ground, round),
    () => exchangePictures(ground, round),
    () => compact(ground, round, o.compact === 'now'),
    () => tellPresence(ground, round, o),
  ];
  for (const step of steps) {
    if (isEnded(round)) return CANCELLED;
    const done = await step();
    if (!done.ok) failures.push(done.error);
    // Without a listing nothing is known of the folder.
    if (!done.ok && step === steps[1]) break;
  }
  const [first] = failures;
  if (isEnded(round)) return CANCELLED;
  return first === undefined ? succeed(round.report) : { ok: false, error: first };
}

async function list(ground: DeskGround, round: Round): Promise<Result<null>> {
  try {
    round.listing = await ground.folder.list();
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return folderFailure(error);
  }
  let total = 0;
  for (const files of round.listing.files.values()) total += files.size;
  round.onProgress({ phase: 'listing', done: total, total });
  return succeed(null);
}

/** Says what is here, where that is other than it was, and hears what others say. */
async function tellPresence(ground: DeskGround, round: Round, { onPresence }: RunOptions): Promise<Result<null>> {
  const ours = await ownPresence(ground, round);
  const theirs = await readPresences(ground);
  onPresence(ours, theirs);
  const said = ground.said.last;
  if (said !== null && saysTheSame(said, ours)) return succeed(null);
  try {
    await writePresence(ground, ours);
    ground.said.last = ours;
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return folderFailure(error);
  }
  return succeed(null);
}

function emptyReport(): Round['report'] {
  return {
    published: 0,
    received: 0,
    articles: [],
    putBack: 0,
    compacted: 0,
    quarantined: 0,
    waiting: 0,
    rescued: 0,
    pictures: 0,
  };
}

const FOREIGN = fail(
  'desk-foreign',
  'The folder holds another desk than the one this library is on; nothing was written or taken.',
);
const CANCELLED = fail('cancelled', 'The exchange was stopped; what was done stays done.');
