import type { Article } from '#shared/article/article.ts';
import type { Finding } from './check.ts';

/**
 * An embargo blocks as long as it is active, whatever the clock of this machine says: lifting one is a person's act.
 */
export function embargoActive(article: Article): readonly Finding[] {
  const { active, until } = article.metadata.embargo;
  if (!active) return [];
  const message = until === '' ? 'The article is under embargo.' : `The article is under embargo until ${until}.`;
  return [{ code: 'embargo-active', severity: 'blocks', message }];
}

/** Somebody raised the legal flag. */
export function legalFlagged(article: Article): readonly Finding[] {
  if (!article.metadata.legalFlag) return [];
  return [
    { code: 'legal-flag', severity: 'blocks', message: 'The legal flag is raised: the article waits for legal.' },
  ];
}

/** The article was dropped, recalled or put in the trash, and yet is on its way out. */
export function dropped(article: Article): readonly Finding[] {
  const { status, trashed } = article.metadata;
  if (trashed) return [{ code: 'in-trash', severity: 'warns', message: 'The article is in the trash.' }];
  if (status !== 'spiked' && status !== 'killed') return [];
  return [{ code: 'dropped', severity: 'warns', message: `The article's status is ${status}.` }];
}
