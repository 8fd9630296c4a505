import type { Article } from '#shared/article/article.ts';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { blocking, checkArticle } from '#shared/checks/catalogue.ts';
import type { CheckResult } from '#shared/contract/calls.ts';

/** A finding that an export passed over, and whose article it is. */
export interface Overridden extends CheckResult {
  readonly article: ArticleId;
}

/**
 * The gate before an export. Without a reason, one finding that blocks keeps everything in; with a reason all may go,
 * and what was passed over comes back to be recorded.
 */
export function passGate(articles: readonly Article[], override: string | undefined): Result<readonly Overridden[]> {
  const found = articles.flatMap((article) =>
    blocking(checkArticle(article)).map((finding) => ({ ...finding, article: article.id })),
  );
  if (found.length === 0 || (override ?? '').trim() !== '') return succeed(found);
  return fail('export-blocked', sentence(found, articles.length));
}

function sentence(found: readonly Overridden[], articles: number): string {
  const messages = Array.from(new Set(found.map(({ message }) => message.replace(/\.$/u, ''))));
  const shown = messages.slice(0, 3).join('; ');
  const more = messages.length > 3 ? `; and ${messages.length - 3} more` : '';
  const blocked = new Set(found.map(({ article }) => article)).size;
  const who = articles === 1 ? 'The export is blocked' : `The export is blocked by ${blocked} of ${articles} articles`;
  return `${who}: ${shown}${more} (put it right, or give a reason to export anyway).`;
}
