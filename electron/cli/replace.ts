import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { matcherOf } from '#shared/article/search.ts';
import { replaceInStory } from '../backend/replacing.ts';
import type { Answer } from './answer.ts';
import { findArticle, withLibrary, type Context } from './context.ts';

export interface ReplaceOptions {
  readonly all?: boolean;
  readonly regex?: boolean;
  readonly wholeWords?: boolean;
  readonly ignoreCase?: boolean;
  readonly ignoreAccents?: boolean;
}

/** `stet replace ID FIND WITH`: replaces text in headline, standfirst, body and captions; prints how many. */
export async function replaceInArticle(
  context: Context,
  typed: string,
  find: string,
  replacement: string,
  options: ReplaceOptions,
): Promise<Result<Answer>> {
  if (find === '') return fail('bad-input', 'Say which words to find.');
  const matcher = matcherOf({
    find,
    matchCase: options.ignoreCase !== true,
    wholeWords: options.wholeWords === true,
    foldMarks: options.ignoreAccents === true,
    pattern: options.regex === true,
  });
  if (!matcher.ok) return matcher;
  return withLibrary(context, 'write', async (library) => {
    const id = findArticle(library, typed);
    if (!id.ok) return id;
    const replaced = await replaceInStory(library, id.value, matcher.value, replacement, options.all === true);
    if (!replaced.ok) return replaced;
    return succeed({ json: { id: id.value, replaced: replaced.value }, text: String(replaced.value) });
  });
}
