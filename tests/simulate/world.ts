import type { Codec } from '#shared/parcel/parcel.ts';
import { Device } from './device.ts';
import type { Mutation } from './mutation.ts';
import { Oracle } from './oracle.ts';
import { Cloud, type Files, type Replica } from './replica.ts';
import type { Script } from './script.ts';

/** What was counted in a world. */
export interface Counts {
  acknowledged: number;
  /** Ends of processes by force, anywhere. */
  crashes: number;
  /** Things the disks, the copier and the adversary did. */
  faults: number;
  rescues: number;
  exchanges: number;
}

/** Several devices, the cloud between them, and what an onlooker knows of it all. */
export class World {
  readonly seed: number;
  readonly devices: Device[] = [];
  readonly cloud = new Cloud();
  readonly oracle = new Oracle();
  readonly counts: Counts = { acknowledged: 0, crashes: 0, faults: 0, rescues: 0, exchanges: 0 };
  /** The true marker of the desk. */
  marker: Uint8Array = new Uint8Array(0);
  /** Another desk's folder. */
  foreign: Files = new Map();
  /** Digests as this world's product makes them. */
  readonly codec: Codec;
  /** So many devices at most, clones among them. */
  readonly most: number;
  readonly #mutation: Mutation;

  constructor(script: Script, mutation: Mutation) {
    this.seed = script.seed;
    this.#mutation = mutation;
    this.codec = mutation.codec;
    this.most = script.devices + 2;
  }

  /** A machine of this world with nothing on it. */
  newDevice(number: number, share: Replica | null = null): Device {
    return new Device(this.seed, number, { mutation: this.#mutation, share });
  }

  /** Starts the process where none runs, in fair weather. False where the library does not open. */
  async wake(device: Device): Promise<boolean> {
    if (device.life?.isOver === false && device.desk !== null) return true;
    device.calm();
    if (!(await device.start())) return false;
    await device.takeDesk();
    return true;
  }
}
