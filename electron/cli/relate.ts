import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RelatedLink, RelatedTarget, RelatedType } from '#shared/article/related.ts';
import { isWebUrl } from '#shared/article/url.ts';
import { addRelated, readRelated } from '#shared/document/related.ts';
import { editArticle } from '../backend/editing.ts';
import type { Library } from '../backend/library.ts';
import type { Answer } from './answer.ts';
import { findArticle, withLibrary, type Context } from './context.ts';

export interface RelateOptions {
  /** An article of the library, or a web address. */
  readonly to: string;
  readonly type: RelatedType;
  readonly blurb?: string;
  readonly headline?: string;
}

/** `stet relate ID --to ID|URL`: attaches a related article at the end of the list. */
export async function relateArticle(context: Context, typed: string, options: RelateOptions): Promise<Result<Answer>> {
  return withLibrary(context, 'write', async (library) => {
    const id = findArticle(library, typed);
    if (!id.ok) return id;
    const target = targetOf(library, id.value, options.to.trim());
    if (!target.ok) return target;
    const { type, headline = '', blurb = '' } = options;
    const link: Omit<RelatedLink, 'id'> = { type, target: target.value, headline, blurb };
    const added = await editArticle(library, id.value, (doc) =>
      readRelated(doc).some((entry) => sameTarget(entry.target, target.value))
        ? null
        : addRelated(doc, link, context.random),
    );
    if (!added.ok) return added;
    if (added.value === null) return fail('bad-input', 'That is in the related list already.');
    const json = { id: id.value, related: { id: added.value, type, ...named(target.value), headline, blurb } };
    return succeed({ json, text: `Attached to ${id.value.slice(0, 8)} as ${type}.` });
  });
}

function targetOf(library: Library, id: ArticleId, to: string): Result<RelatedTarget> {
  if (isWebUrl(to)) return succeed({ kind: 'url', url: to });
  if (/[:/.]/u.test(to)) {
    return fail('bad-input', 'A related page is a full web address that begins with https:// or http://.');
  }
  const article = findArticle(library, to);
  if (!article.ok) return article;
  if (article.value === id) return fail('bad-input', 'An article can’t be related to itself.');
  return succeed({ kind: 'article', article: article.value });
}

function named(target: RelatedTarget): { readonly article?: ArticleId; readonly url?: string } {
  switch (target.kind) {
    case 'article':
      return { article: target.article };
    case 'url':
      return { url: target.url };
    case 'none':
      return {};
  }
}

function sameTarget(one: RelatedTarget, other: RelatedTarget): boolean {
  return one.kind === other.kind && JSON.stringify(named(one)) === JSON.stringify(named(other));
}
