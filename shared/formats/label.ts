/** The few words that exports add of their own, in the language of the article. */
type Label = 'related' | 'picture';

const LABELS: Readonly<Record<string, Readonly<Record<Label, string>>>> = {
  en: { related: 'Related articles', picture: 'Picture' },
  he: { related: 'כתבות קשורות', picture: 'תמונה' },
  ar: { related: 'مقالات ذات صلة', picture: 'صورة' },
  fa: { related: 'مطالب مرتبط', picture: 'عکس' },
  fr: { related: 'Articles liés', picture: 'Photo' },
  de: { related: 'Weitere Artikel', picture: 'Bild' },
  es: { related: 'Artículos relacionados', picture: 'Foto' },
};

/** The word in the language's own form where we have it, else in English. */
export function labelFor(label: Label, language: string): string {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const words = Object.hasOwn(LABELS, primary) ? LABELS[primary] : LABELS['en'];
  return words?.[label] ?? '';
}
