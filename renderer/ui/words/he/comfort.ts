import { isolate } from '../isolate.ts';
import type { ComfortWords } from '../en/comfort.ts';

export const comfort: ComfortWords = {
  view: 'תצוגה',
  textSize: 'גודל הטקסט',
  smaller: 'טקסט קטן יותר',
  larger: 'טקסט גדול יותר',
  usualSize: 'גודל טקסט רגיל',
  percent: (number) => `${number}%`,
  width: 'רוחב העמוד',
  widths: { narrow: 'צר', medium: 'בינוני', wide: 'רחב' },
  typeface: 'גופן',
  typefaces: { serif: 'עם תגים', sans: 'ללא תגים' },
  focus: 'מיקוד',
  focusParts: { off: 'כבוי', sentence: 'משפט', block: 'פסקה', section: 'פרק' },
  typewriter: 'גלילת מכונת כתיבה',
  zen: 'הטקסט לבדו',
  openBeside: 'פתיחת כתבה נוספת לצד זו',
  findBeside: 'חיפוש כתבה',
  closeArticle: (headline) => `סגירת ${isolate(headline)}`,
  divider: 'הקו המפריד בין שתי הכתבות',
};
