import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { ArticleHit } from '#shared/article/search-article.ts';
import type { SearchQuery } from '#shared/article/search.ts';
import type { FoundInStory } from '#shared/contract/calls.ts';
import type { Client } from '#shared/contract/client.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { PAGE, pageInput, type StoryQuery } from './story-query.ts';

/** Stories that are searched with one question, so that progress is seen and Stop is soon heard. */
const BATCH = 20;

/** A story in which something was found, or that could not be searched. */
export interface StoryFound extends Omit<FoundInStory, 'hits'> {
  readonly headline: string;
  readonly hits: readonly (ArticleHit & { readonly key: string })[];
}

/** How far finding, and then replacing, has come. */
export type FindRun =
  | { readonly state: 'asking'; readonly failure: Failure | null }
  | { readonly state: 'searching'; readonly done: number; readonly total: number }
  | { readonly state: 'found'; readonly query: SearchQuery; readonly stories: readonly StoryFound[] }
  | { readonly state: 'replacing'; readonly done: number; readonly total: number }
  | {
      readonly state: 'done';
      readonly places: number;
      readonly stories: number;
      /** Stories that could not be changed, each with the reason. */
      readonly refused: readonly { readonly headline: string; readonly failure: Failure }[];
    };

export interface FindingInStories {
  readonly run: FindRun;
  readonly find: (query: SearchQuery) => Promise<void>;
  /** Replaces in these stories, one after the other; each gets one change. */
  readonly replace: (query: SearchQuery, replacement: string, stories: readonly StoryFound[]) => Promise<void>;
  /** Goes back to asking; what is replaced already stays so and is said. */
  readonly stop: () => void;
}

/** Finds and replaces in all stories of a list, a few at a time. */
export function useFindStories(list: StoryQuery): FindingInStories {
  const client = useClient();
  const [run, setRun] = useState<FindRun>({ state: 'asking', failure: null });
  const round = useRef(0);
  useEffect(
    () => () => {
      round.current += 1;
    },
    [],
  );
  const begin = (): (() => boolean) => {
    round.current += 1;
    const mine = round.current;
    return () => mine === round.current;
  };
  return {
    run,
    stop: () => {
      begin();
      setRun({ state: 'asking', failure: null });
    },
    find: async (query) => {
      const isWanted = begin();
      const tell = (next: FindRun): void => {
        if (isWanted()) setRun(next);
      };
      tell(await findAll(client, list, query, isWanted, tell));
    },
    replace: async (query, replacement, stories) => {
      const isWanted = begin();
      let places = 0;
      let changed = 0;
      const refused: { headline: string; failure: Failure }[] = [];
      for (const [done, { id, headline }] of stories.entries()) {
        // Stopping is between stories, never in one.
        if (!isWanted()) break;
        setRun({ state: 'replacing', done, total: stories.length });
        const answer = await client.call('article.replace', { id, query, replacement });
        if (!answer.ok) refused.push({ headline, failure: answer.error });
        else if (answer.value.replaced > 0) {
          places += answer.value.replaced;
          changed += 1;
        }
      }
      setRun({ state: 'done', places, stories: changed, refused });
    },
  };
}

async function findAll(
  client: Client,
  list: StoryQuery,
  query: SearchQuery,
  isWanted: () => boolean,
  tell: (run: FindRun) => void,
): Promise<FindRun> {
  const listed = await listAll(client, list, isWanted);
  if (!listed.ok) return { state: 'asking', failure: listed.error };
  const found: StoryFound[] = [];
  const headlines = new Map(listed.stories.map(({ id, headline }) => [id, headline]));
  const ids = [...headlines.keys()];
  for (let done = 0; done < ids.length && isWanted(); done += BATCH) {
    tell({ state: 'searching', done, total: ids.length });
    const answer = await client.call('article.find', { ids: ids.slice(done, done + BATCH), query });
    if (!answer.ok) return { state: 'asking', failure: answer.error };
    for (const story of answer.value.stories) {
      if (story.count > 0 || story.failure !== undefined) {
        const hits = story.hits.map((hit, place) => ({ ...hit, key: `${story.id} ${place}` }));
        found.push({ ...story, hits, headline: headlines.get(story.id) ?? '' });
      }
    }
  }
  return { state: 'found', query, stories: found };
}

type Listed =
  | { readonly ok: true; readonly stories: readonly { readonly id: ArticleId; readonly headline: string }[] }
  | { readonly ok: false; readonly error: Failure };

async function listAll(client: Client, list: StoryQuery, isWanted: () => boolean): Promise<Listed> {
  const stories: { id: ArticleId; headline: string }[] = [];
  for (let page = 0; isWanted(); page += 1) {
    const answer = await client.call('library.list', pageInput(list, page));
    if (!answer.ok) return answer;
    stories.push(...answer.value.items);
    if (answer.value.items.length < PAGE) break;
  }
  return { ok: true, stories };
}
