import type { Failure } from '#shared/article/failure.ts';
import type { Client } from '#shared/contract/client.ts';
import type { OwnWords } from '#shared/contract/spelling.ts';

/** The person's own words and the house's, read once for the window and kept as they are on disk. */
export class OwnWordLists {
  readonly #client: Pick<Client, 'call'>;
  readonly #listeners = new Set<() => void>();
  #words: OwnWords = { personal: [], house: [] };
  #isAsked = false;

  constructor(client: Pick<Client, 'call'>) {
    this.#client = client;
  }

  /** The lists as far as they are known. The first question has them read; listeners hear when they are. */
  get words(): OwnWords {
    if (!this.#isAsked) void this.refresh();
    return this.#words;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Reads the lists again: somebody may have written in the house's by hand. */
  async refresh(): Promise<void> {
    this.#isAsked = true;
    const read = await this.#client.call('spelling.words', {});
    if (read.ok) this.#take(read.value);
  }

  /** Adds the word to a list; on a failure the lists are as they were, and it is returned. */
  async add(word: string, to: keyof OwnWords): Promise<Failure | null> {
    const added = await this.#client.call('spelling.add', { word, to });
    if (!added.ok) return added.error;
    this.#take(added.value);
    return null;
  }

  /** Takes the word out of the person's own list. */
  async remove(word: string): Promise<Failure | null> {
    const removed = await this.#client.call('spelling.remove', { word });
    if (!removed.ok) return removed.error;
    this.#take(removed.value);
    return null;
  }

  #take(words: OwnWords): void {
    if (JSON.stringify(words) === JSON.stringify(this.#words)) return;
    this.#words = words;
    for (const listener of this.#listeners) listener();
  }
}

const lists = new WeakMap<Pick<Client, 'call'>, OwnWordLists>();

/** The lists of this client's back end, the same for everyone who asks. */
export function ownWordsOf(client: Pick<Client, 'call'>): OwnWordLists {
  const known = lists.get(client) ?? new OwnWordLists(client);
  lists.set(client, known);
  return known;
}
