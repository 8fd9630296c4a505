import type { EditorView } from '@tiptap/pm/view';
import { Plugin } from '@tiptap/pm/state';
import { Extension } from '@tiptap/core';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import type { Question, TablePart } from '../asking.ts';
import { selectedCells } from './grid.ts';
import { addColumn, addRow, caretTo } from './table-commands.ts';

export interface TableContext {
  readonly words: BlocksWords;
  readonly ask: (question: Question) => void;
}

/**
 * What stands at the edges of the table under the pointer: a handle for the row and one for the column, which open a
 * menu, and a plus at the end of each. One set for all tables of a page, made when the first is pointed at. By keyboard
 * the same is done with keys, the context menu and the command palette.
 */
export class TableTools {
  readonly #view: EditorView;
  readonly #context: TableContext;
  readonly #element = document.createElement('div');
  readonly #row: HTMLElement;
  readonly #column: HTMLElement;
  readonly #observer: ResizeObserver;
  #frame: HTMLElement | null = null;
  #cell: HTMLTableCellElement | null = null;

  constructor(view: EditorView, context: TableContext) {
    this.#view = view;
    this.#context = context;
    const { words } = context;
    this.#element.className = 'table-tools';
    this.#element.contentEditable = 'false';
    this.#row = this.#button('table-handle table-handle-row', words.rowMenu, (at) => this.#open('row', at));
    this.#column = this.#button('table-handle table-handle-column', words.columnMenu, (at) => this.#open('column', at));
    this.#button('table-plus table-plus-row', words.addRowAtEnd, () => this.#addAtEnd('row'));
    this.#button('table-plus table-plus-column', words.addColumnAtEnd, () => this.#addAtEnd('column'));
    this.#observer = new ResizeObserver(() => this.#place());
  }

  /** The pointer is over something in a table's frame. */
  hover(frame: HTMLElement, target: EventTarget | null): void {
    const cell = target instanceof Element ? target.closest('td, th') : null;
    if (!(cell instanceof HTMLTableCellElement) || cell === this.#cell) return;
    this.#cell = cell;
    if (this.#frame !== frame) {
      this.#observer.disconnect();
      this.#frame = frame;
      frame.append(this.#element);
      const table = frame.querySelector('table');
      if (table !== null) this.#observer.observe(table);
    }
    this.#place();
    this.#element.toggleAttribute('data-shown', true);
  }

  leave(): void {
    this.#cell = null;
    this.#element.removeAttribute('data-shown');
  }

  /** The table has gone. */
  letGo(frame: HTMLElement): void {
    if (this.#frame !== frame) return;
    this.leave();
    this.#observer.disconnect();
    this.#element.remove();
    this.#frame = null;
  }

  #place(): void {
    const cell = this.#cell;
    const frame = this.#frame?.getBoundingClientRect();
    const row = cell?.closest('tr')?.getBoundingClientRect();
    if (cell === null || frame === undefined || row === undefined) return;
    const column = cell.getBoundingClientRect();
    this.#row.style.top = `${row.top - frame.top}px`;
    this.#row.style.height = `${row.height}px`;
    this.#column.style.left = `${Math.max(column.left, frame.left) - frame.left}px`;
    this.#column.style.width = `${Math.min(column.right, frame.right) - Math.max(column.left, frame.left)}px`;
  }

  #button(className: string, label: string, onPress: (at: DOMRectReadOnly) => void): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = className;
    button.tabIndex = -1;
    button.title = label;
    button.setAttribute('aria-label', label);
    // The caret stays where it is.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => onPress(button.getBoundingClientRect()));
    this.#element.append(button);
    return button;
  }

  #open(part: TablePart, at: DOMRectReadOnly): void {
    const cell = this.#cell;
    if (cell === null) return;
    this.#enter(cell, part);
    this.#context.ask({ kind: 'table-menu', part, at, runsLeft: runsLeft(cell) });
  }

  /** Brings the caret into the row or column that was pointed at, unless it is there already. */
  #enter(cell: HTMLTableCellElement, part: TablePart): void {
    const { state } = this.#view;
    const $cell = state.doc.resolve(this.#view.posAtDOM(cell, 0));
    const [row, column] = [$cell.index(1), $cell.index(2)];
    const area = selectedCells(state);
    const isHere =
      area?.pos === $cell.before(1) &&
      (part === 'row' ? area.top <= row && row <= area.bottom : area.first <= column && column <= area.last);
    if (isHere) return;
    const transaction = state.tr;
    caretTo(transaction, $cell.before(1), row, column);
    this.#view.dispatch(transaction);
    this.#view.focus();
  }

  #addAtEnd(part: 'row' | 'column'): void {
    const frame = this.#frame;
    const table = frame?.querySelector('table');
    const last =
      part === 'row' ? table?.rows.item(table.rows.length - 1)?.cells.item(0) : this.#cell?.closest('tr')?.cells;
    const cell = last instanceof HTMLCollection ? last.item(last.length - 1) : last;
    if (!(cell instanceof HTMLTableCellElement)) return;
    const $cell = this.#view.state.doc.resolve(this.#view.posAtDOM(cell, 0));
    const transaction = this.#view.state.tr;
    caretTo(transaction, $cell.before(1), $cell.index(1), $cell.index(2));
    this.#view.dispatch(transaction);
    (part === 'row' ? addRow('below') : addColumn('after'))(this.#view.state, this.#view.dispatch, this.#view);
    this.#view.focus();
  }
}

function runsLeft(cell: Element): boolean {
  return getComputedStyle(cell.closest('table') ?? cell).direction === 'rtl';
}

/** The context menu of a cell, by pointer and by key. Last of all: a menu for the word that was pressed comes first. */
export const TableMenuKey = Extension.create<{ ask: TableContext['ask'] }>({
  name: 'tableMenuKey',
  priority: 10,
  addProseMirrorPlugins() {
    const { ask } = this.options;
    return [new Plugin({ props: { handleDOMEvents: { contextmenu: (view, event) => openMenu(view, event, ask) } } })];
  },
});

function openMenu(view: EditorView, event: MouseEvent, ask: TableContext['ask']): boolean {
  const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
  // With Shift the system's own menu comes.
  if (cell === null || event.shiftKey || event.defaultPrevented || !view.editable) return false;
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  const area = selectedCells(view.state);
  if (place !== null && event.button === 2) {
    const { from, to, empty } = view.state.selection;
    const $place = view.state.doc.resolve(place.pos);
    const isInside = area !== null && !empty && place.pos >= from && place.pos <= to;
    if (!isInside && $place.depth === 3) {
      const transaction = view.state.tr;
      caretTo(transaction, $place.before(1), $place.index(1), $place.index(2));
      view.dispatch(transaction);
    }
  }
  if (selectedCells(view.state) === null) return false;
  event.preventDefault();
  const at = new DOMRect(event.clientX, event.clientY, 1, 1);
  ask({ kind: 'table-menu', part: 'cell', at, runsLeft: runsLeft(cell) });
  return true;
}
