/**
 * What Markdown has no sign for stands in comments that every other program hides: `<!-- stet: pullQuote -->`.
 * Words first, then attributes: `<!-- stet: figure decorative width="1200" -->`. A comment at the end of a block
 * speaks of that block; a comment alone is a block without text.
 */
export interface Directive {
  readonly words: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
}

const DIRECTIVE = /^<!-- stet:((?: [a-zA-Z-]{1,40}(?:="[^"<>]*")?)*) -->$/u;
const ENTRY = / ([a-zA-Z-]{1,40})(?:="([^"<>]*)")?/gu;

/** The comment for these words and attributes; absent values are left out. Empty where there is nothing to say. */
export function writeDirective(
  words: readonly string[],
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  const entries = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${escapeAttribute(String(value))}"`],
  );
  const all = [...words, ...entries];
  return all.length === 0 ? '' : `<!-- stet: ${all.join(' ')} -->`;
}

/** The directive in an HTML comment; null where the comment is none of ours. */
export function readDirective(html: string): Directive | null {
  const found = DIRECTIVE.exec(html.trim());
  if (found === null) return null;
  const words: string[] = [];
  const attributes = new Map<string, string>();
  for (const [, name = '', value] of (found[1] ?? '').matchAll(ENTRY)) {
    if (value === undefined) words.push(name);
    else attributes.set(name, unescapeAttribute(value));
  }
  return { words, attributes };
}

const ESCAPED = new Map([
  ['&', '&amp;'],
  ['"', '&quot;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['-', '&#45;'],
  ['\n', '&#10;'],
]);
const UNESCAPED = new Map([...ESCAPED].map(([plain, escaped]) => [escaped, plain]));

/** A text as an HTML attribute value in double quotes, also inside a comment. Single hyphens stay readable. */
export function escapeAttribute(text: string): string {
  return text.replaceAll(/[&"<>\n]|-(?=-|$)|(?<=-)-/gu, (character) => ESCAPED.get(character) ?? character);
}

export function unescapeAttribute(text: string): string {
  return text.replaceAll(/&(?:amp|quot|lt|gt|#45|#10);/gu, (escaped) => UNESCAPED.get(escaped) ?? escaped);
}
