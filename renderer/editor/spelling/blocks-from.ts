import type { Node } from '@tiptap/pm/model';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import type { FieldEditors } from '../page.ts';

/** A top-level block, and the position before it in its field. */
interface PlacedBlock {
  readonly field: TextField;
  readonly block: Node;
  readonly offset: number;
}

/** Every block of the page from the one with the position on, that way and round, and that one once more. */
export function blocksFrom(editors: FieldEditors, field: TextField, pos: number, by: 1 | -1): readonly PlacedBlock[] {
  const blocks = FIELDS_OF_TEXT.flatMap((field) => {
    const placed: PlacedBlock[] = [];
    editors[field].state.doc.forEach((block, offset) => void placed.push({ field, block, offset }));
    return placed;
  });
  const here = blocks.findLastIndex((one) => one.field === field && one.offset <= pos);
  const start = Math.max(here, 0);
  const round = [...blocks.slice(start), ...blocks.slice(0, start)];
  const first = round.slice(0, 1);
  return by === 1 ? [...round, ...first] : [...first, ...round.toReversed()];
}
