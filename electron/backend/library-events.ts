import type { Failure, Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Summary } from '#shared/article/summary.ts';

/** What a library tells while it is open. */
export interface LibraryEvents {
  /** An update is on disk. `origin` is what was given with it. */
  readonly appended: { readonly id: ArticleId; readonly update: Uint8Array; readonly origin: object | undefined };
  /** Summaries are new or other than they were. */
  readonly changed: { readonly items: readonly Summary[] };
  /** The disk refuses what is written, with why; null when it takes it again. */
  readonly trouble: { readonly trouble: Failure | null };
}

/** Somebody who must know of an update before it is acknowledged. */
export interface Witness {
  /** An update of this article is about to be written. */
  begins(id: ArticleId): void;
  /**
   * It is on disk, or (`update` null) was refused. What is returned is waited for; a failure is the writer's answer, who
   * then gives the update again.
   */
  ended(id: ArticleId, update: Uint8Array | null): Promise<Result<null>> | null;
}

/** An update that somebody else wrote, inspected and tried by whoever brings it. */
export interface TakenUpdate {
  readonly id: ArticleId;
  readonly update: Uint8Array;
  /** The schema version it needs, which may be newer than ours. */
  readonly schema: number;
}

type Listener<Name extends keyof LibraryEvents> = (value: LibraryEvents[Name]) => void;

/** Who listens to what. */
export class Listeners {
  readonly #of: { readonly [Name in keyof LibraryEvents]: Set<Listener<Name>> } = {
    appended: new Set(),
    changed: new Set(),
    trouble: new Set(),
  };

  on<Name extends keyof LibraryEvents>(event: Name, listener: Listener<Name>): () => void {
    this.#of[event].add(listener);
    return () => {
      this.#of[event].delete(listener);
    };
  }

  tell<Name extends keyof LibraryEvents>(event: Name, value: LibraryEvents[Name]): void {
    for (const listener of this.#of[event]) listener(value);
  }
}
