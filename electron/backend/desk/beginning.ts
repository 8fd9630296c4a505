import type { Random } from '#shared/article/random.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../disk/disk.ts';
import type { Library } from '../library.ts';
import type { SettingsStore } from '../settings.ts';
import { Courier, type Watch } from './courier.ts';
import { Desk } from './desk.ts';
import { deskOptions } from './identity.ts';
import { readMembership } from './membership.ts';
import { threadGate } from './thread-gate.ts';

export interface BeginningOptions {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: SettingsStore;
  readonly watch?: Watch;
}

/** Goes on with the desk a library is on; null where it is on none, or where the disk does not let it begin. */
export async function beginCourier(library: Library, o: BeginningOptions): Promise<Courier | null> {
  const member = await readMembership(o.disk, library.place);
  if (!member.ok || member.value === null) return null;
  const { disk, clock, random, settings, watch = null } = o;
  const gate = threadGate();
  const options = await deskOptions(library, { disk, clock, random, settings, gate, place: null });
  const desk = options.ok ? await Desk.reopen(options.value) : options;
  if (desk.ok && options.ok) return new Courier({ desk: desk.value, library, place: options.value.place, watch, gate });
  await gate.close();
  return null;
}
