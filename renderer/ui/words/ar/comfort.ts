import { isolate } from '../isolate.ts';
import type { ComfortWords } from '../en/comfort.ts';

export const comfort: ComfortWords = {
  view: 'العرض',
  textSize: 'حجم النص',
  smaller: 'نص أصغر',
  larger: 'نص أكبر',
  usualSize: 'حجم النص المعتاد',
  percent: (number) => `${number}٪`,
  width: 'عرض الصفحة',
  widths: { narrow: 'ضيق', medium: 'متوسط', wide: 'واسع' },
  typeface: 'نوع الخط',
  typefaces: { serif: 'بزوائد', sans: 'بلا زوائد' },
  focus: 'التركيز',
  focusParts: { off: 'بلا', sentence: 'الجملة', block: 'الفقرة', section: 'القسم' },
  typewriter: 'تمرير الآلة الكاتبة',
  zen: 'النص وحده',
  openBeside: 'فتح مادة أخرى إلى جانب هذه',
  findBeside: 'ابحث عن مادة',
  closeArticle: (headline) => `إغلاق ${isolate(headline)}`,
  divider: 'الفاصل بين المادتين',
};
