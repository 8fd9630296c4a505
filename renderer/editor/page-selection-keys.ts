import type { Node } from '@tiptap/pm/model';
import { AllSelection, Plugin, TextSelection, type Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { NODE, type TextField } from '#shared/document/layout.ts';
import { caretColumn, headAtEdge } from './field-walk.ts';
import { coversAll } from './field-part.ts';
import type { PageSelection } from './page-selection.ts';
import { followPress } from './page-selection-drag.ts';

/** Selects the caption or the cell with the caret, then its field, then the whole page. */
export function selectMore(whole: PageSelection): Command {
  return (state, dispatch) => {
    const { $from, from, to } = state.selection;
    const holder = $from.parent;
    const start = $from.start();
    if (
      isHolder(holder) &&
      state.selection.$to.sameParent($from) &&
      (from > start || to < start + holder.content.size)
    ) {
      dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, start, start + holder.content.size)));
      return true;
    }
    if (!dispatch) return true;
    if (coversAll(state)) whole.select();
    else dispatch(state.tr.setSelection(new AllSelection(state.doc)));
    return true;
  };
}

function isHolder({ type }: Node): boolean {
  return type.name === NODE.figure || type.name === NODE.tableCell;
}

/** Shift with an arrow at the edge of a field takes the selection on into the next. */
export function extendOver(field: TextField, way: 'up' | 'down' | 'left' | 'right', whole: PageSelection): Command {
  return (_state, dispatch, view) => {
    const edge = view === undefined ? null : headAtEdge(view, way);
    if (view === undefined || edge === null) return false;
    if (!dispatch) return true;
    const column = way === 'up' || way === 'down' ? caretColumn(view) : undefined;
    if (!whole.extend(field, edge === 'end' ? 1 : -1, column)) whole.extendToEnd(edge);
    return true;
  };
}

/** What keyboard, pointer and clipboard do while more than one field is selected. Costs a look at a flag otherwise. */
export function pageSelectionKeys(field: TextField, whole: PageSelection, isInOther: () => boolean): Plugin {
  const end = (): boolean => {
    whole.end();
    return false;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (_view, event) => whole.isSelected && keyOnAll(whole, event),
        mousedown: (view, event) => {
          if (event.button !== 0) return end();
          const isExtending = event.shiftKey && !whole.isWhole && (whole.isSelected || isInOther());
          const isDone = isExtending ? extendToPoint(view, field, whole, event) : end();
          if (isExtending || !isOnSelected(view, event)) followPress(field, whole);
          return isDone;
        },
        blur: (_view, { relatedTarget }) => {
          if (!whole.isSelected) return false;
          // Pressed beside everything; the keyboard may well go to the tools or to another program, and come back.
          if (relatedTarget === null && document.hasFocus()) return end();
          whole.rest();
          return false;
        },
        compositionstart: () => {
          whole.clearAround(field);
          return false;
        },
      },
    },
  });
}

/** Selected words that are pressed are carried off. */
function isOnSelected(view: EditorView, { clientX, clientY }: MouseEvent): boolean {
  const { from, to, empty } = view.state.selection;
  const place = empty ? null : view.posAtCoords({ left: clientX, top: clientY });
  return place !== null && place.pos >= from && place.pos <= to;
}

function extendToPoint(view: EditorView, field: TextField, whole: PageSelection, event: MouseEvent): boolean {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (place === null) return false;
  whole.extendTo(field, place.pos);
  return prevented(event);
}

const MOVING = /^(?:Arrow|Home$|End$|Page)/u;

/** True where the key is dealt with. */
function keyOnAll(whole: PageSelection, event: KeyboardEvent): boolean {
  const { key } = event;
  const mod = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
  if (key === 'Control' || key === 'Meta' || key === 'Shift' || key === 'Alt') return false;
  // Extended inside the field with the keyboard, by the browser, or over its edge.
  if (event.shiftKey && MOVING.test(key) && !whole.isWhole) return false;
  // What copies and cuts follows as an event of its own, and so does what pastes.
  if (mod && /^[acxv]$/iu.test(key)) {
    if (key.toLowerCase() !== 'a') return false;
    whole.select();
    return prevented(event);
  }
  if (event.isComposing) {
    whole.end();
    return false;
  }
  // A command: what is done to words is done in every field (`Page.runOnWords`); what else it changes ends it.
  if (mod && key.length === 1) return false;
  if (key.length === 1) {
    // The letter goes to where it began, where the caret is now.
    whole.clear();
    return false;
  }
  switch (key) {
    case 'Backspace':
    case 'Delete':
    case 'Enter':
      whole.clear();
      return prevented(event);
    case 'ArrowLeft':
    case 'ArrowUp':
      whole.collapse('start');
      return prevented(event);
    case 'ArrowRight':
    case 'ArrowDown':
      whole.collapse('end');
      return prevented(event);
    case 'Escape':
      whole.collapse('head');
      return prevented(event);
    default:
      whole.end();
      return false;
  }
}

function prevented(event: Event): true {
  event.preventDefault();
  return true;
}
