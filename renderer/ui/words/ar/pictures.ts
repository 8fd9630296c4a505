import type { PicturesWords } from '../en/pictures.ts';
import { isolate } from '../isolate.ts';

/** Words of pictures and galleries. */
export const pictures: PicturesWords = {
  adding: (name) => `تجري إضافة ${isolate(name)}`,
  replacing: 'يجري استبدال الصورة',
  stopAdding: 'إيقاف إضافة هذه الصورة',
  refused: (name, sentence) => `${isolate(name)}: ${sentence}`,
  added: {
    zero: 'لم تُضف صور',
    one: 'أُضيفت صورة واحدة',
    two: 'أُضيفت صورتان',
    few: 'أُضيفت {n} صور',
    many: 'أُضيفت {n} صورة',
    other: 'أُضيفت {n} صورة',
  },
  makeGallery: 'اجعلها معرض صور',

  tools: 'الصورة',
  replace: 'استبدال الصورة',
  aim: 'تحديد نقطة التركيز',
  aimHint: 'انقر ما يجب أن يبقى ظاهرًا، أو حرّك الحلقة بمفاتيح الأسهم ثم اضغط Enter.',
  aimAt: (across, down) => `${across}٪ من اليسار، ${down}٪ من الأعلى`,
  gallery: 'معرض صور',
  joinGallery: 'إلى معرض مع الصورة المجاورة',
  leaveGallery: 'إخراج من المعرض',
  moveUp: 'نقل إلى أعلى',
  moveDown: 'نقل إلى أسفل',
  remove: 'إزالة الصورة',
  altMissing: 'ناقص: صف الصورة أو اجعلها للزينة',
};
