import { headlineText, type Article } from '#shared/article/article.ts';
import { plainText } from '#shared/article/inline.ts';
import type { Finding } from './check.ts';

/** Characters beyond which search results and cards cut a headline short, whatever the surface. */
const LONG_HEADLINE = 110;

/** An article that has no headline yet. */
export function headlineMissing(article: Article): readonly Finding[] {
  if (headlineText(article) !== '') return [];
  return [{ code: 'headline-missing', severity: 'warns', message: 'The article has no headline.' }];
}

/** A headline of more than `LONG_HEADLINE` characters. */
export function headlineLong(article: Article): readonly Finding[] {
  const length = [...headlineText(article)].length;
  if (length <= LONG_HEADLINE) return [];
  const message = `The headline has ${length} characters; beyond ${LONG_HEADLINE} it is cut short where it is shared.`;
  return [{ code: 'headline-long', severity: 'warns', message }];
}

/** Section headings without a word in them. */
export function headingsEmpty(article: Article): readonly Finding[] {
  return article.body.flatMap((block, at): Finding[] =>
    block.kind === 'heading' && plainText(block.content).trim() === ''
      ? [{ code: 'heading-empty', severity: 'warns', message: 'A section heading is empty.', block: at }]
      : [],
  );
}
