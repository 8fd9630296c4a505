import type { RuleText } from '#shared/article/house-rules.ts';

/** Every check there is, by its stable name, in the order in which findings are said. The first five are the gate. */
export const CHECK_CODES = [
  'embargo-active',
  'legal-flag',
  'alt-missing',
  'credit-missing',
  'tk-left',
  'headline-missing',
  'body-empty',
  'in-trash',
  'dropped',
  'headline-long',
  'standfirst-long',
  'over-length',
  'heading-empty',
  'picture-missing',
  'picture-flag',
  'related-card-lost',
  'quotes-unbalanced',
  'doubled-word',
  'sentence-long',
  'link-insecure',
  'number-style',
  'house-rule',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** `blocks` stops an export until it is put right or overridden with a reason; `warns` only says; `hints` may be meant so. */
export type Severity = 'blocks' | 'warns' | 'hints';

/** The three texts an article is made of. */
export type CheckField = 'headline' | 'standfirst' | 'body';

/** From and to, counted in UTF-16 units and breaks from the start of the block's content. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

/** Where something stands that has no place in a text of the article. */
export type Place =
  | 'headline'
  | 'standfirst'
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'correction'
  | 'picture'
  | 'table'
  | 'embed'
  | 'related'
  | 'byline'
  | 'field';

/** What a sentence about a finding needs to know. */
export interface FindingValues {
  readonly count?: number;
  readonly limit?: number;
  /** Words of the article. */
  readonly word?: string;
  readonly instead?: string;
  readonly until?: string;
  readonly status?: string;
  readonly place?: Place;
  /** Name of a metadata field. */
  readonly name?: string;
  readonly say?: RuleText;
  readonly why?: RuleText;
}

/** A change that puts a finding right and can be undone. */
export type Fix =
  | { readonly kind: 'replace'; readonly at: Passage; readonly text: string }
  | { readonly kind: 'secure-link'; readonly at: Passage; readonly href: string };

/** What a check found in one block, wherever the block stands. */
export interface BlockFinding {
  readonly code: CheckCode;
  readonly severity: Severity;
  readonly values: FindingValues;
  readonly passages: readonly Passage[];
  readonly fix?: Fix;
}

/** What a check found. */
export interface Finding {
  /** Stable name of the check: `tk-left`, `alt-missing`. */
  readonly code: CheckCode;
  readonly severity: Severity;
  /** One sentence for a person, in English; the interface makes its own of `code` and `values`. */
  readonly message: string;
  readonly values: FindingValues;
  /** The text it is in; absent where it is about the article as a whole. */
  readonly field?: CheckField;
  /** Index of the block in the body, where the finding has a place there. */
  readonly block?: number;
  /** Where in that block (of headline and standfirst: the block `part`). */
  readonly passages?: readonly Passage[];
  /** Index of the block in headline or standfirst, where there is more than one. */
  readonly part?: number;
  readonly fix?: Fix;
}
