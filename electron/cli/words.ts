const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** What could move the cursor, colour the terminal or turn the rest of a line around. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

let segmenter: Intl.Segmenter | null = null;

/** The characters of a text as people see them. What finds them is made once, when a table is first printed. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Anybody's words on one line of a terminal: no control characters, and isolated (UAX 9), whatever their direction. */
export function shown(text: string): string {
  const line = oneLine(text);
  return line === '' ? '' : `${FIRST_STRONG_ISOLATE}${line}${POP_ISOLATE}`;
}

/** The text without line breaks and control characters. */
export function oneLine(text: string): string {
  return text.replaceAll(UNSAFE, ' ').replaceAll(/ {2,}/gu, ' ').trim();
}

/** Columns a text takes in a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

/** `shown`, cut with an ellipsis to at most `columns` and filled up to them. */
export function column(text: string, columns: number): string {
  const line = oneLine(text);
  const room = Math.max(1, columns);
  let kept = line;
  if (columnsOf(line) > room) {
    kept = '';
    for (const { segment } of graphemes(line)) {
      if (columnsOf(kept + segment) > room - 1) break;
      kept += segment;
    }
    kept = `${kept.trimEnd()}…`;
  }
  return shown(kept) + ' '.repeat(Math.max(0, columns - columnsOf(kept)));
}
