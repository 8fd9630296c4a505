import type { ArticleId } from '#shared/article/identity.ts';
import type { Client } from '#shared/contract/client.ts';
import type { DeskStanding } from '#shared/contract/desk.ts';

/** Questions that come within this many milliseconds are asked together. */
const GATHER = 30;
/** So many stories are asked about at a time. */
const MOST = 500;

/** Where the stories on the screen are: asked for together, and again whenever the desk is other than it was. */
export class Standings {
  readonly #client: Pick<Client, 'call'>;
  readonly #known = new Map<ArticleId, DeskStanding>();
  readonly #listeners = new Map<ArticleId, Set<() => void>>();
  #isDue = false;
  readonly #asked = new Set<ArticleId>();

  constructor(client: Pick<Client, 'call'>) {
    this.#client = client;
  }

  /** Where a story is, as far as that is known here. */
  of(id: ArticleId): DeskStanding | null {
    return this.#known.get(id) ?? null;
  }

  /** Follows a story. Returns the way to stop. */
  follow(id: ArticleId, listener: () => void): () => void {
    const all = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, all);
    all.add(listener);
    this.#ask([id]);
    return () => {
      all.delete(listener);
      if (all.size === 0 && this.#listeners.get(id) === all) this.#listeners.delete(id);
    };
  }

  /** Asks again for all that are followed; what is known stays until the answer comes. */
  refresh(): void {
    this.#ask(this.#listeners.keys());
  }

  #ask(ids: Iterable<ArticleId>): void {
    for (const id of ids) this.#asked.add(id);
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => {
      this.#isDue = false;
      const all = [...this.#asked];
      this.#asked.clear();
      for (let from = 0; from < all.length; from += MOST) void this.#fetch(all.slice(from, from + MOST));
    }, GATHER);
  }

  async #fetch(ids: readonly ArticleId[]): Promise<void> {
    const answer = await this.#client.call('desk.standings', { ids: [...ids] });
    if (!answer.ok) return;
    for (const [id, standing] of answer.value.standings) {
      if (this.#known.get(id) === standing) continue;
      this.#known.set(id, standing);
      for (const listener of Array.from(this.#listeners.get(id) ?? [])) listener();
    }
  }
}
