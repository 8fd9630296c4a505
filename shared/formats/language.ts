/** Scripts that belong to one language in practice, and the language that is meant. */
const SCRIPTS: readonly { readonly letters: RegExp; readonly language: (text: string) => string }[] = [
  { letters: /\p{Script=Hebrew}/gu, language: () => 'he' },
  { letters: /\p{Script=Arabic}/gu, language: arabicScriptLanguage },
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: () => 'ja' },
  { letters: /\p{Script=Hangul}/gu, language: () => 'ko' },
  { letters: /\p{Script=Han}/gu, language: (text) => (/[\p{Script=Hiragana}]/u.test(text) ? 'ja' : 'zh') },
  { letters: /\p{Script=Greek}/gu, language: () => 'el' },
  { letters: /\p{Script=Thai}/gu, language: () => 'th' },
];

const SAMPLE = 50_000;

/**
 * The language of a text as far as its script alone tells it (Hebrew, Arabic, Persian, Urdu and a few more);
 * null for scripts that many languages share, such as Latin.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  const found = SCRIPTS.find((script) => count(sample, script.letters) * 2 > letters);
  return found === undefined ? null : found.language(sample);
}

/** Persian and Urdu have letters that Arabic lacks, and use other code points for kaf and ya. */
function arabicScriptLanguage(text: string): string {
  const urdu = count(text, /[ٹڈڑںےہھ]/gu);
  const persian = count(text, /[پچژگکی]/gu);
  const arabic = count(text, /[كيةىأإ]/gu);
  if (urdu * 2 > persian) return 'ur';
  return persian > arabic ? 'fa' : 'ar';
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
