import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { hasDirection, textDirection } from '#shared/article/direction.ts';
import { isWriting } from './is-writing.ts';

const key = new PluginKey<DecorationSet>('unreadBlocks');

/**
 * Marks the blocks, captions and cells in which something stands but no letter (`/`, a number, a dash): no direction can
 * be read of them, and browsers have them run from left to right. The style sheet has them run as the article does. A TK
 * at the beginning is no letter either: it would turn a paragraph of Hebrew round.
 * Looked for when blocks come, go or change; of what is typed, the block it is typed into is looked at, up to its first
 * letter.
 */
export const UnreadBlocks = Extension.create({
  name: 'unreadBlocks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: { init: (_config, { doc }) => allIn(doc), apply: next },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function next(transaction: Transaction, marked: DecorationSet): DecorationSet {
  const { docChanged, doc, mapping } = transaction;
  if (!docChanged) return marked;
  if (!isWriting(transaction)) return allIn(doc);
  let mapped = marked === DecorationSet.empty ? marked : marked.map(mapping, doc);
  for (const [at, map] of mapping.maps.entries()) {
    const after = mapping.slice(at + 1);
    map.forEach((_oldFrom, _oldTo, from) => {
      mapped = renewed(mapped, doc, after.map(from));
    });
  }
  return mapped;
}

/** The same with the block at `pos` looked at again. */
function renewed(marked: DecorationSet, doc: Node, pos: number): DecorationSet {
  const $pos = doc.resolve(pos);
  const block = $pos.parent;
  if (!block.inlineContent || $pos.depth === 0) return marked;
  const before = $pos.before();
  const known = marked === DecorationSet.empty ? [] : marked.find(before, before, (spec) => spec['of'] === key);
  const own = known.filter(({ from }) => from === before);
  if (isUnread(block) === own.length > 0) return marked;
  return own.length > 0 ? marked.remove(own) : marked.add(doc, [mark(before, block)]);
}

function allIn(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (node.inlineContent && isUnread(node)) found.push(mark(pos, node));
    return !node.inlineContent;
  });
  return found.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, found);
}

function mark(pos: number, block: Node): Decoration {
  return Decoration.node(pos, pos + block.nodeSize, { 'data-unread': '' }, { of: key });
}

/** A note of what is still to come, before anything else. */
const TO_COME = /^[^\p{L}]*(?:TK|Tk|tk)+(?![\p{L}\p{M}\p{N}_])/u;

/** Whether the first sign is a letter, as in most blocks, and begins no TK: asked without a pattern, for opening's sake. */
function beginsPlainly(text: string): boolean {
  const code = text.charCodeAt(0);
  const isLatin = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  const isSemitic = (code >= 0x5d0 && code <= 0x5ea) || (code >= 0x620 && code <= 0x64a);
  const second = text.charAt(1);
  const isToCome = (code === 0x54 || code === 0x74) && (second === 'K' || second === 'k');
  return isSemitic || (isLatin && !isToCome);
}

function isUnread(block: Node): boolean {
  const first = block.firstChild?.text ?? '';
  if (block.content.size === 0 || beginsPlainly(first)) return false;
  const toCome = TO_COME.exec(first);
  if (toCome !== null) return textDirection(block.textContent.slice(toCome[0].length)) !== 'ltr';
  return !block.content.content.some(({ text }) => text !== undefined && hasDirection(text));
}
