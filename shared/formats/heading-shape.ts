const LONGEST = 120;
const MOST_WORDS = 14;

/** Ends like a sentence or like something that goes on. Closing quotes and brackets do not count. */
const SENTENCE_END = /[.,;:…。．、，；：،؛۔।]["'”’»)\]]*$/u;
const ABBREVIATION_END = /(?:^|[\s(])(?:\p{Lu}\.){2,}$/u;
const NOT_A_TITLE = /^(?:[-–—*•#>|]|by\s+\p{Lu}|(?:photo|picture|image|caption|credit|source)s?\s*[:/])/iu;
const ADDRESS = /:\/\/|@|www\./iu;

/**
 * True for a line that looks like a section heading: one to fourteen words, at most 120 characters, no full stop,
 * comma, colon or ellipsis at its end (`U.S.` is allowed), not begun in lower case, and neither a list item, a byline,
 * a photo credit nor an address. Works the same for scripts without capitals.
 */
export function isHeadingShaped(text: string): boolean {
  if (text.length > LONGEST || text.split(/\s+/u).length > MOST_WORDS) return false;
  if (SENTENCE_END.test(text) && !ABBREVIATION_END.test(text)) return false;
  const firstLetter = /\p{L}/u.exec(text)?.[0];
  if (firstLetter === undefined || /\p{Ll}/u.test(firstLetter)) return false;
  return !NOT_A_TITLE.test(text) && !ADDRESS.test(text);
}

/** True for a line that can be a headline: short enough to be one, whatever it ends with. */
export function isHeadlineShaped(text: string): boolean {
  const words = text.split(/\s+/u).length;
  if (text.length > 300 || words > 40) return false;
  return !SENTENCE_END.test(text) || words <= 15;
}

/** True for running text: what a heading can stand over. */
export function isProse(text: string): boolean {
  return text.length > LONGEST || SENTENCE_END.test(text) || text.split(/\s+/u).length > MOST_WORDS;
}
