import * as Y from 'yjs';
import { exactly, replacementFor, sharedEnds, type Matcher } from '#shared/article/search.ts';
import { FIELDS_OF_TEXT } from './layout.ts';

/**
 * Replaces what the matcher finds (or a text as it stands, case and all) in headline, standfirst and body: running text, table cells and captions; across
 * marks, but never across a line break or a block. Only the characters that differ are touched, so marks around them
 * and what others type beside them stay; what is put in carries the marks of what it replaces. Returns how many places
 * were found (at most one unless `all`).
 */
export function replaceText(
  doc: Y.Doc,
  find: Matcher | string,
  replacement: string,
  options: { all: boolean },
): number {
  const matcher = typeof find === 'string' ? exactly(find) : find;
  let found = 0;
  doc.transact(() => {
    for (const field of FIELDS_OF_TEXT) {
      for (const line of linesOf(doc.getXmlFragment(field))) {
        const hits = matcher.hits(line.text);
        const wanted = options.all ? hits : hits.slice(0, 1);
        found += wanted.length;
        for (const hit of wanted.toReversed()) {
          const old = line.text.slice(hit.from, hit.to);
          replaceAt(line, hit.from, old, replacementFor(hit, old, replacement));
        }
        if (found > 0 && !options.all) return;
      }
    }
  });
  return found;
}

/** The texts in which `replaceText` looks, in its order. */
export function searchedTexts(doc: Y.Doc): readonly string[] {
  return FIELDS_OF_TEXT.flatMap((field) => linesOf(doc.getXmlFragment(field)).map(({ text }) => text));
}

/** Neighbouring texts that read as one, flattened. */
interface Line {
  readonly text: string;
  readonly parts: readonly Part[];
}

interface Part {
  readonly stored: Y.XmlText;
  /** Where it begins in the line, in UTF-16 units, and how long it is. */
  readonly from: number;
  readonly length: number;
}

/** Every line below `root`, in reading order, without recursion. */
function linesOf(root: Y.XmlFragment): Line[] {
  const lines: Line[] = [];
  let open: Y.XmlText[] = [];
  const close = (): void => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
  };
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof Y.XmlText) {
      open.push(next);
      continue;
    }
    close();
    // The null closes the line where the element ends.
    if (next instanceof Y.XmlFragment) waiting.push(null, ...next.toArray().toReversed());
  }
  close();
  return lines;
}

function lineOf(texts: readonly Y.XmlText[]): Line {
  const parts: Part[] = [];
  let text = '';
  for (const stored of texts) {
    const from = text.length;
    for (const { insert } of deltaOf(stored)) text += typeof insert === 'string' ? insert : '\uFFFC';
    parts.push({ stored, from, length: text.length - from });
  }
  return { text, parts };
}

function replaceAt(line: Line, at: number, find: string, replacement: string): void {
  const { before, after } = sharedEnds(find, replacement);
  const from = at + before;
  const to = at + find.length - after;
  const inserted = replacement.slice(before, replacement.length - after);
  if (from === to && inserted === '') return;
  const marked = from < to ? from : before > 0 ? from - 1 : Math.min(from, line.text.length - 1);
  const attributes = inserted === '' ? {} : attributesAt(line, marked);
  const place = partAt(line, inserted !== '' && from === to ? marked : from);
  for (const part of line.parts.toReversed()) {
    const start = Math.max(from, part.from);
    const end = Math.min(to, part.from + part.length);
    if (start < end) part.stored.delete(start - part.from, end - start);
  }
  if (inserted !== '' && place !== undefined) place.stored.insert(from - place.from, inserted, attributes);
}

function partAt(line: Line, at: number): Part | undefined {
  return line.parts.find((part) => at >= part.from && at < part.from + part.length);
}

function attributesAt(line: Line, at: number): Record<string, unknown> {
  const part = partAt(line, at);
  if (part === undefined) return {};
  let end = part.from;
  for (const { insert, attributes } of deltaOf(part.stored)) {
    end += typeof insert === 'string' ? insert.length : 1;
    if (at < end) return { ...attributes };
  }
  return {};
}

function deltaOf(text: Y.XmlText): { insert: unknown; attributes?: Readonly<Record<string, unknown>> }[] {
  return text.toDelta() as { insert: unknown; attributes?: Readonly<Record<string, unknown>> }[];
}
