import type { PicturesWords } from '../en/pictures.ts';
import { isolate } from '../isolate.ts';

/** Words of pictures and galleries. */
export const pictures: PicturesWords = {
  adding: (name) => `מוסיפים את ${isolate(name)}`,
  replacing: 'מחליפים את התמונה',
  stopAdding: 'הפסקת הוספת התמונה',
  refused: (name, sentence) => `${isolate(name)}: ${sentence}`,
  added: { one: 'תמונה אחת נוספה', two: 'שתי תמונות נוספו', other: '{n} תמונות נוספו' },
  makeGallery: 'להפוך לגלריה',

  tools: 'תמונה',
  replace: 'החלפת התמונה',
  aim: 'קביעת נקודת המוקד',
  aimHint: 'לחצו על מה שחייב להישאר בתמונה, או הזיזו את הטבעת במקשי החצים והקישו Enter.',
  aimAt: (across, down) => `${across}% מהשמאל, ${down}% מלמעלה`,
  gallery: 'גלריה',
  joinGallery: 'לגלריה יחד עם התמונה הסמוכה',
  leaveGallery: 'הוצאה מהגלריה',
  moveUp: 'הזזה למעלה',
  moveDown: 'הזזה למטה',
  remove: 'הסרת התמונה',
  altMissing: 'חסר: תארו, או סמנו לקישוט',
};
