import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { editState } from '#shared/document/edit.ts';
import type { Library } from './library.ts';

type Edit<T> = Parameters<typeof editState<T>>[1];

/**
 * Changes an article that need not be open anywhere: loads it, edits a copy, appends what changed. Resolves when that
 * is on disk; nothing is written when nothing changed. Everybody who follows the article hears of it.
 */
export async function editArticle<T>(library: Library, id: ArticleId, edit: Edit<T>): Promise<Result<T>> {
  const loaded = await library.load(id);
  if (!loaded.ok) return loaded;
  const { state, readOnly } = loaded.value;
  if (readOnly !== undefined) return fail(readOnly.code, readOnly.message);
  const { update, result } = editState(state, edit);
  if (update === null) return succeed(result);
  const appended = await library.append(id, update);
  return appended.ok ? succeed(result) : appended;
}
