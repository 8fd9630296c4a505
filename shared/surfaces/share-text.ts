import { headlineText, introText, type Article } from '#shared/article/article.ts';
import type { FocalPoint, MediaName } from '#shared/article/block.ts';

/** What a page says of itself to the places where it is shared. */
export interface ShareText {
  readonly title: string;
  readonly description: string;
  readonly searchTitle: string;
  readonly image: MediaName | null;
  /** Where the eye should stay in the image, where the article says so. */
  readonly focalPoint?: FocalPoint;
}

/**
 * The texts of an article for sharing: the fields made for it, else the headline made for the place, else the
 * headline; the description is the share description, else the standfirst, else the first paragraph.
 */
export function shareTextOf(article: Article): ShareText {
  const { metadata } = article;
  const headline = headlineText(article);
  const title = firstFilled(metadata.shareTitle, metadata.socialHeadline, headline);
  const figures = article.body.filter((block) => block.kind === 'figure' && block.media !== null);
  const [first] = figures;
  const image = metadata.shareImage || (first?.kind === 'figure' ? first.media : null);
  const shown = figures.find((block) => block.kind === 'figure' && block.media === image);
  const focalPoint = shown?.kind === 'figure' ? shown.focalPoint : undefined;
  return {
    title,
    searchTitle: firstFilled(metadata.searchHeadline, metadata.shareTitle, headline),
    description: firstFilled(metadata.shareDescription, introText(article)),
    image,
    ...(focalPoint === undefined ? {} : { focalPoint }),
  };
}

function firstFilled(...texts: readonly string[]): string {
  return texts.find((text) => text.trim() !== '')?.trim() ?? '';
}
