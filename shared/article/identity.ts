/** An article's id: 26 characters of lower-case Crockford base 32, 130 random bits, the same on every machine. */
export type ArticleId = string & { readonly __article: unique symbol };

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** How many random bytes `articleIdFrom` wants. */
export const ID_BYTES = 26;

/** Turns `ID_BYTES` random bytes into an article id. Five bits of each byte are used. */
export function articleIdFrom(random: Uint8Array): ArticleId {
  if (random.length < ID_BYTES) throw new RangeError(`an article id needs ${ID_BYTES} random bytes`);
  let id = '';
  for (let at = 0; at < ID_BYTES; at += 1) id += ALPHABET[(random[at] ?? 0) & 31];
  return id as ArticleId;
}

/** True when `text` has the shape of an article id. Says nothing about whether such an article exists. */
export function isArticleId(text: unknown): text is ArticleId {
  return typeof text === 'string' && ID.test(text);
}
