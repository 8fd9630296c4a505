import { Fragment, Slice, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { Selection, SelectionRange, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Mappable } from '@tiptap/pm/transform';
import { NODE } from '#shared/document/layout.ts';

/**
 * Several cells of one table: a rectangle between two of them. What is done to it is done in every cell, and no cell
 * is ever joined with another or taken out of its row.
 */
export class CellSelection extends Selection {
  /** The places just before the cell it was begun in and the cell it was drawn to. */
  readonly $anchorCell: ResolvedPos;
  readonly $headCell: ResolvedPos;

  constructor($anchorCell: ResolvedPos, $headCell: ResolvedPos) {
    const cells = cellsBetween($anchorCell, $headCell);
    const { doc } = $anchorCell;
    const head = cells.find(({ pos }) => pos === $headCell.pos);
    const ordered = head === undefined ? cells : [head, ...cells.filter((cell) => cell !== head)];
    const ranges = ordered.map(
      ({ pos, cell }) => new SelectionRange(doc.resolve(pos + 1), doc.resolve(pos + 1 + cell.content.size)),
    );
    const first = ranges[0] ?? new SelectionRange($anchorCell, $headCell);
    super(first.$from, first.$to, ranges);
    this.$anchorCell = $anchorCell;
    this.$headCell = $headCell;
  }

  override map(doc: Node, mapping: Mappable): Selection {
    const anchor = doc.resolve(mapping.map(this.$anchorCell.pos));
    const head = doc.resolve(mapping.map(this.$headCell.pos));
    if (isCellPlace(anchor) && isCellPlace(head) && anchor.before(1) === head.before(1)) {
      return new CellSelection(anchor, head);
    }
    return TextSelection.near(head);
  }

  override eq(other: Selection): boolean {
    return (
      other instanceof CellSelection &&
      other.$anchorCell.pos === this.$anchorCell.pos &&
      other.$headCell.pos === this.$headCell.pos
    );
  }

  override content(): Slice {
    const rows = new Map<number, Node[]>();
    const cells = cellsBetween(this.$anchorCell, this.$headCell);
    for (const { row, cell } of cells) rows.set(row, [...(rows.get(row) ?? []), cell]);
    const table = this.$anchorCell.node(1);
    const copied = [...rows].map(([row, held]) => table.child(row).copy(Fragment.from(held)));
    return new Slice(Fragment.from(table.copy(Fragment.from(copied))), 0, 0);
  }

  /** Empties the cells. What replaces them goes into the cell it was drawn to, as running text. */
  override replace(transaction: Transaction, content = Slice.empty): void {
    const inline = content === Slice.empty ? Fragment.empty : inlineOf(content);
    const before = transaction.steps.length;
    for (const [at, { $from, $to }] of this.ranges.entries()) {
      const mapping = transaction.mapping.slice(before);
      const [from, to] = [mapping.map($from.pos, 1), mapping.map($to.pos, -1)];
      if (at === 0) transaction.replaceWith(from, Math.max(from, to), inline);
      else if (to > from) transaction.delete(from, to);
    }
    const end = transaction.mapping.slice(before).map(this.$headCell.pos, 1) + 1 + inline.size;
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1));
  }

  override replaceWith(transaction: Transaction, node: Node): void {
    this.replace(transaction, new Slice(Fragment.from(node), 0, 0));
  }

  override toJSON(): { type: string; anchor: number; head: number } {
    return { type: 'cells', anchor: this.$anchorCell.pos, head: this.$headCell.pos };
  }

  static override fromJSON(doc: Node, { anchor, head }: { anchor: number; head: number }): CellSelection {
    return new CellSelection(doc.resolve(anchor), doc.resolve(head));
  }
}
CellSelection.prototype.visible = false;
Selection.jsonID('cells', CellSelection);

interface PlacedCell {
  readonly cell: Node;
  readonly pos: number;
  readonly row: number;
}

/** True for a place just before a cell of a table. */
function isCellPlace($pos: ResolvedPos): boolean {
  return $pos.depth === 2 && $pos.nodeAfter?.type.name === NODE.tableCell;
}

/** The cells of the rectangle, row by row. */
export function cellsBetween($anchor: ResolvedPos, $head: ResolvedPos): PlacedCell[] {
  const table = $anchor.node(1);
  const [top, bottom] = [$anchor.index(1), $head.index(1)].sort((one, other) => one - other);
  const [first, last] = [$anchor.index(2), $head.index(2)].sort((one, other) => one - other);
  const cells: PlacedCell[] = [];
  table.forEach((row, rowOffset, rowIndex) => {
    if (rowIndex < (top ?? 0) || rowIndex > (bottom ?? 0)) return;
    row.forEach((cell, offset, column) => {
      const pos = $anchor.start(1) + rowOffset + 1 + offset;
      if (column >= (first ?? 0) && column <= (last ?? 0)) cells.push({ cell, pos, row: rowIndex });
    });
  });
  return cells;
}

/** A selection that is drawn from one cell into another, as cells; null for anything else. */
export function cellsDrawn({ $anchor, $head }: Selection): CellSelection | null {
  const inCells = [$anchor, $head].every(($pos) => $pos.depth === 3 && $pos.parent.type.name === NODE.tableCell);
  if (!inCells || $anchor.sameParent($head) || $anchor.before(1) !== $head.before(1)) return null;
  const { doc } = $anchor;
  return new CellSelection(doc.resolve($anchor.before(3)), doc.resolve($head.before(3)));
}

function inlineOf(slice: Slice): Fragment {
  const inline: Node[] = [];
  slice.content.descendants((node, _pos, parent) => {
    if (!node.isInline) return true;
    const startsBlock = parent !== null && parent.firstChild === node && inline.length > 0;
    if (startsBlock) inline.push(node.type.schema.text(' '));
    inline.push(node);
    return false;
  });
  return Fragment.from(inline);
}
