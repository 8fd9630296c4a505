import { succeed, type Result } from '#shared/article/failure.ts';
import type { Random } from '#shared/article/random.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../disk/disk.ts';
import type { Library } from '../library.ts';
import type { SettingsStore } from '../settings.ts';
import { Courier, type Watch } from './courier.ts';
import { Desk } from './desk.ts';
import { deskOptions } from './identity.ts';
import type { DeskOptions } from './options.ts';
import { threadGate } from './thread-gate.ts';

export interface BeginningOptions {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: SettingsStore;
  readonly watch?: Watch;
  readonly how: 'create' | 'join' | 'reopen';
  /** The desk's folder, absolute; null: where it was last. */
  readonly place: string | null;
  /** The person's name as it is whenever it is told: people change it while Stet runs. */
  readonly name: () => string;
}

/** Opens a library's desk in one of the three ways, and begins to carry between the two. */
export async function beginDesk(library: Library, o: BeginningOptions): Promise<Result<Courier>> {
  const gate = threadGate();
  const options = await deskOptions(library, { ...o, gate });
  const begun = options.ok ? await begin(options.value, o) : options;
  if (!begun.ok) await gate.close();
  return begun;
}

async function begin(options: DeskOptions, { how, name, watch }: BeginningOptions): Promise<Result<Courier>> {
  const { library, place, gate } = options;
  const desk = await Desk[how](calledBy(options, name));
  return desk.ok ? succeed(new Courier({ desk: desk.value, library, place, gate, watch: watch ?? null })) : desk;
}

function calledBy(options: DeskOptions, name: () => string): DeskOptions {
  const { member, device } = options.who;
  const live = {
    id: member.id,
    get name() {
      return name();
    },
  };
  return { ...options, who: { member: live, device } };
}
