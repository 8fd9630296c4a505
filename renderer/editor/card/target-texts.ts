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
    if (read.ok) {
      const { article } = read.value;
      this.#known.set(id, { headline: headlineText(article), blurb: introText(article), isMissing: false });
    } else if (read.error.code === 'unknown-article') {
      this.#known.set(id, { headline: '', blurb: '', isMissing: true });
    }
    // After any other failure (the host was away for a moment) the next card that is shown asks again.
    const listeners = this.#waiting.get(id) ?? [];
    this.#waiting.delete(id);
    if (this.#known.has(id)) for (const listener of listeners) listener();
  }
}
