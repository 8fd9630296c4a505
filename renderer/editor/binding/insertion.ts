import type { Node } from '@tiptap/pm/model';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import { XmlText, type XmlElement, type XmlFragment } from 'yjs';

/**
 * Writes a block that differs from what was written `last` only by text typed behind other text that looks the same,
 * as nearly every key makes it: one insertion, without comparing all the block's text and marks. False, and nothing
 * written, where there is more to do. To be called within a transaction of the binding.
 */
export function writeInsertion(binding: ProsemirrorBinding, element: XmlElement, last: Node, block: Node): boolean {
  const text: unknown = element.length === 1 ? element.get(0) : null;
  if (!(text instanceof XmlText) || !last.sameMarkup(block)) return false;
  const nodes: unknown = binding.mapping.get(text as unknown as XmlFragment);
  if (!Array.isArray(nodes) || nodes.length !== block.childCount || !holdsOnlyText(block)) return false;
  const at = insertionPlace(last, block);
  if (at === null) return false;
  text.insert(at, block.textBetween(at, at + block.content.size - last.content.size));
  binding.mapping.set(text as unknown as XmlFragment, block.content.content.slice() as unknown as Node);
  binding.mapping.set(element as unknown as XmlFragment, block);
  return true;
}

function holdsOnlyText(block: Node): boolean {
  return block.content.content.every((node) => node.isText);
}

/** Where text was put in, between text that stayed and in the run of the letter before it; null for anything else. */
function insertionPlace(last: Node, block: Node): number | null {
  const added = block.content.size - last.content.size;
  const at = last.content.findDiffStart(block.content);
  const end = last.content.findDiffEnd(block.content);
  if (added <= 0 || at === null || at === 0 || end === null || end.a > at) return null;
  const run = block.childBefore(at);
  return run.node !== null && run.offset + run.node.nodeSize >= at + added ? at : null;
}
