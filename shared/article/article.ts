import { isTextBlock, type Block } from './block.ts';
import type { ArticleId } from './identity.ts';
import { plainText, type Inline } from './inline.ts';
import type { Metadata } from './metadata.ts';
import type { RelatedLink } from './related.ts';

/** A story as plain readonly data. Knows neither Yjs nor ProseMirror; safe to send, compare and print. */
export interface Article {
  readonly id: ArticleId;
  readonly headline: readonly Inline[];
  readonly standfirst: readonly Inline[];
  /** Flat, as stored: list items, quotes and fact boxes are blocks with attributes, not containers. */
  readonly body: readonly Block[];
  readonly metadata: Metadata;
  readonly related: readonly RelatedLink[];
}

/** An article that is about to be: what an import reads and the first update is made of. */
export interface ArticleDraft {
  readonly headline: readonly Inline[];
  readonly standfirst: readonly Inline[];
  readonly body: readonly Block[];
  readonly metadata: Partial<Metadata>;
  /** In order; ids are given when the article is made. */
  readonly related: readonly Omit<RelatedLink, 'id'>[];
}

/** The headline as one line of text. */
export function headlineText(article: Pick<Article, 'headline'>): string {
  return plainText(article.headline)
    .replaceAll(/\s*\n\s*/gu, ' ')
    .trim();
}

/** The paragraphs an article could be introduced by: standfirst, else the first paragraph of the body. */
export function introText(article: Pick<Article, 'standfirst' | 'body'>): string {
  const standfirst = plainText(article.standfirst).trim();
  if (standfirst !== '') return standfirst;
  const first = article.body.find(
    (block) => isTextBlock(block) && block.kind === 'paragraph' && plainText(block.content).trim() !== '',
  );
  return first !== undefined && isTextBlock(first) ? plainText(first.content).trim() : '';
}
