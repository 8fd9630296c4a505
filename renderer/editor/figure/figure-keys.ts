import { Extension } from '@tiptap/core';
import { keymap } from '@tiptap/pm/keymap';
import { NodeSelection, Selection, TextSelection, type Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { NODE } from '#shared/document/layout.ts';

const FIELDS = '.figure-fields :is(input):not(:disabled)';
const TOOLS = '.figure-tools button:not(:disabled), .figure-missing button';

/**
 * Tab goes through a figure as the eye does: from the picture to its buttons, to the caption, to its fields, and on to
 * the text after it; Shift-Tab goes the same way back. Escape goes from anywhere in it to the caption.
 */
export const FigureKeys = Extension.create({
  name: 'figureKeys',
  priority: 950,
  addProseMirrorPlugins: () => [keymap({ Tab: tab, 'Shift-Tab': shiftTab })],
});

const tab: Command = (state, _dispatch, view) => {
  const figure = figureAt(view);
  if (figure === null || view === undefined) return false;
  return isPictureSelected(state.selection) ? focus(figure, TOOLS, 'first') : focus(figure, FIELDS, 'first');
};

const shiftTab: Command = (state, dispatch, view) => {
  if (figureAt(view) === null || isPictureSelected(state.selection)) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, state.selection.$from.before(1))));
  return true;
};

function isPictureSelected(selection: Selection): boolean {
  return selection instanceof NodeSelection && selection.node.type.name === NODE.figure;
}

/** The figure whose caption the caret is in, or which is selected. */
function figureAt(view: EditorView | undefined): HTMLElement | null {
  if (view === undefined) return null;
  const { selection } = view.state;
  const inCaption = selection.$from.depth === 1 && selection.$from.parent.type.name === NODE.figure;
  if (!inCaption && !isPictureSelected(selection)) return null;
  const dom = view.nodeDOM(inCaption ? selection.$from.before(1) : selection.from);
  return dom instanceof HTMLElement ? dom : null;
}

function focus(figure: HTMLElement, controls: string, which: 'first' | 'last'): boolean {
  const found = figure.querySelectorAll<HTMLElement>(controls);
  const control = which === 'first' ? found[0] : found[found.length - 1];
  control?.focus();
  return control !== undefined;
}

interface Inside {
  readonly view: EditorView;
  readonly pos: number;
  readonly figure: HTMLElement;
}

/** The keys of a figure's own fields and buttons that lead out of them. True when the key was meant so. */
export function leaveFigure(event: KeyboardEvent, inside: Inside): boolean {
  const { figure } = inside;
  const target = event.target;
  if (!(target instanceof HTMLElement) || event.isComposing) return false;
  const isField = target.matches('.figure-fields input');
  if (!isField && !target.matches(TOOLS)) return false;
  const controls = Array.from(figure.querySelectorAll<HTMLElement>(isField ? FIELDS : TOOLS));
  const at = controls.indexOf(target);
  if (event.key === 'Escape') return toCaption(inside);
  if (event.key === 'Enter' && target.matches('input:not([type="checkbox"])')) return next(controls, at, inside);
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (!event.shiftKey) {
    if (at < controls.length - 1) return false;
    return isField ? toTextAfter(inside) : toCaption(inside);
  }
  if (at > 0) return false;
  return isField ? toCaption(inside) : select(inside, NodeSelection.create(inside.view.state.doc, inside.pos));
}

function next(controls: readonly HTMLElement[], at: number, inside: Inside): boolean {
  const control = controls[at + 1];
  if (control === undefined) return toTextAfter(inside);
  control.focus();
  return true;
}

function toCaption(inside: Inside): boolean {
  const { doc } = inside.view.state;
  const end = inside.pos + (doc.nodeAt(inside.pos)?.nodeSize ?? 2) - 1;
  return select(inside, TextSelection.create(doc, end));
}

/** The text after the figure; where nothing comes after, a line is opened there. */
function toTextAfter(inside: Inside): boolean {
  const { state } = inside.view;
  const after = inside.pos + (state.doc.nodeAt(inside.pos)?.nodeSize ?? 0);
  const type = state.schema.nodes[NODE.textBlock];
  if (after < state.doc.content.size || type === undefined) {
    return select(inside, Selection.near(state.doc.resolve(after), 1));
  }
  const transaction = state.tr.insert(after, type.create());
  inside.view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, after + 1)).scrollIntoView());
  inside.view.focus();
  return true;
}

function select({ view }: Inside, selection: Selection): boolean {
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  view.focus();
  return true;
}
