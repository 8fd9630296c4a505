import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { asOwnStep } from '../binding/own-step.ts';
import { insertAfterBlock } from '../insert-block.ts';
import { caretBlock, isTextBlockNode, shapeOf } from '../text-block.ts';
import { isQuote } from './quote-view.ts';

/**
 * Copies the selected words, or without a selection all of the block, into a pull quote after their block, and puts the
 * caret at its end.
 */
export const pullQuoteFromSelection: Command = (state, dispatch) => {
  const { selection, doc, schema } = state;
  const type = schema.nodes[NODE.textBlock];
  const isText = selection instanceof TextSelection && isTextBlockNode(selection.$to.parent);
  if (!isText || type === undefined || schema.nodes[NODE.table] === undefined) return false;
  const { $from, $to } = selection;
  const [from, to] = selection.empty ? [$from.start(), $from.end()] : [$from.pos, $to.pos];
  const words = trimmed(inlineBetween(doc, from, to));
  if (words.size === 0) return false;
  if (dispatch) {
    const { box } = shapeOf($to.parent);
    const pos = $to.after(1);
    const transaction = asOwnStep(state.tr).insert(pos, type.create({ kind: 'pullQuote', box }, words));
    transaction.setSelection(TextSelection.create(transaction.doc, pos + 1 + words.size));
    dispatch(transaction.scrollIntoView());
  }
  return true;
};

/** The selected text in one run; a space stands where a block ended. */
function inlineBetween(doc: Node, from: number, to: number): Fragment {
  let inline = Fragment.empty;
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    const part = node.content.cut(Math.max(0, from - pos - 1), Math.min(node.content.size, to - pos - 1));
    if (part.size > 0) inline = inline.size === 0 ? part : inline.addToEnd(node.type.schema.text(' ')).append(part);
    return false;
  });
  return inline;
}

function trimmed(inline: Fragment): Fragment {
  const text = inline.textBetween(0, inline.size, '', '\n');
  const start = text.length - text.trimStart().length;
  return inline.cut(start, Math.max(start, text.trimEnd().length));
}

/** Puts a correction note after the block with the caret, begun with the day in the article's language. */
export function insertCorrection(language: string, day = new Date()): Command {
  return (state, dispatch) => {
    const type = state.schema.nodes[NODE.textBlock];
    if (type === undefined) return false;
    const text = `${dayIn(language, day)}: `;
    const note = type.create({ kind: 'correction' }, state.schema.text(text));
    return insertAfterBlock(note, (pos) => pos + 1 + text.length)(state, dispatch);
  };
}

function dayIn(language: string, day: Date): string {
  const known = Intl.DateTimeFormat.supportedLocalesOf([language === 'en' ? 'en-GB' : language, 'en-GB']);
  return new Intl.DateTimeFormat(known, { dateStyle: 'long' }).format(day);
}

/** From a quote to the line that says whose words they are. */
export const goToAttribution: Command = (state, _dispatch, view) => {
  const block = caretBlock(state);
  if (block === null || view === undefined || !isQuote(block.node)) return false;
  const dom = view.nodeDOM(block.pos);
  const input = dom instanceof HTMLElement ? dom.querySelector('input') : null;
  input?.focus();
  return input !== null;
};
