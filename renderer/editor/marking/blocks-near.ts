import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** A top-level block and the position before it. */
export interface PlacedBlock {
  readonly block: Node;
  readonly pos: number;
}

/** Between two heights of the window, in pixels from its top. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The top-level blocks of the view that stand at least partly in the band. Reads the layout of a dozen blocks however
 * many there are: not for the way between a key and its letter.
 */
export function blocksNear(view: EditorView, band: Band): readonly PlacedBlock[] {
  const blocks = placedBlocks(view.state.doc);
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = nextShown(view, blocks, middle, high);
    if (found === null) high = middle;
    else if (found.box.bottom < band.top) low = found.at + 1;
    else high = middle;
  }
  const near: PlacedBlock[] = [];
  for (let at = low; at < blocks.length; at += 1) {
    const placed = blocks[at];
    const box = placed === undefined ? null : boxOf(view, placed.pos);
    if (placed === undefined || (box !== null && box.top > band.bottom)) break;
    if (box !== null) near.push(placed);
  }
  return near;
}

const known = new WeakMap<Node, readonly PlacedBlock[]>();

function placedBlocks(doc: Node): readonly PlacedBlock[] {
  const before = known.get(doc);
  if (before !== undefined) return before;
  const blocks: PlacedBlock[] = [];
  doc.forEach((block, pos) => void blocks.push({ block, pos }));
  known.set(doc, blocks);
  return blocks;
}

/** The first block from `at` on that has a place on the page (a folded section has none), or null before `end`. */
function nextShown(view: EditorView, blocks: readonly PlacedBlock[], at: number, end: number) {
  for (let next = at; next < end; next += 1) {
    const placed = blocks[next];
    const box = placed === undefined ? null : boxOf(view, placed.pos);
    if (box !== null) return { at: next, box };
  }
  return null;
}

function boxOf(view: EditorView, pos: number): Band | null {
  const dom = view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement)) return null;
  const box = dom.getBoundingClientRect();
  return box.width === 0 && box.height === 0 ? null : box;
}
