import type { Node } from '@tiptap/pm/model';
import { NODE } from '#shared/document/layout.ts';
import { pictureOf, type BlockView, type Span, type ViewText } from '#shared/checks/block-view.ts';
import { blockTexts } from '../marking/block-text.ts';
import { textOf } from '../schema/attribute.ts';
import { shapeOf } from '../text-block.ts';

/** A top-level block of an editor as the checks see it: what `viewOf` makes of the same block when it is stored. */
export function viewOfNode(block: Node): BlockView {
  const view: BlockView = {
    kind: 'rule',
    texts: textsOf(block),
    labels: [],
    language: null,
    picture: null,
    related: null,
  };
  const attribute = (name: string): string => textOf((block.attrs as Readonly<Record<string, unknown>>)[name]) ?? '';
  if (block.type.name === NODE.textBlock) {
    const { kind } = shapeOf(block);
    const isQuote = kind === 'blockQuote' || kind === 'pullQuote';
    const labels = isQuote ? [attribute('attribution')] : [];
    return { ...view, kind, labels, language: attribute('language') || null };
  }
  switch (block.type.name) {
    case NODE.figure: {
      const decorative = block.attrs['decorative'] === true;
      const credit = attribute('credit');
      const alt = attribute('alt');
      const picture = pictureOf({ media: attribute('media') || null, alt, credit, decorative });
      return { ...view, kind: 'figure', labels: [credit, attribute('source'), alt], picture };
    }
    case NODE.table:
      return { ...view, kind: 'table' };
    case NODE.embed:
      return { ...view, kind: 'embed', labels: [attribute('title')] };
    case NODE.relatedCard:
      return { ...view, kind: 'relatedCard', related: attribute('related') };
    default:
      return view;
  }
}

function textsOf(block: Node): readonly ViewText[] {
  return blockTexts(block).map(({ text, at }) => ({ text, at, spans: spansOf(block, at) }));
}

/** What is known of the runs of the text that begins at `at`. */
function spansOf(block: Node, at: number): Span[] {
  const holder = block.inlineContent ? block : block.resolve(at).parent;
  const spans: Span[] = [];
  holder.forEach((node, offset) => {
    if (!node.isText || node.marks.length === 0) return;
    const mark = (name: string) => node.marks.find(({ type }) => type.name === name);
    const cq = mark('cq') !== undefined;
    const href = textOf(mark('link')?.attrs['href']);
    const language = textOf(mark('language')?.attrs['tag']);
    if (!cq && href === null && language === null) return;
    spans.push({ from: at + offset, to: at + offset + node.nodeSize, cq, href, language });
  });
  return spans;
}
