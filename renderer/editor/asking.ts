import { typeAhead } from '#renderer/ui/typed-ahead.ts';
import type { ArticleSession } from './session.ts';

/** Something of the blocks that needs an answer from the person, in a dialog or a menu. */
export type Question =
  | { readonly kind: 'table-size' }
  | { readonly kind: 'table-menu'; readonly part: TablePart; readonly at: DOMRectReadOnly; readonly runsLeft: boolean }
  | { readonly kind: 'embed' }
  | { readonly kind: 'related-card' };

/** What of a table a menu is about. */
export type TablePart = 'row' | 'column' | 'cell';

/** The one question that is being asked on a page, if any. Dialogs follow it, commands and blocks set it. */
export class Asking {
  #question: Question | null = null;
  readonly #listeners = new Set<() => void>();

  get question(): Question | null {
    return this.#question;
  }

  /** A dialog has a field to write in, and is loaded only now: what is typed at once is for it. */
  readonly ask = (question: Question): void => {
    if (question.kind !== 'table-menu') typeAhead(() => this.close());
    this.#set(question);
  };

  readonly close = (): void => this.#set(null);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(question: Question | null): void {
    this.#question = question;
    for (const listener of this.#listeners) listener();
  }
}

const askings = new WeakMap<ArticleSession, Asking>();

/** What is being asked on the page of a session. */
export function askingOf(session: ArticleSession): Asking {
  const asking = askings.get(session) ?? new Asking();
  askings.set(session, asking);
  return asking;
}
