/**
 * Sizes in bytes and counts that no call may exceed. Said in the refusal; nothing is ever cut. They stand apart from
 * the table so that a page can know them without the schemas, which want `eval` and have no place in a page.
 */
export const LIMITS = {
  update: 16 * 1024 * 1024,
  importFile: 25 * 1024 * 1024,
  picture: 40 * 1024 * 1024,
  picturePart: 1024 * 1024,
  importFiles: 50,
  listPage: 500,
  headline: 2_000,
  /** What is looked for, or put in its place, in characters; and stories that are searched with one call. */
  find: 2_000,
  findStories: 50,
} as const;
