import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chanceOf, type Chance } from '#tests/simulate/chance.ts';
import { conflictName } from '#tests/simulate/provider.ts';

/**
 * A copier that keeps two folders equal as badly as the well-known ones do on a bad day: late, in any order, with
 * placeholders of no bytes, torn files and conflict copies. In the end it brings everything. Started with `fork`;
 * settings come as JSON in the first argument. It ends when its parent does or lets go of it, and after ten minutes.
 */
export interface CopierSettings {
  readonly folders: readonly [string, string];
  readonly seed: number;
}

/** What it has done so far; sent to the parent after each delivery. */
export interface CopierCounts {
  delivered: number;
  placeholders: number;
  torn: number;
  doubled: number;
  removed: number;
  conflicts: number;
}

/** Milliseconds between two looks at the folders. */
const LOOKS = 60;
const LONGEST_LIFE = 600_000;
/** A delivery begins within so many milliseconds; one in twelve takes so many times longer. */
const LATE = 1_200;
const VERY_LATE = 4;
/** Between a placeholder or a torn file and the whole one. */
const UNFINISHED = 900;

interface Seen {
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly changed: number;
}

/** How one delivery will go. */
interface Plan {
  readonly wait: number;
  readonly first: 'whole' | 'placeholder' | 'torn';
  /** How much of a torn file comes at first. */
  readonly share: number;
  readonly unfinished: number;
  /** Where a conflict copy is left as well. */
  readonly double: string | null;
  readonly inPlace: boolean;
}

class Copier {
  readonly #folders: readonly [string, string];
  readonly #chance: Chance;
  /** Digests of what both folders were last known to hold alike. */
  readonly #base = new Map<string, string>();
  readonly #busy = new Set<string>();
  readonly counts: CopierCounts = { delivered: 0, placeholders: 0, torn: 0, doubled: 0, removed: 0, conflicts: 0 };

  constructor({ folders, seed }: CopierSettings) {
    this.#folders = folders;
    this.#chance = chanceOf(seed);
  }

  /** One look at both folders; what differs is brought over in its own time. */
  async look(): Promise<void> {
    const [one, other] = [await filesIn(this.#folders[0]), await filesIn(this.#folders[1])];
    for (const path of new Set([...one.keys(), ...other.keys(), ...this.#base.keys()])) {
      if (!this.#busy.has(path)) this.#compare(path, one.get(path), other.get(path));
    }
  }

  #compare(path: string, one: Seen | undefined, other: Seen | undefined): void {
    const base = this.#base.get(path);
    if (one?.digest === other?.digest) {
      if (one === undefined) this.#base.delete(path);
      else this.#base.set(path, one.digest);
      return;
    }
    const [oneChanged, otherChanged] = [one?.digest !== base, other?.digest !== base];
    if (oneChanged && otherChanged && one !== undefined && other !== undefined) return this.#conflict(path, one, other);
    const forward = oneChanged && (one !== undefined || !otherChanged);
    const [seen, to] = forward ? [one, this.#folders[1]] : [other, this.#folders[0]];
    this.#bring(path, to, seen);
  }

  /** Both sides changed: the later one stands, the earlier one is kept beside it under another name. */
  #conflict(path: string, one: Seen, other: Seen): void {
    this.counts.conflicts += 1;
    const [winner, loser, to] =
      one.changed >= other.changed ? [one, other, this.#folders[1]] : [other, one, this.#folders[0]];
    this.#bring(conflictName(path, this.#chance), to, loser);
    this.#bring(path, to, winner);
  }

  /** All choices are made here and now, so that they come in one order; the doing takes its time. */
  #bring(path: string, to: string, seen: Seen | undefined): void {
    const { below, odds } = this.#chance;
    const plan: Plan = {
      wait: below(LATE) * (odds(1 / 12) ? VERY_LATE : 1),
      first: this.#chance.pick(['whole', 'whole', 'placeholder', 'torn']),
      share: this.#chance.next(),
      unfinished: below(UNFINISHED),
      double: odds(0.2) ? conflictName(path, this.#chance) : null,
      inPlace: odds(0.5),
    };
    this.#busy.add(path);
    void this.#deliverWhole(path, to, seen, plan);
  }

  async #deliverWhole(path: string, to: string, seen: Seen | undefined, plan: Plan): Promise<void> {
    const double = plan.double === null ? null : join(to, plan.double);
    try {
      await this.#deliver(join(to, path), seen, { ...plan, double });
      if (seen === undefined) this.#base.delete(path);
      else this.#base.set(path, seen.digest);
    } catch (error) {
      process.stderr.write(`copier: ${String(error)}\n`);
    } finally {
      this.#busy.delete(path);
      process.send?.(this.counts);
    }
  }

  async #deliver(path: string, seen: Seen | undefined, plan: Plan): Promise<void> {
    await setTimeout(plan.wait);
    if (seen === undefined) {
      await rm(path, { force: true });
      this.counts.removed += 1;
      return;
    }
    const { bytes } = seen;
    await mkdir(dirname(path), { recursive: true });
    if (plan.first !== 'whole') {
      const torn = plan.first === 'torn' ? bytes.subarray(0, Math.floor(bytes.length * plan.share)) : new Uint8Array();
      await writeFile(path, torn);
      if (plan.first === 'torn') this.counts.torn += 1;
      else this.counts.placeholders += 1;
      await setTimeout(plan.unfinished);
    }
    if (plan.double !== null) {
      await writeFile(plan.double, bytes);
      this.counts.doubled += 1;
    }
    const beside = join(dirname(path), `.~${basename(path)}.tmp`);
    await writeFile(plan.inPlace ? path : beside, bytes);
    if (!plan.inPlace) await rename(beside, path);
    this.counts.delivered += 1;
  }
}

/** Every file below a folder by its path from it, but not the copier's own unfinished ones. */
async function filesIn(folder: string): Promise<Map<string, Seen>> {
  const found = new Map<string, Seen>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.~')) continue;
    const path = join(entry.parentPath, entry.name);
    try {
      const [bytes, { mtimeMs }] = [await readFile(path), await stat(path)];
      const digest = createHash('sha256').update(bytes).digest('hex');
      found.set(path.slice(folder.length + 1), { digest, bytes, changed: mtimeMs });
    } catch {
      // It went while it was looked at.
    }
  }
  return found;
}

if (import.meta.main) {
  const copier = new Copier(JSON.parse(process.argv[2] ?? '{}') as CopierSettings);
  const ends = performance.now() + LONGEST_LIFE;
  process.on('disconnect', () => process.exit(0));
  while (performance.now() < ends) {
    await copier.look();
    await setTimeout(LOOKS);
  }
  process.exit(1);
}
