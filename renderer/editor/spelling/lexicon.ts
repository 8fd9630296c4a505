/** The bare words of a dictionary and their flags. */
export interface Lexicon {
  readonly size: number;
  /** The flags of every entry of that spelling; none where there is no such word. */
  readonly find: (word: string) => readonly (readonly number[])[];
  /** Every entry, until the visitor answers false. */
  readonly each: (visit: (word: string, flags: readonly number[]) => boolean) => void;
}

const NONE: readonly (readonly number[])[] = [];
const EMPTY = -1;

/**
 * Reads a Hunspell word list (`.dic`, UTF-8). The text stays as it is and is looked up in place, because a third of a
 * million words as objects would take ten times the room.
 */
export function readLexicon(text: string, readFlags: (text: string) => readonly number[]): Lexicon {
  const count = countLines(text);
  const starts = new Int32Array(count);
  const lengths = new Uint8Array(count);
  const flagSets = new Uint16Array(count);
  const sets: (readonly number[])[] = [];
  const setNumbers = new Map<string, number>();
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(count * 2 + 2))).fill(EMPTY);
  const mask = slots.length - 1;
  let size = 0;

  const numberOfSet = (flags: string): number => {
    const known = setNumbers.get(flags);
    if (known !== undefined) return known;
    setNumbers.set(flags, sets.length);
    sets.push(readFlags(flags));
    return sets.length - 1;
  };
  const add = (start: number, end: number): void => {
    const slash = slashIn(text, start, end);
    const stop = blankIn(text, slash + 1, end);
    const length = slash - start;
    if (length === 0 || length > 255) return;
    starts[size] = start;
    lengths[size] = length;
    flagSets[size] = numberOfSet(slash < stop ? text.slice(slash + 1, stop) : '');
    let slot = hash(text, start, length) & mask;
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    slots[slot] = size;
    size += 1;
  };
  eachLine(text, add);

  return {
    size,
    find(word) {
      let found: (readonly number[])[] | null = null;
      let slot = hash(word, 0, word.length) & mask;
      for (let entry = slots[slot] ?? EMPTY; entry !== EMPTY; entry = slots[slot] ?? EMPTY) {
        if (lengths[entry] === word.length && text.startsWith(word, starts[entry])) {
          found ??= [];
          found.push(sets[flagSets[entry] ?? 0] ?? []);
        }
        slot = (slot + 1) & mask;
      }
      return found ?? NONE;
    },
    each(visit) {
      for (let entry = 0; entry < size; entry += 1) {
        const start = starts[entry] ?? 0;
        const word = text.slice(start, start + (lengths[entry] ?? 0));
        if (!visit(word, sets[flagSets[entry] ?? 0] ?? [])) return;
      }
    },
  };
}

function hash(text: string, start: number, length: number): number {
  let value = 2_166_136_261;
  for (let at = start; at < start + length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return value ^ (value >>> 15);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Every line but the first, which says how many there are. */
function eachLine(text: string, visit: (start: number, end: number) => void): void {
  let start = text.indexOf('\n') + 1;
  while (start > 0 && start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    visit(start, text[end - 1] === '\r' ? end - 1 : end);
    start = next === -1 ? 0 : next + 1;
  }
}

/** Where the word ends: before the slash of its flags, or before what is said about it. */
function slashIn(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SLASH || code === TAB) return at;
  }
  return end;
}

function blankIn(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === TAB || code === SPACE) return at;
  }
  return end;
}

const SLASH = 47;
const TAB = 9;
const SPACE = 32;
