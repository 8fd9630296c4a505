import type { Element } from 'hast';
import type { Block, Table } from '#shared/article/block.ts';
import { joinRuns, type Inline } from '#shared/article/inline.ts';
import { attribute, elementsIn, isElement } from './html-element.ts';

/** True for a table that lays out a page: one cell, tables inside, or said to be presentation. */
export function isLayoutTable(element: Element): boolean {
  const cells = rowsOf(element).reduce((sum, row) => sum + cellsOf(row).length, 0);
  const nested = elementsIn(element, (part) => part.tagName === 'table').length > 1;
  return attribute(element, 'role') === 'presentation' || cells <= 1 || nested;
}

/** The table's rows; the blocks of a cell are one text with line breaks between. */
export function tableOf(element: Element, blocksOfCell: (cell: Element) => readonly Block[]): Table {
  const rows = rowsOf(element).map((row) => ({
    cells: cellsOf(row).map((cell) => ({ content: joinBlocks(blocksOfCell(cell)), header: cell.tagName === 'th' })),
  }));
  return { kind: 'table', rows };
}

function rowsOf(element: Element): Element[] {
  return elementsIn(element, (part) => part.tagName === 'tr');
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((cell): cell is Element => isElement(cell, 'td', 'th'));
}

function joinBlocks(blocks: readonly Block[]): Inline[] {
  const texts = blocks.flatMap((block) => ('content' in block ? [block.content] : []));
  return joinRuns(texts.flatMap((text, at): Inline[] => (at === 0 ? [...text] : [{ type: 'break' }, ...text])));
}
