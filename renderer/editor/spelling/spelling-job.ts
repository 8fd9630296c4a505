import type { SpellingLanguage } from '#shared/contract/spelling.ts';

/** What the page asks of the worker. Answers carry the number of what was asked. */
export type SpellingJob =
  | {
      readonly id: number;
      readonly kind: 'judge';
      readonly words: readonly string[];
      readonly languages: readonly SpellingLanguage[];
    }
  | {
      readonly id: number;
      readonly kind: 'suggest';
      readonly word: string;
      readonly languages: readonly SpellingLanguage[];
      readonly most: number;
    };

/** The words that no language has, or suggestions; null: a dictionary could not be read. */
export interface SpellingAnswer {
  readonly id: number;
  readonly words: readonly string[] | null;
}
