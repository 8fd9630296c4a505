import type { Chance } from './chance.ts';
import { forged } from './forgery.ts';
import { conflictName, litter, respelled } from './provider.ts';
import { mangled, type Cloud, type Replica } from './replica.ts';

/** What can be done to a device's copy of the desk folder, or to the cloud, between two exchanges. */
export const MISDEEDS = [
  'damage',
  'remove',
  'removeWriter',
  'respell',
  'conflict',
  'litter',
  'forge',
  'rollBack',
  'rollBackCloud',
  'markerGone',
  'folderGone',
  'folderForeign',
  'folderBack',
] as const;
export type Misdeed = (typeof MISDEEDS)[number];

export const MARKER = '/stet-desk.json';

export interface Scene {
  readonly replica: Replica;
  readonly cloud: Cloud;
  /** The folder of another desk, as it was when that desk was made. */
  readonly foreign: ReadonlyMap<string, Uint8Array>;
}

/** Does it. What a misdeed finds nothing to work on, it leaves. */
export function misdo(misdeed: Misdeed, scene: Scene, chance: Chance): void {
  const { replica, cloud, foreign } = scene;
  switch (misdeed) {
    case 'damage':
      return damage(replica, chance);
    case 'remove':
      return onSome(replica, chance, (path) => replica.drop(path));
    case 'removeWriter':
      return onSome(replica, chance, (path) => replica.drop(path.slice(0, path.lastIndexOf('/'))));
    case 'respell':
      return onSome(replica, chance, (path, bytes) => {
        replica.drop(path);
        replica.put(respelled(path, chance), bytes);
      });
    case 'conflict':
      return onSome(replica, chance, (path, bytes) => {
        replica.put(conflictName(path, chance), chance.odds(0.5) ? bytes : mangled(bytes, chance));
      });
    case 'litter': {
      const { path, bytes } = litter(chance);
      return replica.put(path, bytes);
    }
    case 'forge':
      return forge(replica, chance);
    case 'rollBack':
      return rollBack(replica, chance);
    case 'rollBackCloud':
      if (cloud.past.length > 0) cloud.files = new Map(chance.pick(cloud.past));
      return;
    case 'markerGone':
      return replica.isAway ? undefined : replica.drop(MARKER);
    case 'folderGone':
      return replica.takeAway(null);
    case 'folderForeign':
      return replica.takeAway(foreign);
    case 'folderBack':
      replica.bringBack();
  }
}

/** Every file but the marker, which has its own misdeed. */
function files(replica: Replica): [string, Uint8Array][] {
  return replica.isAway ? [] : [...replica.files()].filter(([path]) => path !== MARKER);
}

function onSome(replica: Replica, chance: Chance, act: (path: string, bytes: Uint8Array) => void): void {
  const all = files(replica).filter(([path]) => path.lastIndexOf('/') > 0);
  if (all.length === 0) return;
  for (let times = 1 + chance.below(3); times > 0; times -= 1) act(...chance.pick(all));
}

function damage(replica: Replica, chance: Chance): void {
  onSome(replica, chance, (path, bytes) => replica.put(path, mangled(bytes, chance)));
}

function rollBack(replica: Replica, chance: Chance): void {
  if (!replica.isAway && replica.past.length > 0) replica.replace(chance.pick(replica.past));
}

function forge(replica: Replica, chance: Chance): void {
  const known = files(replica).filter(([path]) => path.endsWith('.parcel'));
  if (known.length === 0) return;
  const made = forged(chance.pick(known), chance);
  if (made !== null) replica.put(made.path, made.bytes);
}
