import type { Node } from '@tiptap/pm/model';
import { AllSelection, Plugin, Selection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { FIELDS_OF_TEXT, NODE, type TextField } from '#shared/document/layout.ts';
import type { Edge } from './field-walk.ts';

/** What selecting everything needs of the page. */
interface PageOfFields {
  readonly views: () => { readonly [Field in TextField]: EditorView } | null;
  readonly go: (field: TextField, edge: Edge) => void;
  /** What is changed from here on is a step of undo of its own. */
  readonly beginStep: () => void;
  readonly readOnly: () => boolean;
}

const HIGHLIGHT = 'stet-page';

/**
 * Headline, standfirst and body selected together: a browser selects in one editor at a time, so this is a state of
 * the page, drawn above it. The next key ends it, or does to all three what it does to a selection.
 */
export class WholePage {
  readonly #page: PageOfFields;
  #isSelected = false;

  constructor(page: PageOfFields) {
    this.#page = page;
  }

  get isSelected(): boolean {
    return this.#isSelected;
  }

  select(): void {
    const views = this.#page.views();
    if (views === null) return;
    this.#isSelected = true;
    const ranges = FIELDS_OF_TEXT.map((field) => {
      const range = document.createRange();
      range.selectNodeContents(views[field].dom);
      return range;
    });
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  }

  end(): void {
    if (!this.#isSelected) return;
    this.#isSelected = false;
    CSS.highlights.delete(HIGHLIGHT);
  }

  /** Ends it with the caret at an end of the page. */
  leave(edge: Edge): void {
    this.end();
    this.#page.go(edge === 'start' ? 'headline' : 'body', edge);
  }

  /** Takes all text out of all three fields, as one step of undo that typing goes on, and puts the caret into the headline. */
  clear(): void {
    const views = this.#page.views();
    this.end();
    if (views === null || this.#page.readOnly()) return;
    // First the caret: entering an editor ends a step of undo, and a letter that follows belongs to this one.
    this.#page.go('headline', 'start');
    this.#page.beginStep();
    for (const field of FIELDS_OF_TEXT) {
      const cleared = emptied(views[field].state);
      if (cleared !== null) views[field].dispatch(cleared);
    }
  }

  /** Everything on the page in order, the headline as a section heading; null while it is not selected. */
  nodes(): readonly Node[] | null {
    const views = this.#isSelected ? this.#page.views() : null;
    if (views === null) return null;
    return FIELDS_OF_TEXT.flatMap((field): Node[] => {
      const blocks = views[field].state.doc.content.content.filter(({ isAtom, content }) => isAtom || content.size > 0);
      return field === 'headline' ? blocks.map(asHeading) : [...blocks];
    });
  }
}

function asHeading(line: Node): Node {
  return line.type.create({ ...line.attrs, kind: 'heading', level: 2 }, line.content, line.marks);
}

/** One empty paragraph is left, the first block where that is one of text: somebody may be typing in it. */
function emptied(state: EditorState) {
  const { doc, tr, schema } = state;
  const first = doc.firstChild;
  const type = schema.nodes[NODE.textBlock];
  if (first === null || type === undefined) return null;
  if (first.type !== type) return tr.replaceWith(0, doc.content.size, type.create());
  if (doc.childCount === 1 && first.content.size === 0) return null;
  tr.delete(first.nodeSize, doc.content.size).delete(1, 1 + first.content.size);
  for (const [name, value] of Object.entries(type.create().attrs)) {
    if ((first.attrs as Readonly<Record<string, unknown>>)[name] !== value) tr.setNodeAttribute(0, name, value);
  }
  return tr.setSelection(TextSelection.create(tr.doc, 1));
}

/** Selects the caption or the cell with the caret, then its field, then the whole page. */
export function selectMore(whole: WholePage): Command {
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

/** The browser may have made another kind of selection of everything, which covers the same text. */
function coversAll({ selection, doc }: EditorState): boolean {
  if (selection instanceof AllSelection) return true;
  return selection.from <= Selection.atStart(doc).from && selection.to >= Selection.atEnd(doc).to;
}

/** What the keyboard and the clipboard do while the whole page is selected. Costs one look at a flag otherwise. */
export function wholePageKeys(whole: WholePage): Plugin {
  const end = (): boolean => {
    whole.end();
    return false;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (_view, event) => whole.isSelected && keyOnAll(whole, event),
        mousedown: end,
        blur: end,
        compositionstart: end,
      },
    },
  });
}

/** True where the key is dealt with. */
function keyOnAll(whole: WholePage, event: KeyboardEvent): boolean {
  const { key } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (key === 'Control' || key === 'Meta' || key === 'Shift' || key === 'Alt') return false;
  // What copies and cuts follows as an event of its own.
  if (mod && /^[acx]$/iu.test(key)) return key.toLowerCase() === 'a' && prevented(event);
  if (event.isComposing || (mod && key.length === 1)) {
    whole.end();
    return false;
  }
  if (key.length === 1) {
    // The letter goes into the headline, where the caret is now.
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
      whole.leave('start');
      return prevented(event);
    case 'ArrowRight':
    case 'ArrowDown':
      whole.leave('end');
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
