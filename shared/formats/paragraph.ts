import type { ListKind } from '#shared/article/block.ts';

/** A paragraph of a plain text: its lines are one text, with line breaks between only where they were meant. */
export interface SourceParagraph {
  readonly lines: readonly string[];
  /** True when blank lines (or the ends of the text) stand around it. */
  readonly alone: boolean;
  readonly list?: ListKind;
  readonly indent?: number;
}

/** The widest line that an editor or a mail program breaks by itself. Longer lines are paragraphs. */
const WIDEST_WRAP = 80;
const DEEPEST = 8;

/**
 * The paragraphs of a plain text. Blank lines part paragraphs; so do line ends after lines that are longer than
 * anything wraps. Hard-wrapped lines are joined; short lines that were not wrapped (verse, an address) keep their
 * breaks; lines that begin with bullets or running numbers are list items.
 */
export function paragraphsOf(lines: readonly string[]): SourceParagraph[] {
  const groups = groupsOf(lines);
  const oneGroup = groups.length === 1;
  return groups.flatMap((group): SourceParagraph[] => {
    const items = listItems(group);
    if (items !== null) return items;
    const texts = group.map(trimBlanks);
    if (texts.length === 1) return [{ lines: texts, alone: true }];
    if (isWrapped(texts)) return [{ lines: [joinWrapped(texts)], alone: true }];
    const paragraphs = oneGroup || texts.some((text) => text.length > WIDEST_WRAP);
    return paragraphs ? texts.map((text) => ({ lines: [text], alone: oneGroup })) : [{ lines: texts, alone: true }];
  });
}

/** One text per line, or per hard-wrapped paragraph: how a related list lies. */
export function entriesOf(lines: readonly string[]): string[] {
  return groupsOf(lines).flatMap((group) => {
    const texts = group.map(trimBlanks);
    return texts.length > 1 && isWrapped(texts) ? [joinWrapped(texts)] : texts;
  });
}

/** True for a line of nothing but white space and invisible marks. */
export function isBlank(line: string): boolean {
  return !/[^\s\u200b-\u200f\u2060\ufeff]/u.test(line);
}

/** Without spaces and tabs at either end, in one pass whatever the length. Other white space may be meant. */
export function trimBlanks(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && (line[from] === ' ' || line[from] === '\t')) from += 1;
  while (to > from && (line[to - 1] === ' ' || line[to - 1] === '\t')) to -= 1;
  return line.slice(from, to);
}

function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (isBlank(line)) {
      open = null;
    } else if (open === null) {
      open = [line];
      groups.push(open);
    } else {
      open.push(line);
    }
  }
  return groups;
}

/**
 * True when every line but the last is about as full as it could be: the next line's first word would not have fitted,
 * or the line reaches at least seven tenths of the widest.
 */
function isWrapped(texts: readonly string[]): boolean {
  const width = texts.reduce((most, text) => Math.max(most, text.length), 0);
  if (width > WIDEST_WRAP || width < 30) return false;
  return texts.slice(0, -1).every((text, at) => {
    const next = texts[at + 1] ?? '';
    const word = next.split(' ', 1)[0] ?? '';
    return text.length + 1 + word.length > width || text.length >= width * 0.7;
  });
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、]/u;

function joinWrapped(texts: readonly string[]): string {
  let joined = texts[0] ?? '';
  for (const text of texts.slice(1)) {
    const glued = IDEOGRAPH.test(joined.at(-1) ?? '') && IDEOGRAPH.test(text.charAt(0));
    joined += glued ? text : ` ${text}`;
  }
  return joined;
}

const BULLET = /^[ \t]*[-*•‣◦▪·][ \t]+\S/u;
const NUMBER = /^[ \t]*(\d{1,3})[.)][ \t]+\S/u;

/** The group as list items; null where it is none. A single number is no list: it may be a year or a heading. */
function listItems(group: readonly string[]): SourceParagraph[] | null {
  const first = group[0] ?? '';
  const bulleted = BULLET.test(first);
  if (!bulleted && !(group.length > 1 && isNumbered(group))) return null;
  const marker = bulleted ? BULLET : NUMBER;
  const outer = indentOf(first);
  const items: { lines: string[]; indent: number }[] = [];
  for (const line of group) {
    if (marker.test(line)) {
      const text = trimBlanks(trimBlanks(line).replace(/^(?:[^\s\d]|\d{1,3}[.)])/u, ''));
      const indent = Math.min(DEEPEST, Math.max(0, Math.round((indentOf(line) - outer) / 2)));
      items.push({ lines: [text], indent });
    } else {
      items.at(-1)?.lines.push(trimBlanks(line));
    }
  }
  return items.map(({ lines, indent }) => ({
    lines: [joinWrapped(lines)],
    alone: false,
    list: bulleted ? 'bulleted' : 'numbered',
    ...(indent > 0 ? { indent } : {}),
  }));
}

function isNumbered(group: readonly string[]): boolean {
  const numbers = group.flatMap((line) => NUMBER.exec(line)?.[1] ?? []).map(Number);
  return NUMBER.test(group[0] ?? '') && numbers.length > 1 && numbers[0] === 1 && numbers[1] === 2;
}

function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width += 1;
    else if (character === '\t') width += 4;
    else break;
  }
  return width;
}
