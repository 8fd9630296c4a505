import type { Node } from '@tiptap/pm/model';

/**
 * Makes of a look at one block a look at all blocks of a body, one after the other. Blocks do not change, they are
 * replaced: where a block is the one that stood there at the last call, so is what was seen in it. What is seen may
 * depend on the language and on nothing else, and must not hold the block.
 */
export function perBlock<Seen extends {}>(
  look: (block: Node, language: string) => Seen,
): (doc: Node, language: string) => readonly Seen[] {
  // Of an article that is let go, no text is held.
  let last: { readonly doc: WeakRef<Node>; readonly language: string; readonly seen: readonly Seen[] } | null = null;
  return (doc, language) => {
    const before = last?.language === language ? last : null;
    const old = before?.doc.deref();
    if (before !== null && old === doc) return before.seen;
    const blocks = old?.children ?? [];
    const seen = doc.children.map((block, at) => {
      const known = block === blocks[at] ? before?.seen[at] : undefined;
      return known ?? look(block, language);
    });
    last = { doc: new WeakRef(doc), language, seen };
    return seen;
  };
}
