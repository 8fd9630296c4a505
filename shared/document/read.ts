import type * as Y from 'yjs';
import type { Article } from '#shared/article/article.ts';
import { blockText, isTextBlock, type Block } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { joinRuns, run, type Inline } from '#shared/article/inline.ts';
import { readMetadata } from './field.ts';
import { blocksFrom } from './read-block.ts';
import { readRelated } from './related.ts';
import { openDocument } from './state.ts';

/**
 * The article a document holds. Never changes the document and never throws on odd content: what is unknown or
 * malformed reads as its default, and every text is kept.
 */
export function readArticle(id: ArticleId, doc: Y.Doc): Article {
  return {
    id,
    headline: readLine(doc, 'headline'),
    standfirst: readLine(doc, 'standfirst'),
    body: blocksFrom(doc.getXmlFragment('body').toArray()),
    metadata: readMetadata(doc),
    related: readRelated(doc),
  };
}

/** One of the fields that are one text, with the promises of `readArticle`. */
export function readLine(doc: Y.Doc, field: 'headline' | 'standfirst'): Inline[] {
  return oneText(blocksFrom(doc.getXmlFragment(field).toArray()));
}

/** The article a whole state (one V1 update) holds. Throws only when `state` is no update at all. */
export function readState(id: ArticleId, state: Uint8Array): Article {
  const doc = openDocument([state]);
  const article = readArticle(id, doc);
  doc.destroy();
  return article;
}

/** A field that should be one block as one text: several blocks are joined with line breaks. */
function oneText(blocks: readonly Block[]): Inline[] {
  const texts = blocks.map((block) => (isTextBlock(block) ? block.content : [run(blockText(block))]));
  const [first = [], ...rest] = texts;
  return joinRuns([...first, ...rest.flatMap((text): Inline[] => [{ type: 'break' }, ...text])]);
}
