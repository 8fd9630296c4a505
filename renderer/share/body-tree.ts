import { isTextBlock, type Block, type Figure, type ListKind, type TextBlock } from '#shared/article/block.ts';

/** A body as readers' pages nest it: list items inside lists, the blocks of one fact box or gallery inside it. */
export type BodyNode =
  | { readonly kind: 'block'; readonly block: Block }
  | ListNode
  | { readonly kind: 'gallery'; readonly figures: readonly Figure[] }
  | { readonly kind: 'box'; readonly name: string; readonly content: readonly BodyNode[] };

export interface ListNode {
  readonly kind: 'list';
  readonly list: ListKind;
  readonly items: readonly ListItem[];
}

interface ListItem {
  readonly block: TextBlock;
  /** Deeper lists that belong to this item. */
  readonly lists: readonly ListNode[];
}

/** Groups a flat body. Order is kept, and every block appears exactly once. */
export function bodyTree(body: readonly Block[]): readonly BodyNode[] {
  const nodes: BodyNode[] = [];
  let at = 0;
  while (at < body.length) {
    const name = boxOf(body[at]);
    let end = at + 1;
    while (end < body.length && boxOf(body[end]) === name) end += 1;
    const content = withLists(body.slice(at, end));
    if (name === undefined) nodes.push(...content);
    else nodes.push({ kind: 'box', name, content });
    at = end;
  }
  return nodes;
}

function boxOf(block: Block | undefined): string | undefined {
  return block !== undefined && isTextBlock(block) ? block.box : undefined;
}

function galleryOf(block: Block | undefined): string | undefined {
  return block?.kind === 'figure' ? block.gallery : undefined;
}

type ListBlock = TextBlock & { readonly list: ListKind };

function isListBlock(block: Block | undefined): block is ListBlock {
  return block !== undefined && isTextBlock(block) && block.list !== undefined;
}

/** Lists and galleries made of their blocks; the others as they are. */
function withLists(blocks: readonly Block[]): BodyNode[] {
  const nodes: BodyNode[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at];
    if (block === undefined) break;
    const gallery = galleryOf(block);
    if (gallery !== undefined) {
      let end = at;
      while (galleryOf(blocks[end]) === gallery) end += 1;
      const figures = blocks.slice(at, end).filter((figure) => figure.kind === 'figure');
      nodes.push({ kind: 'gallery', figures });
      at = end;
      continue;
    }
    if (!isListBlock(block)) {
      nodes.push({ kind: 'block', block });
      at += 1;
      continue;
    }
    const run: ListBlock[] = [];
    for (let next = blocks[at]; isListBlock(next); next = blocks[at]) {
      run.push(next);
      at += 1;
    }
    nodes.push(...listsOf(run));
  }
  return nodes;
}

/** The lists of a run of items. An item is deeper than the one before by its indent, whatever steps are left out. */
function listsOf(run: readonly ListBlock[]): ListNode[] {
  const lists: { kind: 'list'; list: ListKind; items: ListItem[] }[] = [];
  const level = Math.min(...run.map(indentOf));
  let at = 0;
  while (at < run.length) {
    const head = run[at];
    if (head === undefined) break;
    let end = at + 1;
    if (indentOf(head) > level) {
      // Items deeper than any before them stand in a list of their own.
      while (end < run.length && indentOf(run[end] ?? head) > level) end += 1;
      lists.push(...listsOf(run.slice(at, end)).map((list) => ({ ...list, items: [...list.items] })));
      at = end;
      continue;
    }
    while (end < run.length && indentOf(run[end] ?? head) > level) end += 1;
    const item: ListItem = { block: head, lists: end > at + 1 ? listsOf(run.slice(at + 1, end)) : [] };
    const open = lists.at(-1);
    if (open !== undefined && open.list === head.list) open.items.push(item);
    else lists.push({ kind: 'list', list: head.list, items: [item] });
    at = end;
  }
  return lists;
}

function indentOf(block: ListBlock): number {
  return block.indent ?? 0;
}
