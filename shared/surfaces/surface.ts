/** How much of a text a place shows, and how we know. */
export interface Limit {
  /** Counted as a reader counts: grapheme clusters (UAX 29), so an emoji or a pointed letter is one. */
  readonly characters: number;
  /** Whether a text that is too long ends inside a word or before it. */
  readonly cutsAt: 'character' | 'word';
  /** `documented` by the place itself, `measured` by trying, or `estimated` from a width in pixels. */
  readonly basis: 'documented' | 'measured' | 'estimated';
  /** The day of the source, ISO 8601. */
  readonly asOf: string;
}

/** A place where an article is seen when it is shared or found. */
export interface Surface {
  readonly id: string;
  /** A proper name; never translated. */
  readonly name: string;
  readonly title: Limit;
  /** Null where the place shows no description beside a title. */
  readonly description: Limit | null;
  /** Width by height of the picture; null where none is shown. */
  readonly picture: number | null;
}
