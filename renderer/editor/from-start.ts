import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { Mappable } from '@tiptap/pm/transform';

/**
 * Everything from the very start of a document to a place. Unlike a selection of text it may begin, and end, at a block
 * that holds none. For commands alone: an editor can't show it.
 */
export class FromStart extends Selection {
  constructor(doc: Node, to: number) {
    super(doc.resolve(0), doc.resolve(to));
  }

  override map(doc: Node, mapping: Mappable): Selection {
    return new FromStart(doc, mapping.map(this.to));
  }

  override eq(other: Selection): boolean {
    return other instanceof FromStart && other.to === this.to;
  }

  override toJSON(): unknown {
    return { type: 'fromStart', to: this.to };
  }
}
