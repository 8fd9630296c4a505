import { directGate } from '#electron/backend/desk/direct-gate.ts';
import type { Gate } from '#electron/backend/desk/gate.ts';
import { nodeCodec } from '#electron/backend/desk/node-codec.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import type { Codec } from '#shared/parcel/parcel.ts';

/** A way in which the product could be broken: what stands between it and its ports, and what an editor would do. */
export interface Mutation {
  /** The disk of the library; made once for each process. */
  readonly libraryDisk: (disk: Disk) => Disk;
  /** The disk of the desk folder; made once for each process. */
  readonly folderDisk: (disk: Disk) => Disk;
  readonly gate: (gate: Gate) => Gate;
  readonly codec: Codec;
  /** Each process of a device calls itself the same writer. */
  readonly resumesWriters: boolean;
  /** An editor that writes the beginning of an article again whenever it opens it. */
  readonly seedsAnew: boolean;
  /** Replaces methods of the product's classes; returns the way back. */
  readonly patch: () => () => void;
}

/** Nothing is broken. */
export const SOUND: Mutation = {
  libraryDisk: (disk) => disk,
  folderDisk: (disk) => disk,
  gate: (gate) => gate,
  codec: nodeCodec,
  resumesWriters: false,
  seedsAnew: false,
  patch: () => () => {},
};

/** The gate of a process. */
export function gateOf(mutation: Mutation): Gate {
  return mutation.gate(directGate());
}
