import { same } from '#electron/backend/disk/replace.ts';
import { FaultyDisk } from '../electron/backend/disk/faulty-disk.ts';
import type { Chance } from './chance.ts';
import { conflictName } from './provider.ts';

/** Where every device has its desk folder. */
export const DESK = '/home/desk';

/** Paths inside the folder, `/x/y`, and what is in them. The bytes are never changed, only replaced. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** How the copier behaves on one round. Shares are from 0 to 1. */
export interface Weather {
  /** How many of the paths it leaves for later. */
  readonly delay: number;
  /** How many of the files it brings arrive as something else: a placeholder, torn, with a wrong bit. */
  readonly mangle: number;
  /** How many arrive twice, once under a conflict's name. */
  readonly double: number;
}

export const FAIR: Weather = { delay: 0, mangle: 0, double: 0 };

/** What all copies come from: the provider's server, or the share. */
export class Cloud {
  files = new Map<string, Uint8Array>();
  /** What it held earlier. */
  readonly past: Files[] = [];
}

/** One device's copy of the desk folder, kept equal to the cloud by a copier that knows nothing of what it copies. */
export class Replica {
  readonly disk: FaultyDisk;
  /** What it held earlier. */
  readonly past: Files[] = [];
  /** What the copier believes to be the same here and in the cloud. */
  #base = new Map<string, Uint8Array>();
  #away: Files | null = null;

  constructor(seed: number) {
    this.disk = new FaultyDisk(seed);
    this.disk.put('/home/.keep', new Uint8Array(0));
  }

  /** True while the folder is gone, or another one is in its place: the copier leaves it alone. */
  get isAway(): boolean {
    return this.#away !== null;
  }

  files(): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    for (const [path, bytes] of this.disk.image(DESK)) found.set(path.slice(DESK.length), bytes);
    return found;
  }

  put(path: string, bytes: Uint8Array): void {
    this.disk.put(DESK + path, bytes);
  }

  drop(path: string): void {
    this.disk.drop(DESK + path);
  }

  /** Makes these the files of the folder; the copier takes it for changes made here. */
  replace(files: Files): void {
    for (const [path] of this.files()) if (!files.has(path)) this.drop(path);
    for (const [path, bytes] of files) this.put(path, bytes);
  }

  /** Takes the folder away; `instead` stands in its place, or nothing. */
  takeAway(instead: Files | null): void {
    if (this.#away !== null) return;
    this.#away = this.files();
    this.disk.drop(DESK);
    for (const [path, bytes] of instead ?? []) this.put(path, bytes);
  }

  /** Brings the folder back. Returns what stood in its place. */
  bringBack(): Files {
    const instead = this.files();
    if (this.#away === null) return instead;
    this.disk.drop(DESK);
    for (const [path, bytes] of this.#away) this.put(path, bytes);
    this.#away = null;
    return instead;
  }

  /** The files of the true folder, wherever it is. */
  own(): Files {
    return this.#away ?? this.files();
  }

  /** Makes this copy a copy of another machine's, with all its copier knows. */
  become(other: { files: Files; base: Files }): void {
    this.#away = null;
    this.disk.drop(DESK);
    for (const [path, bytes] of other.files) this.put(path, bytes);
    this.#base = new Map(other.base);
  }

  /** For `become`. */
  copy(): { files: Files; base: Files } {
    return { files: this.own(), base: new Map(this.#base) };
  }

  /** One round of the copier, both ways. */
  exchange(cloud: Cloud, weather: Weather, chance: Chance): void {
    if (this.isAway) return;
    const local = this.files();
    for (const path of new Set([...local.keys(), ...this.#base.keys(), ...cloud.files.keys()])) {
      if (weather.delay > 0 && chance.odds(weather.delay)) continue;
      const [here, base, there] = [local.get(path), this.#base.get(path), cloud.files.get(path)];
      if (equal(here, there)) this.#agree(path, here);
      else if (equal(there, base)) this.#push(cloud, path, here);
      else if (equal(here, base) || here === undefined) this.#pull(path, there, weather, chance);
      else if (there === undefined) this.#push(cloud, path, here);
      else {
        const copy = conflictName(path, chance);
        this.put(copy, here);
        this.#push(cloud, copy, here);
        this.put(path, there);
        this.#agree(path, there);
      }
    }
  }

  #push(cloud: Cloud, path: string, bytes: Uint8Array | undefined): void {
    if (bytes === undefined) cloud.files.delete(path);
    else cloud.files.set(path, bytes);
    this.#agree(path, bytes);
  }

  #pull(path: string, bytes: Uint8Array | undefined, weather: Weather, chance: Chance): void {
    if (bytes === undefined) {
      this.drop(path);
      this.#agree(path, undefined);
      return;
    }
    const arrives = chance.odds(weather.mangle) ? mangled(bytes, chance) : bytes;
    this.put(path, arrives);
    this.#agree(path, arrives);
    if (chance.odds(weather.double)) this.put(conflictName(path, chance), bytes);
  }

  /** What was mangled counts as agreed on too: since the cloud has other bytes, it is brought again. */
  #agree(path: string, bytes: Uint8Array | undefined): void {
    if (bytes === undefined) this.#base.delete(path);
    else this.#base.set(path, bytes);
  }
}

function equal(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && same(one, other));
}

/** A placeholder, a torn file, zeros, a wrong bit, or bytes too many. Never the same as before. */
export function mangled(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (bytes.length === 0) return Uint8Array.of(0);
  const at = chance.below(bytes.length);
  switch (chance.below(5)) {
    case 0:
      return new Uint8Array(0);
    case 1:
      return bytes.slice(0, at);
    case 2:
      return Uint8Array.of(...bytes, ...chance.bytes(1 + chance.below(40)));
    case 3:
      return new Uint8Array(bytes.length + 1);
    default:
      return bytes.map((byte, place) => (place === at ? byte ^ (1 << chance.below(8)) : byte));
  }
}
