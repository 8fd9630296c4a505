import type { SearchQuery } from '#shared/article/search.ts';
import { typeAhead } from '#renderer/ui/typed-ahead.ts';
import type { Page } from '../page.ts';

/** How the bar stands open. */
export interface FindOpening {
  readonly withReplace: boolean;
}

const FIRST: SearchQuery = { find: '', matchCase: false, wholeWords: false, foldMarks: true, pattern: false };
/** What is longer than this was not selected to be looked for. */
const LONGEST_SELECTION = 200;

/** Whether a page's find bar is open. All there is of finding until somebody wants it. */
export class FindDoor {
  readonly #page: Page;
  readonly #listeners = new Set<() => void>();
  readonly #asked = new Set<() => void>();
  #opening: FindOpening | null = null;
  #query: SearchQuery = FIRST;
  #replacement = '';
  #step: ((by: 1 | -1) => void) | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  get opening(): FindOpening | null {
    return this.#opening;
  }

  /** What was looked for last, and put in its place; kept for the next opening. */
  get query(): SearchQuery {
    return this.#query;
  }

  get replacement(): string {
    return this.#replacement;
  }

  remember(query: SearchQuery): void {
    this.#query = query;
  }

  rememberReplacement(replacement: string): void {
    this.#replacement = replacement;
  }

  /** Says how to step through what was found, while the bar is there. Returns the way to stop. */
  stepBy(step: (by: 1 | -1) => void): () => void {
    this.#step = step;
    return () => {
      this.#step = null;
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls the listener when the bar is asked for while it is open: then the keyboard goes to it. */
  whenAsked(listener: () => void): () => void {
    this.#asked.add(listener);
    return () => this.#asked.delete(listener);
  }

  /** Opens the bar, with the selected words in it where some are selected. */
  open(withReplace: boolean): void {
    const inText = document.activeElement?.closest('.prose') instanceof HTMLElement;
    const selected = inText ? this.#selectedWords() : '';
    if (selected !== '') this.#query = { ...this.#query, find: selected, pattern: false };
    if (this.#opening === null) {
      typeAhead(() => {
        this.close();
        this.#page.focus();
      });
    }
    this.#set({ withReplace: withReplace || (this.#opening?.withReplace ?? false) });
    for (const listener of this.#asked) listener();
  }

  /** Goes to the next hit or the one before; opens the bar where it is not open. */
  go(by: 1 | -1): void {
    if (this.#step === null) this.open(false);
    else this.#step(by);
  }

  /** Shows the line for the replacement, or puts it away. */
  showReplace(withReplace: boolean): void {
    if (this.#opening !== null) this.#set({ ...this.#opening, withReplace });
  }

  close(): void {
    this.#set(null);
  }

  #set(opening: FindOpening | null): void {
    this.#opening = opening;
    for (const listener of this.#listeners) listener();
  }

  #selectedWords(): string {
    const state = this.#page.editor?.state;
    if (state === undefined) return '';
    const { from, to, empty, $from, $to } = state.selection;
    if (empty || to - from > LONGEST_SELECTION || !$from.sameParent($to)) return '';
    const text = state.doc.textBetween(from, to, '\n', '\n');
    return text.includes('\n') ? '' : text;
  }
}

const doors = new WeakMap<Page, FindDoor>();

/** The door of a page's find bar. */
export function findDoorOf(page: Page): FindDoor {
  const door = doors.get(page) ?? new FindDoor(page);
  doors.set(page, door);
  return door;
}
