import { succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { plainArticle } from '#shared/article/plain.ts';
import { renderArticle } from '../backend/exporting.ts';
import type { Library } from '../backend/library.ts';
import type { Answer } from './answer.ts';
import { findArticle, withLibrary, type Context } from './context.ts';

export interface ShowOptions {
  /** `json` or a format that articles are exported in. */
  readonly format: string;
}

/** `stet show ID --format F`: one article on stdout, whatever the checks say. */
export async function showArticle(context: Context, typed: string, { format }: ShowOptions): Promise<Result<Answer>> {
  return withLibrary(context, 'read', async (library) => {
    const id = findArticle(library, typed);
    if (!id.ok) return id;
    return format === 'json' ? showPlain(library, id.value) : showAs(library, id.value, format);
  });
}

async function showPlain(library: Library, id: ArticleId): Promise<Result<Answer>> {
  const read = await library.read(id);
  if (!read.ok) return read;
  const { article, modified } = read.value;
  const json = plainArticle(article, library.resolveRelated(article), modified);
  return succeed({ json, text: JSON.stringify(json, null, 2) });
}

async function showAs(library: Library, id: ArticleId, format: string): Promise<Result<Answer>> {
  const rendered = await renderArticle(library, id, format);
  if (!rendered.ok) return rendered;
  const { bytes, losses } = rendered.value;
  const content = new TextDecoder().decode(bytes);
  return succeed({ json: { id, format, content, losses }, text: content });
}
