import type { Node } from '@tiptap/pm/model';
import type { TextField } from '#shared/document/layout.ts';

/** The ways in which passages are marked, each with its look in marking.css. Later ones are drawn above earlier ones. */
export const MARK_NAMES = ['hint', 'check', 'spelling', 'check-now', 'found', 'found-now'] as const;
export type MarkName = (typeof MARK_NAMES)[number];

/** A passage of a block: positions counted from the start of the block's content. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

/** Something that has passages to mark. */
export interface MarkSource {
  readonly name: MarkName;
  /**
   * The passages of a top-level block. Asked for blocks near the window only, and again at every pause in writing, so
   * it must answer at once: what is not known yet is left out, and `renew` is called when it is.
   */
  readonly passages: (block: Node, field: TextField) => readonly Passage[];
}
