import type { Gate } from '#electron/backend/desk/gate.ts';
import { nodeCodec } from '#electron/backend/desk/node-codec.ts';
import type { Losses } from '#shared/document/rescue.ts';
import type { Codec } from '#shared/parcel/parcel.ts';
import {
  ledgerUnwritten,
  shortWritesTrusted,
  syncAgain,
  syncLater,
  withoutFolderSync,
  withoutSync,
} from './broken-disk.ts';
import { compactingBlindly, sharingAll, takingOutOfOrder } from './broken-desk.ts';
import { markerBelieved, sentUnseen, withoutPutBack } from './broken-folder.ts';
import { SOUND, type Mutation } from './mutation.ts';

/** A mutation, its name, and what is broken in it. */
export interface NamedMutation extends Mutation {
  readonly name: string;
  readonly breaks: string;
}

function broken(name: string, breaks: string, changes: Partial<Mutation>): NamedMutation {
  return { ...SOUND, ...changes, name, breaks };
}

/** Every digest is the same, and deflate has no check of its own: what has a name is believed. */
const UNCHECKED: Codec = {
  digest: () => '0'.repeat(64),
  deflate: (bytes) => bytes.slice(),
  inflate: (bytes, most) => (bytes.length <= most ? bytes.slice() : null),
};

/** Nothing is inspected, only tried. */
function uninspected(gate: Gate): Gate {
  return {
    ...gate,
    judge: async (trial) => {
      const verdict = await gate.judge(trial);
      if (verdict.is === 'sound') return verdict;
      const content = { digest: nodeCodec.digest(trial.update), media: [] };
      return { is: 'sound', losses: { passages: [], fields: [] }, news: true, content };
    },
  };
}

/** What a merge loses is not told whole: `keep` makes less of it. */
function forgetting(keep: (losses: Losses) => Losses): (gate: Gate) => Gate {
  return (gate) => ({
    ...gate,
    judge: async (trial) => {
      const verdict = await gate.judge(trial);
      return verdict.is === 'sound' ? { ...verdict, losses: keep(verdict.losses) } : verdict;
    },
    lossesIn: async (state, update) => keep(await gate.lossesIn(state, update)),
  });
}

const withoutRescue = forgetting(({ fields }) => ({ passages: [], fields }));

const withoutRecord = forgetting(({ passages }) => ({
  passages: passages.filter(({ name }) => name === null),
  fields: [],
}));

/** What a dead process acknowledged and never published is believed to be out. */
function withoutReissue(gate: Gate): Gate {
  return { ...gate, compare: async () => ({ here: null, there: false }) };
}

/** Broken in one way each. The simulator must catch every one. */
export const MUTATIONS: readonly NamedMutation[] = [
  broken('no fsync', 'Nothing is synced.', { libraryDisk: withoutSync }),
  broken('no folder fsync', 'Names are not made durable.', { libraryDisk: withoutFolderSync }),
  broken('acknowledge before fsync', 'Saved is said when the sync is only asked for.', { libraryDisk: syncLater }),
  broken('fsync again', 'After a failed sync the same file is used on.', { libraryDisk: syncAgain }),
  broken('short writes', 'A short write is taken for a whole one.', { libraryDisk: shortWritesTrusted }),
  broken('resumed writer', 'Each start goes on as the same writer.', { resumesWriters: true }),
  broken('seeded twice', 'The beginning of an article is written again.', { seedsAnew: true }),
  broken('no digest check', 'What has a parcel’s name is believed.', { codec: UNCHECKED }),
  broken('no inspection', 'Updates are applied without a look.', { gate: uninspected }),
  broken('no rescue', 'Text lost in a merge is not kept.', { gate: withoutRescue }),
  broken('no record of fields', 'The last writer of a field wins silently.', { gate: withoutRecord }),
  broken('no second issue', 'What a dead writer left is not published.', { gate: withoutReissue }),
  broken('sent unseen', 'Sent is said before the file is there.', { folderDisk: sentUnseen }),
  broken('marker believed', 'Another desk’s folder is taken for ours.', { folderDisk: markerBelieved }),
  broken('ledger in memory', 'What is rescued is not written down.', { libraryDisk: ledgerUnwritten }),
  broken('deletion before read-back', 'Short parcels go before the long one is there.', { patch: compactingBlindly }),
  broken('no order', 'Parcels of one writer are taken in any order.', { patch: takingOutOfOrder }),
  broken('shares everything', 'What was not shared goes out.', { patch: sharingAll }),
  broken('no put-back', 'What vanished stays away.', { folderDisk: withoutPutBack }),
];

/** The mutation of that name; `none` is the product as it is. Throws on another. */
export function mutationNamed(name: string): Mutation {
  if (name === 'none') return SOUND;
  const found = MUTATIONS.find((mutation) => mutation.name === name);
  if (found === undefined) throw new RangeError(`there is no mutation called ${name}`);
  return found;
}
