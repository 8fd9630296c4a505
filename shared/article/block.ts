import { plainText, type Direction, type Inline } from './inline.ts';

/** The kinds of block that hold running text. Changing one into another is an attribute change, so typing survives. */
export const TEXT_KINDS = ['paragraph', 'heading', 'blockQuote', 'pullQuote', 'correction'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Section headings are levels 2 to 4; level 1 is the headline. */
export type HeadingLevel = 2 | 3 | 4;
export type ListKind = 'bulleted' | 'numbered';

/** The deepest a list item can be indented, counted from 0. */
export const DEEPEST_INDENT = 8;

interface TextBlockBase {
  readonly content: readonly Inline[];
  readonly list?: ListKind;
  /** Depth of a list item, 0 to `DEEPEST_INDENT`; absent is 0. */
  readonly indent?: number;
  /** Name of the fact box this block is part of. Neighbours of one name are one box. */
  readonly box?: string;
  /** BCP 47 tag where the block is not in the article's language. */
  readonly language?: string;
  /** Only where the direction must be forced; absent means by content. */
  readonly direction?: Direction;
}

interface Paragraph extends TextBlockBase {
  readonly kind: 'paragraph';
}
interface Heading extends TextBlockBase {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
}
export interface BlockQuote extends TextBlockBase {
  readonly kind: 'blockQuote';
  readonly attribution?: string;
}
interface PullQuote extends TextBlockBase {
  readonly kind: 'pullQuote';
  readonly attribution?: string;
}
/** A published correction, clarification or update note. */
interface Correction extends TextBlockBase {
  readonly kind: 'correction';
}

export type TextBlock = Paragraph | Heading | BlockQuote | PullQuote | Correction;

/** Where the eye should stay when a picture is cropped: fractions of width and height, 0 to 1 from the top left. */
export interface FocalPoint {
  readonly x: number;
  readonly y: number;
}

/** A picture with its caption, credit, source, alternative text: four separate fields. */
export interface Figure {
  readonly kind: 'figure';
  /** The picture's file in the library's media, or null where it is missing (said at import). */
  readonly media: MediaName | null;
  readonly caption: readonly Inline[];
  readonly credit: string;
  readonly source: string;
  readonly alt: string;
  /** An explicit choice: the picture says nothing that a listener needs. */
  readonly decorative: boolean;
  readonly focalPoint?: FocalPoint;
  /** Name of the gallery this picture is part of. Neighbours of one name are one gallery. */
  readonly gallery?: string;
  /** Pixels, where known. */
  readonly width?: number;
  readonly height?: number;
}

/** `<sha-256 in hex>.<extension>`: content-addressed, so equal pictures are one file. */
export type MediaName = string & { readonly __media: unique symbol };

const MEDIA = /^[0-9a-f]{64}\.(?:jpg|png|gif|webp|avif)$/;

export function isMediaName(text: unknown): text is MediaName {
  return typeof text === 'string' && MEDIA.test(text);
}

export interface TableCell {
  readonly content: readonly Inline[];
  readonly header: boolean;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
}

/** Something that lives elsewhere, shown as a card made of what is known offline; never a live frame by default. */
interface Embed {
  readonly kind: 'embed';
  readonly url: string;
  readonly title: string;
}

interface Rule {
  readonly kind: 'rule';
}

/** A related article shown inside the body; `related` names an entry of the article's related list. */
interface RelatedCard {
  readonly kind: 'relatedCard';
  readonly related: string;
}

export type Block = TextBlock | Figure | Table | Embed | Rule | RelatedCard;

export function isTextBlock(block: Block): block is TextBlock {
  return (TEXT_KINDS as readonly string[]).includes(block.kind);
}

/** The plain text of everything a block holds: caption of a figure, cells of a table (tab and line break between). */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'pullQuote':
    case 'correction':
      return plainText(block.content);
    case 'figure':
      return plainText(block.caption);
    case 'table':
      return block.rows.map((row) => row.cells.map((cell) => plainText(cell.content)).join('\t')).join('\n');
    case 'embed':
      return block.title;
    case 'rule':
    case 'relatedCard':
      return '';
  }
}
