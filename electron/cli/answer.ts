/** What a command says when it went through. */
export interface Answer {
  /** The one value that `--json` prints. */
  readonly json: unknown;
  /** The same for a person; a line break is added at the end where there is none. Empty prints nothing. */
  readonly text: string;
  /** Lines for stderr about parts that did not go through. */
  readonly complaints?: readonly string[];
  /** 0 where absent. */
  readonly exitCode?: number;
}

/** How the command line ends (docs/product: 1 for failures, 2 for wrong usage, 3 where a check blocks export). */
export const EXIT = { done: 0, failed: 1, usage: 2, blocked: 3 } as const;
