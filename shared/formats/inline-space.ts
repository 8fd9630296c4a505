import { joinRuns, run, type Inline } from '#shared/article/inline.ts';

/**
 * Inline content with white space as a browser shows it: stretches are one space, none at the ends of the text or
 * beside a line break, and no line break at the ends. No-break spaces are text. With `preformatted`, only the breaks
 * at the ends go.
 */
export function tidyInline(content: readonly Inline[], preformatted: boolean): Inline[] {
  const tidy = preformatted ? [...content] : collapse(content);
  let from = 0;
  let to = tidy.length;
  while (from < to && isEmpty(tidy[from])) from += 1;
  while (to > from && isEmpty(tidy[to - 1])) to -= 1;
  return joinRuns(tidy.slice(from, to));
}

function isEmpty(inline: Inline | undefined): boolean {
  return inline?.type === 'break' || inline?.text === '';
}

function collapse(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  // True where a space would be dropped: at the beginning, after a break, after another space.
  let spaced = true;
  for (const inline of content) {
    if (inline.type === 'break') {
      trimLast(out);
      out.push(inline);
      spaced = true;
      continue;
    }
    const words = inline.text.replaceAll(/[ \t\n\r\f]+/gu, ' ');
    const text: string = spaced && words.startsWith(' ') ? words.slice(1) : words;
    if (text === '') continue;
    out.push(run(text, inline.marks));
    spaced = text.endsWith(' ');
  }
  trimLast(out);
  return out;
}

function trimLast(out: Inline[]): void {
  const last = out.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith(' ')) return;
  const text = last.text.slice(0, -1);
  if (text === '') out.pop();
  else out[out.length - 1] = run(text, last.marks);
}
