import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { replaceText } from '#shared/document/replace.ts';
import { editArticle } from '../backend/editing.ts';
import type { Answer } from './answer.ts';
import { findArticle, withLibrary, type Context } from './context.ts';

export interface ReplaceOptions {
  readonly all?: boolean;
}

/** `stet replace ID FIND WITH`: replaces text in headline, standfirst, body and captions; prints how many. */
export async function replaceInArticle(
  context: Context,
  typed: string,
  find: string,
  replacement: string,
  { all = false }: ReplaceOptions,
): Promise<Result<Answer>> {
  if (find === '') return fail('bad-input', 'Say which words to find.');
  return withLibrary(context, 'write', async (library) => {
    const id = findArticle(library, typed);
    if (!id.ok) return id;
    const replaced = await editArticle(library, id.value, (doc) => replaceText(doc, find, replacement, { all }));
    if (!replaced.ok) return replaced;
    return succeed({ json: { id: id.value, replaced: replaced.value }, text: String(replaced.value) });
  });
}
