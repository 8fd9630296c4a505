import type { PicturesWords } from '../en/pictures.ts';
import { isolate } from '../isolate.ts';

/** Words of pictures and galleries. */
export const pictures: PicturesWords = {
  adding: (name) => `افزودن ${isolate(name)}`,
  replacing: 'جایگزینی عکس',
  stopAdding: 'توقف افزودن این عکس',
  refused: (name, sentence) => `${isolate(name)}: ${sentence}`,
  added: { one: '{n} عکس افزوده شد', other: '{n} عکس افزوده شد' },
  makeGallery: 'ساختن گالری',

  tools: 'عکس',
  replace: 'جایگزینی عکس',
  aim: 'تعیین نقطهٔ کانونی',
  aimHint: 'روی آنچه باید در دید بماند کلیک کنید، یا حلقه را با کلیدهای جهت جابه‌جا کنید و Enter را بزنید.',
  aimAt: (across, down) => `${across}٪ از چپ، ${down}٪ از بالا`,
  gallery: 'گالری',
  joinGallery: 'بردن به گالری با عکس کناری',
  leaveGallery: 'بیرون آوردن از گالری',
  moveUp: 'بردن به بالا',
  moveDown: 'بردن به پایین',
  remove: 'برداشتن عکس',
  altMissing: 'توصیف کنید، یا تزئینی بخوانید',
};
