import type { Status } from '#shared/article/status.ts';
import type { CallInput } from '#shared/contract/calls.ts';

/** What part of the library is asked for. */
export interface StoryQuery {
  readonly search: string;
  readonly status: Status | null;
  readonly trashed: boolean;
}

/** What the library shows first: everything but the trash. */
export const WHOLE_LIBRARY: StoryQuery = { search: '', status: null, trashed: false };

/** Stories fetched at once: more than a tall screen shows. */
export const PAGE = 40;

/** What the back end is asked for one page of a list; pages count from 0. */
export function pageInput(query: StoryQuery, page: number): CallInput<'library.list'> {
  const search = query.search.trim().slice(0, 200);
  return {
    trashed: query.trashed,
    ...(search === '' ? {} : { search }),
    ...(query.status === null ? {} : { status: query.status }),
    offset: page * PAGE,
    limit: PAGE,
  };
}
