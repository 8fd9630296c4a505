/** The words of a text as a set: how lists of tag names are written here. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}
