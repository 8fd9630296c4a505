/** How a finding is to be taken. Only checks of ours stop an export; what a house adds warns or hints. */
export type RuleSeverity = 'warns' | 'hints';

/** A text in one or several languages of the interface; `''` is for those that are not named. */
export type RuleText = Readonly<Record<string, string>>;

/** One rule of a house: what to look for, why it is no good, and what to write instead. */
export interface HouseRule {
  readonly name: string;
  /** Where the rule begins in its file, counted from 1. */
  readonly line: number;
  /** Languages (BCP 47, the first part is enough) of the texts it is for; none: all. */
  readonly languages: readonly string[];
  /** A regular expression of JavaScript, read with the flags `u` and, where case is no matter, `i`. */
  readonly pattern: string;
  readonly matchCase: boolean;
  readonly severity: RuleSeverity;
  readonly say: RuleText;
  readonly why: RuleText;
  /** What stands instead; `$1` is what the first group of the pattern found. */
  readonly instead: string | null;
}

/** What a house wants of its articles, as plain data. */
export interface HouseRules {
  /** Words a sentence may have; 0: as many as it likes. */
  readonly sentenceWords: number;
  /** Characters a headline may have before it is said. */
  readonly headlineCharacters: number;
  readonly standfirstCharacters: number;
  /** How many characters of a headline a place shows, by its name; places we know a number for included. */
  readonly headlines: Readonly<Record<string, number>>;
  /** The sign between thousands, by language. */
  readonly thousands: Readonly<Record<string, string>>;
  /** Checks that are taken otherwise than we take them, by code. */
  readonly checks: Readonly<Record<string, RuleSeverity | 'off'>>;
  readonly rules: readonly HouseRule[];
}

/** What can be wrong with a file of house rules. */
export type RuleProblemCode =
  | 'unreadable'
  | 'too-large'
  | 'too-many'
  | 'not-understood'
  | 'unknown-name'
  | 'wrong-value'
  | 'pattern-broken'
  | 'pattern-slow';

/** One thing that is wrong in a file of house rules; everything else in it counts. */
export interface RuleProblem {
  readonly code: RuleProblemCode;
  /** Counted from 1; 0 where it is the file as a whole. */
  readonly line: number;
  /** The rule's or the entry's name; empty where there is none. */
  readonly name: string;
}
