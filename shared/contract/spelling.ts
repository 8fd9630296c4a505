/** Languages that Stet has a dictionary of. */
export const SPELLING_LANGUAGES = ['en-GB', 'en-US', 'he', 'ar', 'fa', 'fr', 'de', 'es'] as const;
export type SpellingLanguage = (typeof SPELLING_LANGUAGES)[number];

/** Lists of words that are right although no dictionary has them. */
export interface OwnWords {
  /** The person's own, in their configuration. */
  readonly personal: readonly string[];
  /** The house's, in a file in the library's folder, in which a desk may write by hand. */
  readonly house: readonly string[];
}

/** What a list takes: one word, or one with hyphens; no blanks, and nothing that ends a line. */
export const OWN_WORD = /^[\p{L}\p{M}\p{N}][\u{200D}\u{200C}\p{L}\p{M}\p{N}\p{Pd}'’ʼ"״׳.&]{0,79}$/u;
