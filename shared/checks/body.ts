import type { Article } from '#shared/article/article.ts';
import { blockText } from '#shared/article/block.ts';
import { bodyWords } from '#shared/article/measure.ts';
import type { Finding } from './check.ts';

/** How far over the commissioned length an article may run before it is said, as a fraction of that length. */
const TOLERANCE = 0.1;

/** A body without a word in it. */
export function bodyEmpty(article: Article): readonly Finding[] {
  if (article.body.some((block) => blockText(block).trim() !== '')) return [];
  return [{ code: 'body-empty', severity: 'warns', message: 'The body has no text.' }];
}

/** A body that runs more than a tenth over what was commissioned. */
export function overLength(article: Article): readonly Finding[] {
  const { commissionedLength } = article.metadata;
  if (commissionedLength === 0) return [];
  const words = bodyWords(article);
  if (words <= commissionedLength * (1 + TOLERANCE)) return [];
  const message = `The body has ${words} words; ${commissionedLength} were commissioned.`;
  return [{ code: 'over-length', severity: 'warns', message }];
}

/** Related cards in the body whose entry has left the related list. */
export function cardsLost(article: Article): readonly Finding[] {
  const known = new Set(article.related.map((link) => link.id));
  return article.body.flatMap((block, at): Finding[] =>
    block.kind === 'relatedCard' && !known.has(block.related)
      ? [
          {
            code: 'related-card-lost',
            severity: 'warns',
            message: 'A related card in the body points to an entry that is no longer in the related list.',
            block: at,
          },
        ]
      : [],
  );
}
