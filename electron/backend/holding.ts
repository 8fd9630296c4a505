import type { Failure } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import type { Summary } from '#shared/article/summary.ts';
import type { Clock } from './clock.ts';
import type { Disk } from './disk/disk.ts';
import type { FrameRef } from './journal/segment.ts';

/** What the library knows of one article without reading it. */
export interface Holding {
  readonly id: ArticleId;
  /** Null until it has been read once. */
  summary: Summary | null;
  /** When anything was last written in it, milliseconds since 1970; for showing. */
  modified: number;
  /** The highest schema version written in it. */
  schema: number;
  /** Number of its newest snapshot; 0 where there is none. */
  snapshot: number;
  /** Journal frames that its newest snapshot does not cover, those of one writer in their order. */
  frames: readonly FrameRef[];
  /** File name of its readable mirror and the `modified` it shows. */
  mirror: string | null;
  mirrored: number;
}

/** The ground every part of one open library stands on. */
export interface Ground {
  readonly disk: Disk;
  /** The library's folder, without a slash at its end. */
  readonly place: string;
  readonly access: 'write' | 'read';
  readonly clock: Clock;
  readonly random: Random;
  readonly holdings: Map<ArticleId, Holding>;
  /** Journal segments known, and up to which byte their frames are in the holdings. */
  readonly segments: Map<string, number>;
  /** Segments with damaged bytes: to be moved to quarantine once everything good in them is in snapshots. */
  readonly condemned: Set<string>;
  readonly problems: Problems;
}

const MOST_PROBLEMS = 50;

/** What is wrong with a library, in sentences. Each is said once. */
export class Problems {
  readonly #said = new Map<string, Failure>();

  add(problem: Failure): void {
    if (this.#said.size < MOST_PROBLEMS) this.#said.set(problem.message, problem);
  }

  all(): readonly Failure[] {
    return [...this.#said.values()];
  }
}

/** A holding of which nothing is known yet. */
function emptyHolding(id: ArticleId): Holding {
  return { id, summary: null, modified: 0, schema: 1, snapshot: 0, frames: [], mirror: null, mirrored: 0 };
}

/** The holding of that id, made when there is none. */
export function holdingOf(holdings: Map<ArticleId, Holding>, id: ArticleId): Holding {
  const known = holdings.get(id);
  if (known !== undefined) return known;
  const made = emptyHolding(id);
  holdings.set(id, made);
  return made;
}
