import { Node } from '@tiptap/core';
import { NODE } from '#shared/document/layout.ts';
import { storedAttributes } from './attribute.ts';

/** Rows and cells may all be gone after a merge of two people's deletions: then the table is empty, not invalid. */
export const Table = Node.create({
  name: NODE.table,
  group: 'block',
  content: `${NODE.tableRow}*`,
  isolating: true,
  allowGapCursor: false,
  priority: 1000,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
});

export const TableRow = Node.create({
  name: NODE.tableRow,
  content: `${NODE.tableCell}*`,
  // There is nothing to write between cells, nor between rows.
  allowGapCursor: false,
  selectable: false,
  priority: 1000,
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

export const TableCell = Node.create({
  name: NODE.tableCell,
  content: 'inline*',
  isolating: true,
  selectable: false,
  priority: 1000,
  addAttributes: () => storedAttributes(['header']),
  parseHTML: () => [
    { tag: 'td', getAttrs: () => ({ header: null }) },
    { tag: 'th', getAttrs: () => ({ header: true }) },
  ],
  renderHTML: ({ node }) => [node.attrs['header'] === true ? 'th' : 'td', { dir: 'auto' }, 0],
});
