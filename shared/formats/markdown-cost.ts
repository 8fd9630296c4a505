/** Seconds that parsing may take on an ordinary machine before the file is read as plain text instead. */
const MOST_SECONDS = 8;
const DEEPEST = 24;
/** List items that stand further in, in characters, are nested deeper than anybody nests. */
const WIDEST_INDENT = 80;
const LARGEST = 4 * 1024 * 1024;

/**
 * True for Markdown that the parser could not get through in reasonable time or depth: quotes or lists nested by the
 * thousand, paragraphs of nothing but asterisks, files of many megabytes. The prices were measured with micromark 4
 * and are dominated by what grows with the square: emphasis signs in one paragraph, nested markers in one file.
 */
export function isTooHeavy(text: string): boolean {
  if (text.length > LARGEST) return true;
  const bill: Bill = { seconds: text.length * 1.7e-6, nested: 0, signs: 0, ticks: 0, length: 0 };
  for (const line of text.split('\n')) {
    const depth = chargeLine(line, bill);
    if (depth > DEEPEST || bill.seconds > MOST_SECONDS) return true;
  }
  chargeParagraph(bill);
  return bill.seconds + bill.nested ** 2 * 1e-7 > MOST_SECONDS;
}

interface Bill {
  seconds: number;
  nested: number;
  /** Of the paragraph that is being read. */
  signs: number;
  ticks: number;
  length: number;
}

const MARKER = /[ \t]{0,20}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?/uy;

/** Adds what a line costs; answers how many containers it opens. */
function chargeLine(line: string, bill: Bill): number {
  const indent = indentOf(line);
  let depth = 0;
  MARKER.lastIndex = indent;
  while (depth <= DEEPEST && MARKER.test(line)) depth += 1;
  if (depth > 1 || (depth === 1 && indent > 1)) bill.nested += Math.max(1, depth - 1);
  if (line === '' || (depth > 0 && indent < 4)) chargeParagraph(bill);
  bill.signs += count(line, /[*_~]+/gu);
  bill.ticks += count(line, /`+/gu);
  bill.length += line.length;
  bill.seconds += 1e-4 + count(line, /\[/gu) * 3e-4 + count(line, /\|/gu) * 1e-4 + count(line, /</gu) * 3e-5;
  return depth > 0 && indent > WIDEST_INDENT ? DEEPEST + 1 : depth;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === ' ' || line[indent] === '\t') indent += 1;
  return indent;
}

function chargeParagraph(bill: Bill): void {
  bill.seconds += bill.signs ** 2 * 1e-6 + bill.ticks * bill.length * 4e-8;
  bill.signs = 0;
  bill.ticks = 0;
  bill.length = 0;
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
