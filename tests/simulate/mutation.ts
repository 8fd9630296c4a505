import type { DeskOptions } from '#electron/backend/desk/desk.ts';
import { directGate } from '#electron/backend/desk/direct-gate.ts';
import type { Gate } from '#electron/backend/desk/gate.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';

/** A way in which the product could be broken: what stands between it and its ports. */
export interface Mutation {
  readonly libraryDisk: (disk: Disk) => Disk;
  readonly folderDisk: (disk: Disk) => Disk;
  readonly gate: () => Gate;
  readonly desk: (options: DeskOptions) => DeskOptions;
}

/** Nothing is broken. */
export const SOUND: Mutation = {
  libraryDisk: (disk) => disk,
  folderDisk: (disk) => disk,
  gate: () => directGate(),
  desk: (options) => options,
};
