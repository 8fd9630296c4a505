import type { Block } from '#shared/article/block.ts';
import { plainText, type Inline } from '#shared/article/inline.ts';
import type { Passage, Place } from './check.ts';

/** A passage of a text about which something is known. */
export interface Span extends Passage {
  /** Checked, correct as is. */
  readonly cq: boolean;
  readonly href: string | null;
  readonly language: string | null;
}

/** One running text of a block: its own, a caption, a cell. */
export interface ViewText {
  readonly text: string;
  /** Where it begins, counted from the start of the block's content. */
  readonly at: number;
  /** Positions as in the block, not in the text; in order, only where something is known. */
  readonly spans: readonly Span[];
}

/** A block as the checks see it, whether it comes from a stored article or from an editor. */
export interface BlockView {
  readonly kind: Block['kind'];
  readonly texts: readonly ViewText[];
  /** Short texts beside the running one that readers get: an attribution, a credit, a title. */
  readonly labels: readonly string[];
  /** BCP 47, where the block is not in the article's language. */
  readonly language: string | null;
  readonly picture: { readonly isThere: boolean; readonly needsAlt: boolean; readonly needsCredit: boolean } | null;
  /** The entry of the related list a card shows. */
  readonly related: string | null;
}

/** A stored block as the checks see it. */
export function viewOf(block: Block): BlockView {
  const view: BlockView = {
    kind: block.kind,
    texts: [],
    labels: [],
    language: null,
    picture: null,
    related: null,
  };
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'correction':
      return { ...view, texts: [textOf(block.content, 0)], language: block.language ?? null };
    case 'blockQuote':
    case 'pullQuote': {
      const labels = [block.attribution ?? ''];
      return { ...view, texts: [textOf(block.content, 0)], labels, language: block.language ?? null };
    }
    case 'figure': {
      const { credit, source, alt } = block;
      return { ...view, texts: [textOf(block.caption, 0)], labels: [credit, source, alt], picture: pictureOf(block) };
    }
    case 'table':
      return { ...view, texts: cellsOf(block.rows.map(({ cells }) => cells.map(({ content }) => content))) };
    case 'embed':
      return { ...view, labels: [block.title] };
    case 'relatedCard':
      return { ...view, related: block.related };
    case 'rule':
      return view;
  }
}

/** A field that is one text. */
export function viewOfLine(content: readonly Inline[]): BlockView {
  const texts = [textOf(content, 0)];
  return { kind: 'paragraph', texts, labels: [], language: null, picture: null, related: null };
}

/** What a picture lacks. */
export function pictureOf(figure: {
  readonly media: string | null;
  readonly alt: string;
  readonly credit: string;
  readonly decorative: boolean;
}): NonNullable<BlockView['picture']> {
  return {
    isThere: figure.media !== null,
    needsAlt: !figure.decorative && figure.alt.trim() === '',
    needsCredit: figure.credit.trim() === '',
  };
}

/** What a block is called when something in it is told of. */
export function placeOf(kind: Block['kind']): Place {
  switch (kind) {
    case 'paragraph':
    case 'heading':
    case 'correction':
    case 'table':
    case 'embed':
      return kind;
    case 'blockQuote':
    case 'pullQuote':
      return 'quote';
    case 'figure':
      return 'picture';
    case 'rule':
    case 'relatedCard':
      return 'paragraph';
  }
}

/** True where every character of the passage is marked CQ. */
export function isChecked({ spans }: ViewText, { from, to }: Passage): boolean {
  let at = from;
  for (const span of spans) {
    if (span.cq && span.from <= at && span.to > at) at = span.to;
    if (at >= to) return true;
  }
  return false;
}

/** The language of the text at a position of the block. */
export function languageAt({ spans }: ViewText, at: number, otherwise: string): string {
  return spans.find((span) => span.language !== null && span.from <= at && at < span.to)?.language ?? otherwise;
}

/** Rows and cells open with one position each and close with one. */
function cellsOf(rows: readonly (readonly (readonly Inline[])[])[]): ViewText[] {
  const texts: ViewText[] = [];
  let at = 0;
  for (const cells of rows) {
    at += 1;
    for (const content of cells) {
      const text = textOf(content, at + 1);
      texts.push(text);
      at += text.text.length + 2;
    }
    at += 1;
  }
  return texts;
}

function textOf(content: readonly Inline[], at: number): ViewText {
  const spans: Span[] = [];
  let from = at;
  for (const inline of content) {
    const to = from + (inline.type === 'text' ? inline.text.length : 1);
    if (inline.type === 'text') {
      const { cq, link, language } = inline.marks;
      if (cq === true || link !== undefined || language !== undefined) {
        spans.push({ from, to, cq: cq === true, href: link?.href ?? null, language: language?.tag ?? null });
      }
    }
    from = to;
  }
  return { text: plainText(content), at, spans };
}
