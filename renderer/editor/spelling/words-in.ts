/** A word in a text and where it begins there. */
export interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

/** Letters, with what may stand between them: apostrophes, hyphens, joiners, and the quotes of Hebrew acronyms. */
const JOINERS = String.raw`'’ʼ׳\u{AD}\-‐‑־\u{200C}\u{200D}`;
const WORD = new RegExp(
  String.raw`[\p{L}\p{M}\p{N}]+(?:(?:[${JOINERS}]|["״](?=\p{Script=Hebrew}))[\p{L}\p{M}\p{N}]+)*(?:(?<=[גזצץת])['’׳])?`,
  'gu',
);

/** Most runs of an English text: told from the others at once, for the rest of the rules are long. */
const PLAIN = /^([A-Za-z]+)[.,;:!?]?$/u;

/** The most letters of a word in capitals that are taken for an acronym. */
const ACRONYM = 5;

/** Longer words are no words. */
const LONGEST = 80;
/** Longer runs without a blank are not looked at for addresses. */
const LONGEST_ADDRESS = 300;

/**
 * The words of a text that a dictionary can judge. Left out are addresses, handles and tags, words with digits, short
 * words in capitals, single letters and the editor's own TK.
 */
export function wordsIn(text: string): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
    const [, plain] = PLAIN.exec(run) ?? [];
    if (plain !== undefined) {
      if (isJudged(plain)) words.push({ word: plain, at: index });
      continue;
    }
    if (run.length <= LONGEST_ADDRESS && isAddress(run)) continue;
    for (const { 0: word, index: inside } of run.matchAll(WORD)) {
      if (!isName(run, inside) && isJudged(word)) words.push({ word, at: index + inside });
    }
  }
  return words;
}

/** Addresses of the web and of mail, paths, and names of hosts and files. */
function isAddress(run: string): boolean {
  if (run.includes('://') || /\p{L}@\p{L}/u.test(run) || /(^|\W)www\./iu.test(run)) return true;
  if ((run.match(/[\\/_]/gu)?.length ?? 0) > 1) return true;
  const bare = run.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}/]+$/u, '');
  if (!/^[\p{L}\p{N}_.-]+\.\p{L}{2,}(?:\/\S*)?$/u.test(bare)) return false;
  // “end.Next” is two sentences with a blank missing.
  return !/\.\p{Lu}\p{Ll}*$/u.test(bare);
}

/** A handle or a tag. */
function isName(run: string, at: number): boolean {
  const before = run[at - 1];
  return before === '@' || before === '#';
}

function isJudged(word: string): boolean {
  if (word.length > LONGEST) return false;
  const isPlain = PLAIN.test(word);
  if (!isPlain && /\p{N}/u.test(word)) return false;
  const letters = isPlain ? word.length : (word.match(/\p{L}/gu)?.length ?? 0);
  if (letters < 2 || /^[Tt]+[Kk]+$/u.test(word)) return false;
  const isShouted = word === word.toUpperCase() && word !== word.toLowerCase();
  return !isShouted || letters > ACRONYM;
}
