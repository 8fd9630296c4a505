import type { Command, EditorState } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Marks the selection, or the word with the caret, as being in a language; null: in the article's again. */
export function setPassageLanguage(tag: string | null): Command {
  return (state, dispatch) => {
    const type = state.schema.marks['language'];
    const { from, to } = passageAt(state);
    if (type === undefined || from === to) return false;
    const { tr } = state;
    tr.removeMark(from, to, type);
    if (tag !== null) tr.addMark(from, to, type.create({ tag, direction: null }));
    dispatch?.(tr);
    return true;
  };
}

/** Says in which language the selected blocks are; null: in the article's. */
export function setBlockLanguage(tag: string | null): Command {
  return (state, dispatch) => {
    const { tr } = state;
    const { from, to } = state.selection;
    state.doc.nodesBetween(from, to, (node, pos) => {
      if (node.type.name === NODE.textBlock && node.attrs['language'] !== tag) {
        tr.setNodeAttribute(pos, 'language', tag);
      }
      return false;
    });
    if (!tr.docChanged) return false;
    dispatch?.(tr);
    return true;
  };
}

/** The language the passage is marked as being in, or null. */
export function passageLanguage(state: EditorState): string | null {
  const { from, to } = passageAt(state);
  let tag: unknown = null;
  state.doc.nodesBetween(from, to, (node) => {
    tag ??= node.marks.find(({ type }) => type.name === 'language')?.attrs['tag'];
  });
  return typeof tag === 'string' ? tag : null;
}

/** The language the block with the caret is said to be in, or null. */
export function blockLanguage(state: EditorState): string | null {
  const { $from } = state.selection;
  const tag: unknown = $from.depth === 0 ? null : $from.node(1).attrs['language'];
  return typeof tag === 'string' ? tag : null;
}

const BEFORE = /[\p{L}\p{M}\p{N}'’\u200C-]*$/u;
const BEHIND = /^[\p{L}\p{M}\p{N}'’\u200C-]*/u;

function passageAt({ selection, doc }: EditorState): Span {
  const { from, to, empty, $from } = selection;
  if (!empty) return { from, to };
  const before = doc.textBetween($from.start(), from, '\n', '\n');
  const behind = doc.textBetween(from, $from.end(), '\n', '\n');
  return {
    from: from - (BEFORE.exec(before)?.[0].length ?? 0),
    to: to + (BEHIND.exec(behind)?.[0].length ?? 0),
  };
}
