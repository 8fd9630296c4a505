import type { MarkType } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { linkAddress } from '#shared/article/url.ts';

/** What a link would be set on: the selection, the link the caret is in, or a place where its address is written. */
export interface LinkTarget {
  readonly from: number;
  readonly to: number;
  /** The address there now; empty where there is none. */
  readonly href: string;
}

export function linkTarget(state: EditorState): LinkTarget {
  const { from, to, empty, $from } = state.selection;
  const type = linkType(state);
  if (type === undefined) return { from, to, href: '' };
  if (!empty) return { from, to, href: hrefIn(state, from, to, type) };
  const beside = [$from.marks(), $from.nodeBefore?.marks ?? [], $from.nodeAfter?.marks ?? []];
  const mark = beside.map((marks) => type.isInSet(marks)).find((found) => found !== undefined);
  if (mark === undefined) return { from, to, href: '' };
  let start = $from.parentOffset;
  let end = start;
  $from.parent.forEach((node, offset) => {
    if (!mark.isInSet(node.marks)) return;
    if (offset <= $from.parentOffset && offset + node.nodeSize >= $from.parentOffset) {
      start = Math.min(start, offset);
      end = Math.max(end, offset + node.nodeSize);
    }
  });
  return { from: $from.start() + start, to: $from.start() + end, href: String(mark.attrs['href'] ?? '') };
}

/** Links the target to an address that the policy has accepted. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const type = linkType(state);
    if (type === undefined) return false;
    const { from, to } = linkTarget(state);
    const mark = type.create({ href });
    const { tr } = state;
    if (from === to) tr.insert(from, state.schema.text(href, [mark]));
    else tr.removeMark(from, to, type).addMark(from, to, mark);
    dispatch?.(tr.removeStoredMark(type).scrollIntoView());
    return true;
  };
}

export const removeLink: Command = (state, dispatch) => {
  const type = linkType(state);
  const { from, to } = linkTarget(state);
  if (type === undefined || from === to) return false;
  dispatch?.(state.tr.removeMark(from, to, type));
  return true;
};

const HOST = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[:/?#].*)?$/u;
const MAIL = /^[^\s@/:]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;

/** What a person typed as an address, or null where the policy refuses it. A bare host or e-mail address is completed. */
export function typedAddress(text: string): string | null {
  const trimmed = text.trim();
  if (MAIL.test(trimmed)) return linkAddress(`mailto:${trimmed}`);
  if (HOST.test(trimmed)) return linkAddress(`https://${trimmed}`);
  return linkAddress(trimmed);
}

function linkType(state: EditorState): MarkType | undefined {
  return state.schema.marks['link'];
}

function hrefIn(state: EditorState, from: number, to: number, type: MarkType): string {
  let href = '';
  state.doc.nodesBetween(from, to, (node) => {
    const mark = type.isInSet(node.marks);
    if (mark !== undefined && href === '') href = String(mark.attrs['href'] ?? '');
  });
  return href;
}
