import { hostname } from 'node:os';
import manifest from '../../../package.json' with { type: 'json' };
import { succeed, type Result } from '#shared/article/failure.ts';
import type { Random } from '#shared/article/random.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../disk/disk.ts';
import type { Library } from '../library.ts';
import type { SettingsStore } from '../settings.ts';
import type { Gate } from './gate.ts';
import { newIdentity, readMembership } from './membership.ts';
import type { DeskOptions } from './options.ts';

/** What a desk of this machine needs, with the names the library goes by on its desk, or new ones. */
export async function deskOptions(
  library: Library,
  o: {
    disk: Disk;
    clock: Clock;
    random: Random;
    settings: SettingsStore;
    gate: Gate;
    /** The desk's folder, absolute; null: where it was last. */
    place: string | null;
  },
): Promise<Result<DeskOptions>> {
  const { disk, clock, random, settings, gate } = o;
  const member = await readMembership(disk, library.place);
  if (!member.ok && member.error.code !== 'library-damaged') return member;
  const known = member.ok ? member.value : null;
  const { name } = await settings.read();
  return succeed({
    library,
    disk,
    folder: disk,
    place: (o.place ?? known?.place ?? '').replace(/(?<=.)[/\\]+$/u, ''),
    clock,
    random,
    gate,
    who: {
      member: { id: known?.member ?? newIdentity(random), name },
      device: { id: known?.device ?? newIdentity(random), name: hostname() },
    },
    application: manifest.version,
  });
}
