/** Words of find and replace. */
export const find = {};

export type FindWords = typeof find;
