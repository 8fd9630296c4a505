import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Settings } from '#shared/contract/settings.ts';
import { NODE } from '#shared/document/layout.ts';
import type { ArticleSession } from '../session.ts';
import { correction } from './autocorrect.ts';
import { comfortOf } from './comfort.ts';
import { mayMend, mended, smartDash, smartQuote, type Retyped } from './punctuation.ts';

/** Only this much of a block before the caret is looked at. */
const FAR = 400;
/** What may lead to a look at the text before it: quotes, dashes, ends of words. Of letters, `mayMend` says. */
const TRIGGER = /["'.\-\s]/u;

/**
 * Quotes, dashes and the person's own replacements while one writes. What was typed is written first, and what stands
 * for it is a step of its own: one undo, or Backspace at once, brings back what was typed.
 */
export function smartTyping(session: ArticleSession): Extension {
  return Extension.create({ name: 'smartTyping', priority: 950, addProseMirrorPlugins: () => [typing(session)] });
}

/** The last replacement: how the text stood after it, and its step in the history that all fields share. */
interface Done {
  readonly doc: Node;
  readonly head: number;
  readonly step: unknown;
}

function typing(session: ArticleSession): Plugin {
  let language: string | null = null;
  let done: Done | null = null;
  const languageAt = (state: EditorState): string => {
    language ??= session.metadata().language;
    return ownLanguage(state) ?? language;
  };
  const apart = (view: EditorView, change: (tr: Transaction) => Transaction): void => {
    session.undoManager.stopCapturing();
    view.dispatch(change(view.state.tr).scrollIntoView());
    session.undoManager.stopCapturing();
    const { doc, selection } = view.state;
    done = { doc, head: selection.head, step: session.undoManager.undoStack.at(-1) };
  };
  const correct = (view: EditorView, settings: Settings, before: string, typed: number): boolean => {
    const found = correction(before, wordsOf(settings), languageAt(view.state));
    if (found === null) return false;
    const from = view.state.selection.head - typed - found.at;
    apart(view, (tr) => retype(tr, from, found.word, found.text));
    return true;
  };
  return new Plugin({
    props: {
      handleTextInput(view, from, _to, text, insert) {
        if (text.length !== 1 || view.composing || !isWorthALook(view.state, from, text)) return false;
        const settings = comfortOf(session)?.settings;
        if (settings === undefined || !view.state.doc.resolve(from).parent.isTextblock) return false;
        const before = textBefore(view.state, from);
        if (/\s/u.test(text)) {
          if (correction(before, wordsOf(settings), languageAt(view.state)) === null) return false;
          view.dispatch(insert());
          return correct(view, settings, before, text.length);
        }
        const retyped = punctuation(before, text, settings, languageAt(view.state));
        if (retyped === null) return false;
        view.dispatch(insert());
        const typed = (before + text).slice(-retyped.back);
        apart(view, (tr) => retype(tr, view.state.selection.head - retyped.back, typed, retyped.text));
        return true;
      },
      handleKeyDown(view, event) {
        if (view.composing || event.ctrlKey || event.metaKey || event.altKey) return false;
        if (event.key === 'Backspace') return takeBack(session, view, done);
        const settings = event.key === 'Enter' ? comfortOf(session)?.settings : undefined;
        const { selection } = view.state;
        if (settings !== undefined && selection.empty && selection.$head.parent.isTextblock) {
          correct(view, settings, textBefore(view.state, selection.head), 0);
        }
        return false;
      },
    },
    view: () => ({
      destroy: session.subscribe('metadata', () => {
        language = null;
      }),
    }),
  });
}

function isWorthALook({ doc }: EditorState, from: number, typed: string): boolean {
  if (TRIGGER.test(typed)) return true;
  if (typed !== 's' && typed < '\u05d0') return false;
  return mayMend(doc.textBetween(Math.max(0, from - 1), from), typed);
}

function wordsOf({ replacements, autocorrect }: Settings) {
  return { replacements, slips: autocorrect };
}

function punctuation(before: string, text: string, settings: Settings, language: string): Retyped | null {
  switch (text) {
    case '"':
    case "'":
      return settings.smartQuotes ? smartQuote(before, text, language) : null;
    case '-':
    case '.':
      return settings.smartDashes ? smartDash(before, text) : null;
    default:
      return settings.smartQuotes ? mended(before, text, language) : null;
  }
}

/** The language of the passage or the block with the caret, where it has one of its own. */
function ownLanguage({ selection: { $from } }: EditorState): string | null {
  const passage: unknown = $from.marks().find(({ type }) => type.name === 'language')?.attrs['tag'];
  const block: unknown = $from.parent.attrs['language'];
  if (typeof passage === 'string' && passage !== '') return passage;
  return typeof block === 'string' && block !== '' ? block : null;
}

function textBefore({ doc }: EditorState, pos: number): string {
  const $pos = doc.resolve(pos);
  const from = Math.max(0, $pos.parentOffset - FAR);
  return $pos.parent.textBetween(from, $pos.parentOffset, null, (leaf) =>
    leaf.type.name === NODE.hardBreak ? '\n' : '\ufffc',
  );
}

/** Writes `text` over `old`, which stands at `from`: only the characters that differ are touched. */
function retype(tr: Transaction, from: number, old: string, text: string): Transaction {
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
  let end = 0;
  const rest = Math.min(old.length, text.length) - start;
  while (end < rest && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  const to = from + old.length - end;
  const between = text.slice(start, text.length - end);
  return between === '' ? tr.delete(from + start, to) : tr.insertText(between, from + start, to);
}

/** Backspace right after something was replaced brings back what was typed. */
function takeBack(session: ArticleSession, view: EditorView, done: Done | null): boolean {
  const { selection, doc } = view.state;
  if (done === null || done.doc !== doc || !selection.empty || selection.head !== done.head) return false;
  // Something may have been written in another field since.
  return session.undoManager.undoStack.at(-1) === done.step && session.undoManager.undo() !== null;
}
