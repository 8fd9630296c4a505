/** Words of what is pasted and copied. */
export const pasting = {};

export type PastingWords = typeof pasting;
