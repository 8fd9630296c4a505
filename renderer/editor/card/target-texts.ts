import { headlineText, introText } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Client } from '#shared/contract/client.ts';

/** What an article of the library says of itself. */
export interface TargetText {
  readonly headline: string;
  readonly blurb: string;
  /** True when the library has no such article any more. */
  readonly isMissing: boolean;
}

/** The words of the articles that cards lead to, asked for once each. */
export class TargetTexts {
  readonly #client: Client;
  readonly #known = new Map<ArticleId, TargetText>();
  readonly #waiting = new Map<ArticleId, Set<() => void>>();

  constructor(client: Client) {
    this.#client = client;
  }

  /** What is known of an article; undefined at first, and `listener` is called once it is. */
  of(id: ArticleId, listener: () => void): TargetText | undefined {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const waiting = this.#waiting.get(id) ?? new Set();
    if (waiting.size === 0) void this.#ask(id);
    this.#waiting.set(id, waiting.add(listener));
    return undefined;
  }

  async #ask(id: ArticleId): Promise<void> {
    const read = await this.#client.call('article.read', { id });
    this.#known.set(
      id,
      read.ok
        ? { headline: headlineText(read.value.article), blurb: introText(read.value.article), isMissing: false }
        : { headline: '', blurb: '', isMissing: true },
    );
    const listeners = this.#waiting.get(id) ?? [];
    this.#waiting.delete(id);
    for (const listener of listeners) listener();
  }
}
