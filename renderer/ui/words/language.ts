/** A language of the interface. American English is British English with a few words changed. */
export type Language = 'en' | 'en-US' | 'he' | 'ar' | 'fa';

/** A sentence with a number in it, one form per plural category the language has (CLDR); `{n}` is the number. */
export type Forms = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Which way the interface runs. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'en' || language === 'en-US' ? 'ltr' : 'rtl';
}

/** The locale that numbers and dates are written in. British dates for `en`, the reader's own elsewhere. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
