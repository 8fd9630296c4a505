import type { PastingWords } from '../en/pasting.ts';
import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** Words of what is pasted and copied. */
export const pasting: PastingWords = {
  pasting: 'در حال چسباندن…',
  pastingPart: (percent) => `در حال چسباندن… ${percent}`,
  cancelHint: 'Esc برای لغو',
  plain: 'چسباندن به‌صورت متن ساده',
  pressKeys: (keys: string) => `مرورگر بریده‌دان را نشان نمی‌دهد. برای چسباندن متن ساده ${isolate(keys)} را بزنید.`,
  withChanges: 'با تغییراتی چسبانده شد',
  undo: 'واگرد چسباندن',
  unreadable: 'آنچه چسباندید بزرگ‌تر از آن است که قالبش بماند؛ به صورت متن ساده وارد شد.',
  nothing: 'چیزی برای چسباندن نبود.',

  comments: forms('{n} نظر کنار گذاشته شد.', '{n} نظر کنار گذاشته شد.'),
  deletions: forms('{n} حذفِ ردگیری‌شده کنار گذاشته شد.', '{n} حذفِ ردگیری‌شده کنار گذاشته شد.'),
  insertions: forms('{n} افزودهٔ ردگیری‌شده به صورت متن آمد.', '{n} افزودهٔ ردگیری‌شده به صورت متن آمد.'),
  footnotes: forms('{n} پانویس در پایان آمده است.', '{n} پانویس در پایان آمده است.'),
  pictures: forms('{n} عکس نیست.', '{n} عکس نیست.'),
  picturesFrom: (places) => `در بریده‌دان نبود: ${isolate(places)}`,
  links: forms('{n} پیوند برداشته شد و متنش ماند.', '{n} پیوند برداشته شد و متنشان ماند.'),
  embeds: forms('{n} قاب جاسازی‌شده کنار گذاشته شد.', '{n} قاب جاسازی‌شده کنار گذاشته شد.'),
  mergedCells: forms('{n} خانهٔ ادغام‌شده جدا شد.', '{n} خانهٔ ادغام‌شده جدا شد.'),
  cards: forms('{n} کارت مرتبط کنار گذاشته شد.', '{n} کارت مرتبط کنار گذاشته شد.'),
  picturesNotCopied: forms('{n} عکس رونوشت نشد؛ کلمه‌هایش شد.', '{n} عکس رونوشت نشد؛ کلمه‌هایشان شد.'),
};
