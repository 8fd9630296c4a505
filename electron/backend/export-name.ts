import { headlineText, type Article } from '#shared/article/article.ts';

/** Letters, digits and their marks in any script; everything else is a hyphen. */
const UNSAFE = /[^\p{L}\p{M}\p{N}]+/gu;
const LONGEST_SLUG = 50;
/** File systems count bytes: 255 at most, of which the id, a number and the extension want some. */
const MOST_BYTES = 180;
const SHORT_ID = 8;

/**
 * The name of an exported file: `<slug>--<first 8 of the id>.<extension>`, or with a number before the extension from
 * the second on. Legal on every common file system, whatever the article is called.
 */
export function exportName(
  article: Pick<Article, 'id' | 'metadata' | 'headline'>,
  extension: string,
  number = 1,
): string {
  const { urlSlug, slug } = article.metadata;
  const words = [urlSlug, slug, headlineText(article)].map(slugOf).find((text) => text !== '') ?? 'article';
  const suffix = number === 1 ? '' : `-${number}`;
  return `${words}--${article.id.slice(0, SHORT_ID)}${suffix}.${extension}`;
}

/** At most `LONGEST_SLUG` characters, cut between words where there are several. */
function slugOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’׳"״]/gu, '')
    .replaceAll(UNSAFE, '-');
  const slug = words.replaceAll(/^-+|-+$/gu, '');
  let kept = '';
  for (const character of slug) {
    const longer = kept + character;
    if (longer.length > LONGEST_SLUG || new TextEncoder().encode(longer).length > MOST_BYTES) {
      return character !== '-' && kept.includes('-') ? kept.slice(0, kept.lastIndexOf('-')) : kept;
    }
    kept = longer;
  }
  return kept;
}
