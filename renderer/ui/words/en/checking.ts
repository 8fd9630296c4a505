/** Words of the checks and the counts. */
export const checking = {};

export type CheckingWords = typeof checking;
