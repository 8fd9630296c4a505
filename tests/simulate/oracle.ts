import type { MediaName } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Effect } from './edit.ts';
import { FOREIGN } from './token.ts';

/** What is known of one insertion. */
export interface Mark {
  readonly token: number;
  readonly article: ArticleId;
  /** Number of the device it was written on. */
  readonly device: number;
  /** True when the library said that it is saved. */
  acknowledged: boolean;
  /** True when somebody who saw it deleted it. */
  removed: boolean;
  /** How often it was taken out and put in again elsewhere. */
  moves: number;
  /** True when the only library known to have it was set back to an earlier state: it counts while a parcel has it. */
  fragile: boolean;
  /** True when the device it is on was asked to send it. */
  offered: boolean;
}

/** Knows what every device did and was told, and so what must be there in the end. */
export class Oracle {
  readonly marks = new Map<number, Mark>();
  /** Articles that were acknowledged, by the device they were made on. */
  readonly articles = new Map<ArticleId, number>();
  /** Articles whose sharing was tried: they may be on the desk. */
  readonly maybeShared = new Set<ArticleId>();
  /** Articles whose sharing was acknowledged, by the device that shared them. */
  readonly shared = new Map<ArticleId, number>();
  /** Pictures that a library said it has, by the device they were put in on. */
  readonly pictures = new Map<MediaName, number>();
  /** Who called itself which writer: a process, which is an object of its own. */
  readonly #writers = new Map<string, object>();
  #lastToken = 0;

  /** A token that is used nowhere else. */
  token(): number {
    this.#lastToken += 1;
    return this.#lastToken;
  }

  /** Somebody did this, and saw what it did. Whether it is saved is not known yet. */
  did(device: number, article: ArticleId, effect: Effect): void {
    for (const token of effect.added) this.#mark(token, device, article);
    for (const token of effect.removed) this.#update(token, (mark) => (mark.removed = true));
    for (const token of effect.moved) this.#update(token, (mark) => (mark.moves += 1));
  }

  /** Says that a process calls itself this writer; false where another one did so before. */
  isNewWriter(writer: string, process: object): boolean {
    const known = this.#writers.get(writer) ?? process;
    this.#writers.set(writer, known);
    return known === process;
  }

  acknowledged(effect: Effect): number {
    for (const token of effect.added) this.#update(token, (mark) => (mark.acknowledged = true));
    return effect.added.length;
  }

  /** What was written on a device and acknowledged. */
  acknowledgedOn(device: number): Mark[] {
    return [...this.marks.values()].filter((mark) => mark.device === device && mark.acknowledged);
  }

  /**
   * A device’s library was set back to an earlier state: what only it had, or had before, counts from now on while a
   * parcel can be read; and what it shared since then it may not know.
   */
  setBack(device: number): void {
    for (const mark of this.acknowledgedOn(device)) mark.fragile = true;
    for (const [picture, owner] of this.pictures) if (owner === device) this.pictures.delete(picture);
    for (const [article, sharer] of this.shared) if (sharer === device) this.shared.delete(article);
  }

  /** Says what is wrong with an article that holds these tokens, or null: some are there too often, or nobody's. */
  wrongIn(article: ArticleId, tokens: ReadonlyMap<number, number>): string | null {
    for (const [token, times] of tokens) {
      if (token >= FOREIGN) return `text of a forged file (${token}) is in article ${article}`;
      const mark = this.marks.get(token);
      if (mark?.article !== article) return `text ${token} is in article ${article}, where nobody wrote it`;
      if (times > 1 + mark.moves)
        return `text ${token} is ${times} times in article ${article}, moved ${mark.moves} times`;
    }
    return null;
  }

  /** Acknowledged, and nobody who had seen it deleted it. */
  must(): Mark[] {
    return [...this.marks.values()].filter((mark) => mark.acknowledged && !mark.removed);
  }

  #mark(token: number, device: number, article: ArticleId): void {
    if (this.marks.has(token)) return;
    this.marks.set(token, {
      token,
      article,
      device,
      acknowledged: false,
      removed: false,
      moves: 0,
      fragile: false,
      offered: false,
    });
  }

  #update(token: number, change: (mark: Mark) => void): void {
    const mark = this.marks.get(token);
    if (mark !== undefined) change(mark);
  }
}

/** What a world must never show. */
export class Violation extends Error {
  /** Which promise was broken: shrinking keeps to it. */
  readonly promise: string;

  constructor(promise: string, what: string) {
    super(`${promise}: ${what}`);
    this.name = 'Violation';
    this.promise = promise;
  }
}
