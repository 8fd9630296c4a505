import type { Block, MediaName } from '#shared/article/block.ts';
import type { Inline } from '#shared/article/inline.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import { bodyElements } from './html-body-writer.ts';
import { inlineNodes } from './html-inline-writer.ts';
import { element, htmlText } from './html-node.ts';
import { takeNotes } from './note-taker.ts';

/** What copied HTML needs to know beside the blocks. */
export interface ClipContext {
  /** The related list, for cards inside the text. */
  readonly related: readonly ResolvedRelated[];
  /** A picture as a `data:` URL; null where it can't come along, and then the figure has only its words. */
  readonly picture: (name: MediaName) => string | null;
}

/** Blocks as other programs want them: real nested lists, quotations, tables, figures with their pictures inside. */
export function clipHtml(blocks: readonly Block[], context: ClipContext): string {
  const pictured = blocks.map((block) =>
    block.kind === 'figure' && block.media !== null && context.picture(block.media) === null
      ? { ...block, media: null }
      : block,
  );
  const write = {
    related: context.related,
    modified: '',
    mediaHref: (name: MediaName) => context.picture(name) ?? '',
  };
  return htmlText(bodyElements({ body: pictured }, write, takeNotes()));
}

/** Words out of a text as HTML. */
export function phraseHtml(content: readonly Inline[]): string {
  return htmlText([element('span', {}, inlineNodes(content))]).trim();
}
