import type { ArticleId } from '#shared/article/identity.ts';

/** What of one article is still to be published. */
export interface Unpublished {
  /** True: its whole state, because it was shared only now or nobody knows what of it is out. */
  readonly whole: boolean;
  readonly updates: readonly Uint8Array[];
}

/** With so many updates of an article they are made one, so that a day offline costs no more than it must. */
const MANY = 256;

/**
 * What was written here in shared articles and is not in a parcel yet, and who is writing just now. `merge` makes one
 * update of many, losing nothing.
 */
export class Outbox {
  readonly #waiting = new Map<ArticleId, { whole: boolean; updates: Uint8Array[] }>();
  readonly #writing = new Map<ArticleId, number>();
  readonly #versions = new Map<ArticleId, number>();
  readonly #merge: (updates: readonly Uint8Array[]) => Uint8Array;
  #idle: (() => void)[] = [];

  constructor(merge: (updates: readonly Uint8Array[]) => Uint8Array) {
    this.#merge = merge;
  }

  ids(): readonly ArticleId[] {
    return [...this.#waiting.keys()];
  }

  get isFilled(): boolean {
    return this.#waiting.size > 0;
  }

  has(id: ArticleId): boolean {
    return this.#waiting.has(id);
  }

  addWhole(id: ArticleId): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) this.#waiting.set(id, { whole: true, updates: [] });
    else waiting.whole = true;
  }

  add(id: ArticleId, update: Uint8Array): void {
    const waiting = this.#waiting.get(id) ?? { whole: false, updates: [] };
    this.#waiting.set(id, waiting);
    waiting.updates.push(update);
    if (waiting.updates.length >= MANY) waiting.updates = [this.#merge(waiting.updates)];
  }

  /** Takes an article's out; whoever can't publish it gives it back. */
  take(id: ArticleId): Unpublished | null {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting ?? null;
  }

  giveBack(id: ArticleId, { whole, updates }: Unpublished): void {
    const newer = this.#waiting.get(id);
    const all = [...updates, ...(newer?.updates ?? [])];
    this.#waiting.set(id, { whole: whole || newer?.whole === true, updates: all });
  }

  /** Says that an update of this article is being written, */
  begins(id: ArticleId): void {
    this.#writing.set(id, (this.#writing.get(id) ?? 0) + 1);
  }

  /** and that its writing ended. */
  ended(id: ArticleId): void {
    const left = (this.#writing.get(id) ?? 1) - 1;
    if (left > 0) this.#writing.set(id, left);
    else this.#writing.delete(id);
    this.#versions.set(id, this.version(id) + 1);
    const idle = this.#idle;
    this.#idle = [];
    for (const wake of idle) wake();
  }

  /** Other after every writing. */
  version(id: ArticleId): number {
    return this.#versions.get(id) ?? 0;
  }

  isWriting(id: ArticleId): boolean {
    return this.#writing.has(id);
  }

  /** Resolves when nobody is writing in the article. */
  async quiet(id: ArticleId): Promise<void> {
    while (this.#writing.has(id)) {
      await new Promise<void>((resolve) => {
        this.#idle.push(resolve);
      });
    }
  }
}
