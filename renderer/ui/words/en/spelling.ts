/** Words of spelling and languages. */
export const spelling = {};

export type SpellingWords = typeof spelling;
