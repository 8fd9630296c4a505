/** Words of the ways of writing. */
export const comfort = {};

export type ComfortWords = typeof comfort;
