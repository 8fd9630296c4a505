import type { Passage } from './check.ts';

/** What opens and what closes. */
const PAIRS = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
] as const;

/** A quote between two letters is a gershayim (צה"ל) or the like; one after a digit is an inch. */
const STRAIGHT = /(?<!\p{L}(?="\p{L}))(?<!\p{N})"/gu;

/** A quotation mark without its partner. */
export interface LoneQuote {
  readonly at: Passage;
  /** It is in order when the next paragraph begins with this: a quotation that runs on. Null: never. */
  readonly goesOn: string | null;
}

/**
 * The double quotation mark of a text that was opened and not closed, or closed and not opened; null where all have
 * their partner. Text that quotes „…“, „…”, ”…” or »…« goes by its own rules.
 */
export function findLoneQuote(text: string): LoneQuote | null {
  const straight = Array.from(text.matchAll(STRAIGHT), ({ index }) => index);
  const last = straight.at(-1);
  if (last !== undefined && straight.length % 2 !== 0) return { at: { from: last, to: last + 1 }, goesOn: '"' };
  if (text.includes('„')) return lowQuote(text);
  for (const [open, close] of PAIRS) {
    const lone = unpaired(text, open, close);
    if (lone !== null) return lone;
  }
  return null;
}

/** German and its neighbours open low and close high, with a sign that elsewhere opens. */
function lowQuote(text: string): LoneQuote | null {
  const open: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/[„“”]/gu)) {
    if (sign === '„') open.push(index);
    else open.pop();
  }
  const from = open.at(-1);
  return from === undefined ? null : { at: { from, to: from + 1 }, goesOn: '„' };
}

function unpaired(text: string, open: string, close: string): LoneQuote | null {
  const opened = text.split(open).length - 1;
  const closed = text.split(close).length - 1;
  if (opened === closed) return null;
  // ”…” as in Swedish: one sign does both.
  if (opened === 0 && closed % 2 === 0) return null;
  const from = loneIndex(text, open, close);
  return { at: { from, to: from + open.length }, goesOn: opened === closed + 1 ? open : null };
}

/** The first that closes nothing, else the last that is never closed. */
function loneIndex(text: string, open: string, close: string): number {
  const waiting: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === open) waiting.push(at);
    else if (text[at] === close && waiting.pop() === undefined) return at;
  }
  return waiting.at(-1) ?? 0;
}
