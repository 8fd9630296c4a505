import { isolate } from '../isolate.ts';
import type { ComfortWords } from '../en/comfort.ts';

export const comfort: ComfortWords = {
  view: 'نما',
  textSize: 'اندازهٔ متن',
  smaller: 'متن کوچک‌تر',
  larger: 'متن بزرگ‌تر',
  usualSize: 'اندازهٔ معمول متن',
  percent: (number) => `${number}٪`,
  width: 'پهنای صفحه',
  widths: { narrow: 'باریک', medium: 'متوسط', wide: 'پهن' },
  typeface: 'قلم',
  typefaces: { serif: 'سریف', sans: 'بی‌سریف' },
  focus: 'تمرکز',
  focusParts: { off: 'خاموش', sentence: 'جمله', block: 'بند', section: 'بخش' },
  typewriter: 'پیمایش ماشین‌تحریری',
  zen: 'فقط متن',
  openBeside: 'باز کردن مطلبی دیگر در کنار این',
  findBeside: 'یافتن مطلب',
  closeArticle: (headline) => `بستن ${isolate(headline)}`,
  divider: 'خط جداکنندهٔ دو مطلب',
};
