import { headlineText, type Article } from './article.ts';
import { blockText, type Block, type Table } from './block.ts';
import { plainText, type Inline } from './inline.ts';
import { bodyWords } from './measure.ts';
import type { Metadata } from './metadata.ts';
import type { ResolvedRelated } from './related.ts';

/** A block with its text beside its rich content, for programs that read an article without knowing Stet. */
type PlainBlock = { readonly kind: Block['kind']; readonly text: string } & Readonly<Record<string, unknown>>;

/** Exactly one of `article` and `url` for a target that can be named; neither for one that is only words. */
interface PlainRelated {
  readonly id: string;
  readonly type: string;
  readonly headline: string;
  readonly blurb: string;
  readonly article?: string;
  readonly url?: string;
}

/** An article as `stet show --format json` prints it: texts plain, rich inline content beside them under `content`. */
export interface PlainArticle extends Metadata {
  readonly id: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly body: readonly PlainBlock[];
  readonly related: readonly PlainRelated[];
  /** Of the body, captions and tables included: the same number as in lists. */
  readonly words: number;
  /** ISO 8601. */
  readonly modified: string;
  readonly content: { readonly headline: readonly Inline[]; readonly standfirst: readonly Inline[] };
}

/**
 * The article in that shape. `related` is its related list with the targets' own words filled in; `modified` is
 * ISO 8601. All metadata stands at the top under its own names.
 */
export function plainArticle(article: Article, related: readonly ResolvedRelated[], modified: string): PlainArticle {
  return {
    id: article.id,
    headline: headlineText(article),
    standfirst: plainText(article.standfirst).trim(),
    ...article.metadata,
    words: bodyWords(article),
    modified,
    body: article.body.map(plainBlock),
    related: related.map(plainRelated),
    content: { headline: article.headline, standfirst: article.standfirst },
  };
}

function plainBlock(block: Block): PlainBlock {
  const text = blockText(block);
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'pullQuote':
    case 'correction': {
      const { kind, content, ...attributes } = block;
      return { kind, text, ...attributes, content };
    }
    case 'figure': {
      const { kind, caption, ...attributes } = block;
      return { kind, text, caption: text, ...attributes, content: caption };
    }
    case 'table':
      return { kind: 'table', text, rows: plainRows(block) };
    case 'embed':
    case 'rule':
    case 'relatedCard': {
      const { kind, ...attributes } = block;
      return { kind, text, ...attributes };
    }
  }
}

function plainRows(table: Table): readonly (readonly Readonly<Record<string, unknown>>[])[] {
  return table.rows.map((row) =>
    row.cells.map((cell) => ({ text: plainText(cell.content), header: cell.header, content: cell.content })),
  );
}

function plainRelated(link: ResolvedRelated): PlainRelated {
  const { id, type, headline, blurb, target } = link;
  const plain = { id, type, headline, blurb };
  switch (target.kind) {
    case 'article':
      return { ...plain, article: target.article };
    case 'url':
      return { ...plain, url: target.url };
    case 'none':
      return plain;
  }
}
