/** Size of an article's text while it is written, in percent of the usual one. */
export const TEXT_SIZE = { least: 50, most: 200, step: 10, usual: 100 } as const;

export const TEXT_WIDTHS = ['narrow', 'medium', 'wide'] as const;
export type TextWidth = (typeof TEXT_WIDTHS)[number];

export const TYPEFACES = ['serif', 'sans'] as const;
export type Typeface = (typeof TYPEFACES)[number];

/** How much around the caret stays in full ink while the rest fades. */
export const FOCUS_PARTS = ['off', 'sentence', 'block', 'section'] as const;
export type FocusPart = (typeof FOCUS_PARTS)[number];

/** A word of the person's own and what stands in its place as soon as it is written. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** More and longer replacements than anybody needs; they keep the settings small. */
export const MOST_REPLACEMENTS = 300;
export const LONGEST_REPLACED = 40;
export const LONGEST_REPLACEMENT = 100;

/** The places kept of what was open, and where the caret stood, are never longer than this. */
export const LONGEST_PLACES = 64 * 1024;
