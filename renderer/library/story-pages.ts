import type { Failure } from '#shared/article/failure.ts';
import type { Summary } from '#shared/article/summary.ts';
import type { Client } from '#shared/contract/client.ts';
import { PAGE, pageInput, type StoryQuery } from './story-query.ts';

/** A long list of which only the pages that were looked at are here. */
export interface StoryPages {
  readonly query: StoryQuery;
  /** How many there are; null until the first answer. */
  total(): number | null;
  /** The story at a place of the list, or undefined while its page has not arrived. */
  at(index: number): Summary | undefined;
  /** The place of a story among the pages that are here, or -1. */
  indexOf(id: string): number;
  failure(): Failure | null;
  /** Sees to it that these places are here, or soon will be. */
  want(from: number, to: number): void;
  /** Takes newer versions of stories, in place, and then asks again for what is in view. */
  update(items: readonly Summary[]): void;
  /** Asks again for what is in view; what is shown stays until the answer comes. */
  refresh(): void;
  /** Nothing is told any more. */
  close(): void;
}

/** Opens a list. `changed` is called whenever anything that can be seen is different. */
export function openStoryPages(client: Pick<Client, 'call'>, query: StoryQuery, changed: () => void): StoryPages {
  let pages = new Map<number, readonly Summary[]>();
  let total: number | null = null;
  let failure: Failure | null = null;
  let closed = false;
  let wanted = { from: 0, to: 0 };
  /** Answers to questions asked before the last refresh are not of this list any more. */
  let round = 0;
  const asked = new Set<number>();

  const fetchPage = async (page: number, mine: number, into: Map<number, readonly Summary[]>): Promise<void> => {
    asked.add(page);
    const answer = await client.call('library.list', pageInput(query, page));
    if (closed || mine !== round) return;
    asked.delete(page);
    failure = answer.ok ? null : answer.error;
    if (answer.ok) {
      total = answer.value.total;
      into.set(page, answer.value.items);
    }
  };
  const inView = (): number[] => {
    const first = Math.floor(wanted.from / PAGE);
    const last = Math.max(first, Math.floor(wanted.to / PAGE));
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  };
  const load = async (missing: readonly number[]): Promise<void> => {
    const mine = round;
    await Promise.all(missing.map((page) => fetchPage(page, mine, pages)));
    if (!closed && mine === round) changed();
  };
  const refresh = async (): Promise<void> => {
    round += 1;
    const mine = round;
    asked.clear();
    const fresh = new Map<number, readonly Summary[]>();
    await Promise.all(inView().map((page) => fetchPage(page, mine, fresh)));
    if (closed || mine !== round) return;
    if (fresh.size > 0) pages = fresh;
    changed();
  };

  void load([0]);
  return {
    query,
    total: () => total,
    at: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    indexOf(id) {
      for (const [page, items] of pages) {
        const place = items.findIndex((item) => item.id === id);
        if (place >= 0) return page * PAGE + place;
      }
      return -1;
    },
    failure: () => failure,
    want(from, to) {
      wanted = { from, to };
      const missing = inView().filter((page) => !pages.has(page) && !asked.has(page));
      if (missing.length > 0) void load(missing);
    },
    update(items) {
      const newer = new Map(items.map((item) => [item.id, item]));
      for (const [page, known] of pages)
        pages.set(
          page,
          known.map((item) => newer.get(item.id) ?? item),
        );
      changed();
      void refresh();
    },
    refresh: () => void refresh(),
    close() {
      closed = true;
    },
  };
}
