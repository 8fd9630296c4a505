import {
  isTextBlock,
  type Block,
  type BlockQuote,
  type Figure,
  type ListKind,
  type TextBlock,
} from '#shared/article/block.ts';

/** One list as other formats have it: items with lists inside. */
export interface ListGroup {
  readonly list: ListKind;
  readonly items: readonly ListItem[];
}

interface ListItem {
  readonly block: TextBlock;
  readonly children: readonly ListGroup[];
}

/** Neighbouring quote blocks that are one quotation; only the last can carry an attribution. */
export interface QuoteGroup {
  readonly pieces: readonly (ListPiece | BlockPiece)[];
  readonly attribution: string;
}

interface ListPiece {
  readonly type: 'list';
  readonly group: ListGroup;
}
interface BlockPiece {
  readonly type: 'block';
  readonly block: Block;
}
interface QuotePiece {
  readonly type: 'quote';
  readonly quote: QuoteGroup;
}
interface BoxPiece {
  readonly type: 'box';
  readonly name: string;
  readonly pieces: readonly InnerPiece[];
}

/** Neighbouring figures that are one gallery. */
interface GalleryPiece {
  readonly type: 'gallery';
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** What may stand in a fact box. */
export type InnerPiece = ListPiece | BlockPiece | QuotePiece;
export type Piece = InnerPiece | BoxPiece | GalleryPiece;

/**
 * The flat body as the tree that other formats want: galleries hold figures, fact boxes hold quotations, quotations hold lists, lists nest by
 * indent. Every block is in it exactly once and in its order. The only place where flat blocks are grouped.
 */
export function groupBlocks(body: readonly Block[]): Piece[] {
  return stretches(body, boxOf).flatMap(({ key, blocks }): Piece[] =>
    key === null ? groupGalleries(blocks) : [{ type: 'box', name: key, pieces: groupQuotes(blocks) }],
  );
}

function groupGalleries(blocks: readonly Block[]): Piece[] {
  return stretches(blocks, galleryOf).flatMap(({ key, blocks }): Piece[] =>
    key === null
      ? groupQuotes(blocks)
      : [{ type: 'gallery', name: key, figures: blocks.filter((block) => block.kind === 'figure') }],
  );
}

function galleryOf(block: Block): string | null {
  return block.kind === 'figure' ? (block.gallery ?? null) : null;
}

/** True where a block is shown as a list item. Pull quotes and corrections stand by themselves, whatever they carry. */
function isListItem(block: Block): block is TextBlock & { readonly list: ListKind } {
  return isTextBlock(block) && block.list !== undefined && block.kind !== 'pullQuote' && block.kind !== 'correction';
}

function boxOf(block: Block): string | null {
  return isTextBlock(block) ? (block.box ?? null) : null;
}

function groupQuotes(blocks: readonly Block[]): InnerPiece[] {
  const pieces: InnerPiece[] = [];
  let quote: BlockQuote[] = [];
  let others: Block[] = [];
  const endQuote = () => {
    const last = quote.at(-1);
    if (last !== undefined) {
      pieces.push({ type: 'quote', quote: { pieces: groupLists(quote), attribution: last.attribution ?? '' } });
    }
    quote = [];
  };
  const endOthers = () => {
    pieces.push(...groupLists(others));
    others = [];
  };
  for (const block of blocks) {
    if (block.kind === 'blockQuote') {
      endOthers();
      quote.push(block);
      if ((block.attribution ?? '') !== '') endQuote();
    } else {
      endQuote();
      others.push(block);
    }
  }
  endQuote();
  endOthers();
  return pieces;
}

function groupLists(blocks: readonly Block[]): (ListPiece | BlockPiece)[] {
  return stretches(blocks, (block) => (isListItem(block) ? 'list' : null)).flatMap(
    ({ key, blocks }): (ListPiece | BlockPiece)[] =>
      key === null
        ? blocks.map((block) => ({ type: 'block', block }))
        : nestItems(blocks.filter(isListItem)).map((group) => ({ type: 'list', group })),
  );
}

interface OpenItem extends ListItem {
  readonly children: OpenGroup[];
}
interface OpenGroup extends ListGroup {
  readonly items: OpenItem[];
}

/** Items nested by indent. An item that is indented by more than one step under its parent is nested by one. */
function nestItems(blocks: readonly (TextBlock & { readonly list: ListKind })[]): ListGroup[] {
  const roots: OpenGroup[] = [];
  let parents: OpenItem[] = [];
  for (const block of blocks) {
    parents = parents.slice(0, block.indent ?? 0);
    const siblings = parents.at(-1)?.children ?? roots;
    let group = siblings.at(-1);
    if (group?.list !== block.list) {
      group = { list: block.list, items: [] };
      siblings.push(group);
    }
    const item: OpenItem = { block, children: [] };
    group.items.push(item);
    parents.push(item);
  }
  return roots;
}

interface Stretch {
  readonly key: string | null;
  readonly blocks: Block[];
}

/** Cuts the blocks where the key changes. */
function stretches(blocks: readonly Block[], keyOf: (block: Block) => string | null): Stretch[] {
  const found: Stretch[] = [];
  for (const block of blocks) {
    const key = keyOf(block);
    const last = found.at(-1);
    if (last !== undefined && last.key === key) last.blocks.push(block);
    else found.push({ key, blocks: [block] });
  }
  return found;
}
