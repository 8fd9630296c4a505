/** Small words that Hebrew writes as part of the next one: and, the, in, to, from, that, as. */
const HEBREW_PREFIX = /^[ומשהכלב]{1,3}(?=[\p{Script=Hebrew}]{2})/u;
/** The same in Arabic: and, so, by, as, for, and the article. */
const ARABIC_PREFIX = /^(?:[وف]?(?:[بكل]?ال|لل|[بكل])|[وف])(?=[\p{Script=Arabic}]{2})/u;
const POSSESSIVE = /['’](?:s|S)?$/u;

/**
 * A test for words that own lists hold: in the case they were written in, with a capital or in capitals, with the
 * possessive s, and with the small words that Hebrew and Arabic join to them.
 */
export function ownWordTest(words: Iterable<string>): (word: string) => boolean {
  const own = new Set<string>();
  for (const word of words) {
    const plain = plainWord(word);
    own
      .add(plain)
      .add(plain.charAt(0).toUpperCase() + plain.slice(1))
      .add(plain.toUpperCase());
  }
  if (own.size === 0) return () => false;
  return (written) => {
    const word = plainWord(written);
    const bare = [word, word.replace(POSSESSIVE, ''), word.replace(HEBREW_PREFIX, ''), word.replace(ARABIC_PREFIX, '')];
    return bare.some((one) => own.has(one)) || areOwnParts(word, own);
  };
}

function areOwnParts(word: string, own: ReadonlySet<string>): boolean {
  const parts = word.split(/[-‐‑־]/u);
  return parts.length > 1 && parts.every((part) => own.has(part));
}

function plainWord(word: string): string {
  return word.normalize('NFC').replaceAll(/[’ʼ׳]/gu, "'").replaceAll('״', '"').replaceAll('\u00AD', '');
}
