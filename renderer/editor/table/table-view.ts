import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { textDirection } from '#shared/article/direction.ts';
import { TableTools, type TableContext } from './table-tools.ts';
import './table-view.css';

/** A table on the page, in a frame that scrolls sideways where it is too wide, with its tools at the edges. */
export function tableView(context: TableContext) {
  let tools: TableTools | null = null;
  return (node: Node, view: EditorView): NodeView => {
    const dom = document.createElement('div');
    const scroll = document.createElement('div');
    const table = document.createElement('table');
    const rows = document.createElement('tbody');
    dom.className = 'table';
    scroll.className = 'table-scroll';
    scroll.append(table);
    table.append(rows);
    dom.append(scroll);
    dom.dataset['empty'] = context.words.tableEmpty;
    const show = (shown: Node): void => {
      // Cells have a direction of their own each; which way the columns run is said by the first word in the table.
      const direction = firstDirection(shown);
      if (direction === null) table.removeAttribute('dir');
      else if (table.dir !== direction) table.dir = direction;
    };
    show(node);
    if (view.editable) {
      const here = (): TableTools => (tools ??= new TableTools(view, context));
      dom.addEventListener('pointermove', (event) => here().hover(dom, event.target));
      dom.addEventListener('pointerleave', () => here().leave());
    }
    return {
      dom,
      contentDOM: rows,
      update: (next) => {
        if (next.type !== node.type) return false;
        show(next);
        return true;
      },
      selectNode: () => dom.classList.add('ProseMirror-selectednode'),
      deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
      stopEvent: (event) => event.target instanceof Element && event.target.closest('.table-tools') !== null,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !rows.contains(mutation.target),
      destroy: () => tools?.letGo(dom),
    };
  };
}

function firstDirection(table: Node) {
  for (const row of table.content.content) {
    for (const cell of row.content.content) {
      const direction = textDirection(cell.textContent);
      if (direction !== null) return direction;
    }
  }
  return null;
}
