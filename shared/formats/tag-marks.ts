import type { Marks } from '#shared/article/inline.ts';

/** What a tag of HTML says of the words in it, by its name. */
export const TAG_MARKS: Readonly<Record<string, Marks>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  sub: { subscript: true },
  sup: { superscript: true },
  mark: { highlight: true },
};
