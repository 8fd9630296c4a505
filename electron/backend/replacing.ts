import { succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { findInArticle } from '#shared/article/search-article.ts';
import type { Matcher } from '#shared/article/search.ts';
import type { FoundInStory } from '#shared/contract/calls.ts';
import { replaceText, searchedTexts } from '#shared/document/replace.ts';
import { editArticle } from './editing.ts';
import type { Library } from './library.ts';
import { PATTERN_TIME, withinTime } from './time-limit.ts';

/** Hits of one story that are shown; all are counted. */
const SHOWN = 200;

/**
 * Replaces what the matcher finds in one story, as one change, and answers how many places that were. Nothing is
 * written when nothing was found, or when a pattern takes too long.
 */
export async function replaceInStory(
  library: Library,
  id: ArticleId,
  matcher: Matcher,
  replacement: string,
  all: boolean,
): Promise<Result<number>> {
  const replaced = await editArticle(library, id, (doc): Result<number> => {
    const found = foundBefore(matcher, searchedTexts(doc));
    return found.ok ? succeed(replaceText(doc, found.value, replacement, { all })) : found;
  });
  return replaced.ok ? replaced.value : replaced;
}

/** A pattern searches within its time before anything is changed: a change must never stop half-way. */
function foundBefore(matcher: Matcher, texts: readonly string[]): Result<Matcher> {
  if (!matcher.query.pattern) return succeed(matcher);
  const found = withinTime(PATTERN_TIME, () => new Map(texts.map((text) => [text, matcher.hits(text)])));
  return found.ok ? succeed({ ...matcher, hits: (text) => found.value.get(text) ?? [] }) : found;
}

/** What the matcher finds in one story, and whether anything could be replaced there. */
export async function findInStory(library: Library, id: ArticleId, matcher: Matcher): Promise<FoundInStory> {
  const read = await library.read(id);
  if (!read.ok) return { id, count: 0, hits: [], failure: read.error };
  const found = limited(matcher, () => findInArticle(read.value.article, matcher));
  if (!found.ok) return { id, count: 0, hits: [], failure: found.error };
  const loaded = await library.load(id);
  const readOnly = loaded.ok ? loaded.value.readOnly : loaded.error;
  const story = { id, count: found.value.length, hits: found.value.slice(0, SHOWN) };
  return readOnly === undefined ? story : { ...story, failure: readOnly };
}

/** Plain words are found in time by themselves. */
function limited<T>(matcher: Matcher, work: () => T): Result<T> {
  return matcher.query.pattern ? withinTime(PATTERN_TIME, work) : succeed(work());
}
