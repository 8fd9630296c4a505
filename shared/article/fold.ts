/** A text brought to the form in which it is compared, and the way back to the text as it was written. */
export interface Folded {
  readonly text: string;
  /** For each unit of `text` where the character it came from begins; null where they stand at the same places. */
  readonly starts: Uint32Array | null;
}

export interface Folding {
  /** Capital and small letters are different. */
  readonly matchCase: boolean;
  /**
   * Marks do not count: accents, Hebrew points, Arabic vowels and tatweel; nor do the forms of alef, ya and kaf, nor
   * the shapes of quotation marks and hyphens.
   */
  readonly marks: boolean;
}

/** Letters and signs that are written in more than one way, and the one that stands for all. */
const SAME: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ک: 'ك',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '׳': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '״': '"',
  '\u2010': '-',
  '־': '-',
};
const DROPPED = /[\p{M}\p{Cf}\u0640]/gu;
const BEYOND_ASCII = /[\u0080-\u{10ffff}]/u;

/** Folds a text. What is folded away leaves nothing; what becomes several characters counts as one of the source. */
export function fold(text: string, folding: Folding): Folded {
  if (!BEYOND_ASCII.test(text)) return { text: folding.matchCase ? text : text.toLowerCase(), starts: null };
  const known = knownFor(folding);
  const parts: string[] = [];
  const starts = new Starts();
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const length = code > 0xffff ? 2 : 1;
    let folded = known.get(code);
    if (folded === undefined) {
      folded = foldCharacter(String.fromCodePoint(code), folding);
      known.set(code, folded);
    }
    parts.push(folded);
    if (folded.length === length && length === 1) starts.one(at);
    else starts.several(at, folded.length);
    at += length;
  }
  return { text: parts.join(''), starts: starts.all() };
}

/** Gathers where characters come from; makes nothing as long as each stands where it stood. */
class Starts {
  #all: number[] | null = null;
  #count = 0;

  one(at: number): void {
    this.#all?.push(at);
    this.#count += 1;
  }

  several(at: number, count: number): void {
    this.#all ??= Array.from({ length: this.#count }, (_, index) => index);
    for (let unit = 0; unit < count; unit += 1) this.#all.push(at);
    this.#count += count;
  }

  all(): Uint32Array | null {
    return this.#all === null ? null : Uint32Array.from(this.#all);
  }
}

const caches = new Map<string, Map<number, string>>();

function knownFor({ matchCase, marks }: Folding): Map<number, string> {
  const name = `${matchCase} ${marks}`;
  const known = caches.get(name) ?? new Map<number, string>();
  caches.set(name, known);
  return known;
}

function foldCharacter(character: string, { matchCase, marks }: Folding): string {
  const cased = matchCase ? character : character.toLowerCase().replace('ς', 'σ');
  if (!marks) return cased;
  const bare = cased.normalize('NFKD').replaceAll(DROPPED, '');
  return Array.from(bare, (part) => SAME[part] ?? part).join('');
}
