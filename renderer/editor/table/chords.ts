import type { Chord } from '#renderer/ui/chord.ts';

export const TABLE_CHORD_NAMES = [
  'rowAbove',
  'rowBelow',
  'rowUp',
  'rowDown',
  'columnLeft',
  'columnRight',
  'moveLeft',
  'moveRight',
] as const;
export type TableChord = (typeof TABLE_CHORD_NAMES)[number];

/** Keys that mean something in tables alone (table-keys.ts): what is pressed, and what menus and the help show. */
export const TABLE_CHORDS: { readonly [Name in TableChord]: Chord } = {
  rowAbove: { code: 'ArrowUp', mod: true, alt: true },
  rowBelow: { code: 'ArrowDown', mod: true, alt: true },
  rowUp: { code: 'ArrowUp', alt: true, shift: true },
  rowDown: { code: 'ArrowDown', alt: true, shift: true },
  columnLeft: { code: 'ArrowLeft', mod: true, alt: true },
  columnRight: { code: 'ArrowRight', mod: true, alt: true },
  moveLeft: { code: 'ArrowLeft', mod: true, alt: true, shift: true },
  moveRight: { code: 'ArrowRight', mod: true, alt: true, shift: true },
};
