import { describe, expect, it, vi } from 'vitest';
import { openStoryPages } from '#renderer/library/story-pages.ts';
import { PAGE, WHOLE_LIBRARY, type StoryQuery } from '#renderer/library/story-query.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { summarize, type Summary } from '#shared/article/summary.ts';
import type { Client } from '#shared/contract/client.ts';
import { succeed } from '#shared/article/failure.ts';

const EVERYTHING: StoryQuery = WHOLE_LIBRARY;

function story(number: number, headline = `Story ${number}`): Summary {
  const id = String(number).padStart(26, '0') as ArticleId;
  const article = { id, headline: [run(headline)], standfirst: [], body: [], metadata: DEFAULT_METADATA, related: [] };
  return summarize(article, '2026-11-24T18:00:00Z');
}

/** A library in memory that answers `library.list` as the contract says, and notes what it was asked. */
function library(stories: Summary[]) {
  const asked: unknown[] = [];
  const call = ((_name: string, input: { offset?: number; limit?: number }) => {
    asked.push(input);
    const from = input.offset ?? 0;
    return Promise.resolve(succeed({ total: stories.length, items: stories.slice(from, from + (input.limit ?? 100)) }));
  }) as Client['call'];
  return { stories, asked, client: { call } };
}

describe('openStoryPages', () => {
  it('asks for the first page at once and for others when they are wanted, each once', async () => {
    const { client, asked } = library(Array.from({ length: 1_000 }, (_, at) => story(at)));
    const changed = vi.fn<() => void>();
    const pages = openStoryPages(client, EVERYTHING, changed);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(pages.total()).toBe(1_000);
    expect(pages.at(0)?.headline).toBe('Story 0');
    expect(pages.at(PAGE)).toBeUndefined();

    pages.want(PAGE - 2, PAGE + 5);
    pages.want(PAGE - 1, PAGE + 6);
    await vi.waitFor(() => expect(pages.at(PAGE)?.headline).toBe(`Story ${PAGE}`));
    expect(asked).toHaveLength(2);
    expect(pages.indexOf(story(PAGE + 1).id)).toBe(PAGE + 1);
  });

  it('shows newer versions in place at once, then what the library says', async () => {
    const { client, stories } = library([story(1), story(2)]);
    const changed = vi.fn<() => void>();
    const pages = openStoryPages(client, EVERYTHING, changed);
    await vi.waitFor(() => expect(pages.total()).toBe(2));
    stories.unshift(story(3));
    pages.update([story(2, 'Rewritten')]);
    expect(pages.at(1)?.headline).toBe('Rewritten');
    await vi.waitFor(() => expect(pages.total()).toBe(3));
    expect(pages.at(0)?.headline).toBe('Story 3');
  });

  it('says nothing after it was closed', async () => {
    const { client } = library([story(1)]);
    const changed = vi.fn<() => void>();
    const pages = openStoryPages(client, EVERYTHING, changed);
    pages.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(changed).not.toHaveBeenCalled();
    expect(pages.total()).toBeNull();
  });

  it('passes the question on and leaves out what was not asked', async () => {
    const { client, asked } = library([]);
    openStoryPages(client, { search: '  bridge ', status: 'subs', trashed: false }, () => undefined);
    openStoryPages(client, { search: '', status: null, trashed: true }, () => undefined);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked).toEqual([
      { search: 'bridge', status: 'subs', trashed: false, offset: 0, limit: PAGE },
      { trashed: true, offset: 0, limit: PAGE },
    ]);
  });
});
