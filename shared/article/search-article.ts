import type { Article } from './article.ts';
import type { Block } from './block.ts';
import { plainText } from './inline.ts';
import type { Hit, Matcher } from './search.ts';

/** How much of the text before and after a hit is shown with it, in characters. */
const BEFORE = 32;
const AFTER = 64;

/** A hit with the words around it, on one line. */
export interface Excerpt {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** A hit in an article: where it is, and what it looks like there. */
export interface ArticleHit extends Excerpt {
  readonly place: 'headline' | 'standfirst' | 'body' | 'caption' | 'table';
}

/** Every passage of an article that the matcher finds, in reading order: the same ones that `replaceText` replaces. */
export function findInArticle(article: Article, matcher: Matcher): readonly ArticleHit[] {
  return textsOf(article).flatMap(({ text, place }) =>
    matcher.hits(text).map((hit) => ({ place, ...excerptOf(text, hit) })),
  );
}

/** The hit with some words before and after it; what is cut away is cut between words where they are short enough. */
export function excerptOf(text: string, { from, to }: Hit): Excerpt {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const line = text.slice(0, lineEnd === -1 ? text.length : lineEnd);
  return {
    before: lastWords(from === 0 ? '' : line.slice(Math.min(lineStart, from), from)),
    found: text.slice(from, to),
    after: firstWords(line.slice(to)),
  };
}

function lastWords(text: string): string {
  if (text.length <= BEFORE) return text;
  const cut = text.slice(-BEFORE);
  const space = cut.search(/\s\S/u);
  return `…${space >= 0 && space < BEFORE / 2 ? cut.slice(space + 1) : whole(cut)}`;
}

function firstWords(text: string): string {
  if (text.length <= AFTER) return text;
  const cut = text.slice(0, AFTER);
  const space = cut.lastIndexOf(' ');
  return `${space > AFTER / 2 ? cut.slice(0, space) : whole(cut)}…`;
}

/** Without the halves of characters that a cut may leave at its ends. */
function whole(cut: string): string {
  return cut.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}

function textsOf(article: Article): { readonly text: string; readonly place: ArticleHit['place'] }[] {
  return [
    { text: plainText(article.headline), place: 'headline' },
    { text: plainText(article.standfirst), place: 'standfirst' },
    ...article.body.flatMap(blockTexts),
  ];
}

function blockTexts(block: Block): { readonly text: string; readonly place: ArticleHit['place'] }[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'pullQuote':
    case 'correction':
      return [{ text: plainText(block.content), place: 'body' }];
    case 'figure':
      return [{ text: plainText(block.caption), place: 'caption' }];
    case 'table':
      return block.rows.flatMap((row) =>
        row.cells.map((cell) => ({ text: plainText(cell.content), place: 'table' as const })),
      );
    case 'embed':
    case 'rule':
    case 'relatedCard':
      return [];
  }
}
