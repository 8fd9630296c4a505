import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import type { Page } from '../page.ts';

/** To come, as the checks know it: not inside a word. */
const TK = /(?<![\p{L}\p{N}_])(?:TK|Tk|tk)(?![\p{L}\p{N}_])/gu;

/**
 * Puts `[TK note]` where the caret is. A selection becomes the note; else the caret stands where the note belongs, so
 * that it only needs to be typed.
 */
export function insertTk(page: Page): void {
  page.session.undoManager.stopCapturing();
  page.run(tkAtCaret);
}

const tkAtCaret: Command = (state, dispatch) => {
  const { $from, $to, from, to, empty } = state.selection;
  if (!$from.parent.inlineContent || !$from.sameParent($to)) return false;
  if (!dispatch) return true;
  const { tr } = state;
  tr.insertText(']', to);
  tr.insertText('[TK ', from);
  const caret = from + '[TK '.length + (empty ? 0 : to - from + 1);
  dispatch(tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView());
  return true;
};

interface Place {
  readonly field: TextField;
  readonly from: number;
  readonly to: number;
}

/** Selects the next (or the previous) TK of the page, beginning again at its other end. False where there is none. */
export function goToTk(page: Page, by: 1 | -1): boolean {
  const { editors } = page;
  if (editors === null) return false;
  const places = FIELDS_OF_TEXT.flatMap((field) => tksIn(editors[field].state, field));
  const here = { field: page.field, selection: editors[page.field].state.selection };
  const isAfter = (place: Place): boolean => {
    const fields = FIELDS_OF_TEXT.indexOf(place.field) - FIELDS_OF_TEXT.indexOf(here.field);
    return fields === 0 ? place.from >= here.selection.to : fields > 0;
  };
  const isBefore = (place: Place): boolean => {
    const fields = FIELDS_OF_TEXT.indexOf(place.field) - FIELDS_OF_TEXT.indexOf(here.field);
    return fields === 0 ? place.to <= here.selection.from : fields < 0;
  };
  const found = by === 1 ? (places.find(isAfter) ?? places[0]) : (places.findLast(isBefore) ?? places.at(-1));
  if (found === undefined) return false;
  const { view } = editors[found.field];
  const selection = TextSelection.create(view.state.doc, found.from, found.to);
  view.focus();
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  return true;
}

/** Every TK of a field in order. Asked when somebody jumps, never while they write. */
function tksIn({ doc }: EditorState, field: TextField): Place[] {
  const places: Place[] = [];
  doc.descendants((node, pos) => {
    if (!node.inlineContent) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const match of text.matchAll(TK)) {
      const from = pos + 1 + match.index;
      places.push({ field, from, to: from + match[0].length });
    }
    return false;
  });
  return places;
}
