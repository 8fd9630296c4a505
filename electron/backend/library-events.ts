import type { Failure } from '#shared/article/failure.ts';
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
