import { TextSelection, type Command } from '@tiptap/pm/state';
import type { Misspelling } from './page-spelling.ts';

/**
 * Puts another word in the place of one. Only the letters that differ are touched, so the rest keeps its marks and
 * everybody's carets. False, and nothing, where the word is no longer there.
 */
export function correctWord({ from, to, word }: Pick<Misspelling, 'from' | 'to' | 'word'>, right: string): Command {
  return (state, dispatch) => {
    if (to > state.doc.content.size || state.doc.textBetween(from, to, '', '\n') !== word) return false;
    const start = sharedStart(word, right);
    const end = sharedEnd(word.slice(start), right.slice(start));
    const { tr } = state;
    tr.insertText(right.slice(start, right.length - end), from + start, to - end);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from + right.length)).scrollIntoView());
    return true;
  };
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  // Never between the two halves of one character.
  return /[\uD800-\uDBFF]/u.test(one[length - 1] ?? '') ? length - 1 : length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return /[\uDC00-\uDFFF]/u.test(one.at(-length) ?? '') && length > 0 ? length - 1 : length;
}
