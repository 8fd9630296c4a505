import type { Article } from '#shared/article/article.ts';
import type { Figure } from '#shared/article/block.ts';
import type { Finding } from './check.ts';

/** Pictures without alternative text that nobody has called decorative. */
export function altMissing(article: Article): readonly Finding[] {
  return figures(article)
    .filter(({ figure }) => !figure.decorative && figure.alt.trim() === '')
    .map(({ block }) => ({
      code: 'alt-missing',
      severity: 'blocks',
      message: 'A picture has no alternative text and is not marked as decorative.',
      block,
    }));
}

/** Pictures that name nobody to be credited. */
export function creditMissing(article: Article): readonly Finding[] {
  return figures(article)
    .filter(({ figure }) => figure.credit.trim() === '')
    .map(({ block }) => ({ code: 'credit-missing', severity: 'blocks', message: 'A picture has no credit.', block }));
}

/** Places for pictures whose file the library does not have. */
export function pictureMissing(article: Article): readonly Finding[] {
  return figures(article)
    .filter(({ figure }) => figure.media === null)
    .map(({ block }) => ({
      code: 'picture-missing',
      severity: 'warns',
      message: 'A picture was never put in: its caption is there, its file is not.',
      block,
    }));
}

/** Somebody raised the picture flag. */
export function pictureFlagged(article: Article): readonly Finding[] {
  if (!article.metadata.pictureFlag) return [];
  return [
    { code: 'picture-flag', severity: 'warns', message: 'The picture flag is raised: the pictures want a look.' },
  ];
}

function figures(article: Article): { readonly figure: Figure; readonly block: number }[] {
  return article.body.flatMap((block, at) => (block.kind === 'figure' ? [{ figure: block, block: at }] : []));
}
